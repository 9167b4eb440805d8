import type { ReadableDb } from './driver.ts'

/** Whether this log ever had a server; also of a machine that left its server: what came from there stays. */
export const wasEverJoined = (db: ReadableDb): boolean =>
  db.value<number>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM feeds) OR EXISTS (SELECT 1 FROM chains WHERE own = 0)
       OR EXISTS (SELECT 1 FROM sync_state WHERE answered > 0)`,
  ) === 1
