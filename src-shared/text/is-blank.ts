/** Characters that leave no ink: controls, format marks (direction, joiners), spaces, lone marks, and blank letters. */
const invisible = /[\p{Cc}\p{Cf}\p{Z}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]/gu

/** In: any text. Out: whether nothing of it can be seen, so that it says nothing (T-09). */
export const isBlank = (text: string): boolean => text.replace(invisible, '') === ''
