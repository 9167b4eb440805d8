import { z } from 'zod'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import { readMembership } from './membership.ts'

/* Which server this folder left, so that nobody is asked for a code that cannot bring it back (SYNC-ENROL-3). */

const LeftServer = z.object({ url: z.string(), at: z.string(), mayReturn: z.boolean(), mayJoin: z.boolean() })
type LeftServer = z.infer<typeof LeftServer>

const key = 'sync-left'

export const readLeftServer = (db: ReadableDb): LeftServer | null => readSetting(db, key, LeftServer)

/** In the transaction in which the membership ends, before it is forgotten. */
export function noteLeaving(db: WritableDb, at: Instant): void {
  const joined = readMembership(db)
  if (joined === null) return
  const mayJoin = joined.unit.kind === 'office'
  writeSetting(db, key, { url: joined.url, at, mayJoin, mayReturn: mayJoin && !hasCasesThere(db) })
}

/** A case with a place was answered by the server: it holds a history that this one is not merged with. */
const hasCasesThere = (db: ReadableDb): boolean =>
  db.value<number>(
    "SELECT 1 FROM events WHERE stream >= 'case:' AND stream < 'case;' AND position IS NOT NULL LIMIT 1",
  ) === 1
