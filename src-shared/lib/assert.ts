/** Throws when a thing that cannot happen happened; `reason` says what was believed. */
export function assert(condition: unknown, reason: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${reason}`)
}

/** The value, or a thrown error when it is missing though it cannot be; `reason` says why it was believed to be there. */
export function must<T>(value: T | null | undefined, reason: string): T {
  if (value === null || value === undefined) throw new Error(`broken invariant: ${reason}`)
  return value
}

/** Makes a switch complete by type. */
export function assertNever(value: never): never {
  throw new Error(`broken invariant: unexpected value ${JSON.stringify(value)}`)
}
