import { z } from 'zod'
import { toHex } from '#shared/sync/bytes.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, writeSetting } from './settings.ts'

const LogEnd = z.object({ seq: z.int(), link: z.string() })
export type LogEnd = z.infer<typeof LogEnd>

const settingKey = 'log-end'

const LostTail = z.object({ seq: z.int() })
const lostKey = 'log-lost-to'

/** Written at every clean stop: a log that later ends before this place has lost its tail. */
export function noteLogEnd(db: WritableDb): void {
  const last = db.get<{ seq: number; link: Uint8Array }>('SELECT seq, link FROM events ORDER BY seq DESC LIMIT 1')
  const noted = notedLogEnd(db)
  if (last === undefined || (noted !== null && noted.seq >= last.seq)) return
  writeSetting(db, settingKey, { seq: last.seq, link: toHex(last.link) } satisfies LogEnd)
}

export function notedLogEnd(db: ReadableDb): LogEnd | null {
  return readSetting(db, settingKey, LogEnd)
}

/** Tables knew this event, and the log does not: it lost its end. Kept, since the tables that tell it are made anew. */
export const noteLostTail = (db: WritableDb, seq: number): void =>
  writeSetting(db, lostKey, { seq } satisfies z.infer<typeof LostTail>)

/** Place of the last event that is known to be lost, or null. */
export const lostTail = (db: ReadableDb): number | null => readSetting(db, lostKey, LostTail)?.seq ?? null
