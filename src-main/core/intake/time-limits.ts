/**
 * Milliseconds after which a task's thread is ended; the file is kept and the refusal of its kind is shown. They stand apart from
 * the tasks: who starts a thread must not load the parsers and image libraries that run in it (they took nearly half of the
 * core's start).
 */
export const timeLimits = { readEmailFile: 30_000, countScanPages: 30_000, renderScanPage: 45_000 } as const
