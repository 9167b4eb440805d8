/** A value of unknown shape as text: itself when it is one, else what is given. */
export const stringOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)
