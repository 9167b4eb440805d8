import type { UserSet } from './events.ts'

/**
 * In: a user as he stood, what was saved of him. Out: as he stands then. Whoever saves him at an older program leaves out
 * what it does not know of; that is not taken from him (S11, E-02).
 */
export const userAfter = (before: UserSet | undefined, saved: UserSet): UserSet =>
  saved.leave === undefined ? { ...saved, leave: before?.leave ?? null } : saved
