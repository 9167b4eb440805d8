/**
 * The most that is written at once, in bytes of canonical JSON (SYNC-ENV-3). Whoever writes keeps to it before anything is
 * saved, so that no server ever refuses what was saved; a commit goes with a push of its own, packed or not (SYNC-PUSH-6).
 */
export const eventBounds = { facts: 512 * 1024, private: 256 * 1024 } as const

/** `bytes` is for whoever writes: a server takes what its bounds of a push let through. */
export const commitBounds = { events: 2000, bytes: 3 * 1024 * 1024 } as const
