import { clockDoubt } from '#shared/domain/clock/clock-doubt.ts'
import { msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { noteKnownTime, readKnownTime } from '#core/store/known-time.ts'

/** Known often enough to see a jump; not written with every case. */
const everyMs = 10 * 60 * 1000

interface Moment {
  readonly now: Instant
  readonly zone: string
  /** The date that a person says it is. */
  readonly today: string | undefined
}

/**
 * Before a number and a due date are given: a clock that jumped back, or ran 48 hours ahead of the last known time, is
 * believed only when a person says the same date (S13, SYNC-RECOVER-6). In a write transaction.
 */
export function checkClock(db: WritableDb, { now, zone, today }: Moment): Result<null> {
  const known = readKnownTime(db)
  const doubt = known === null ? null : clockDoubt(known, now)
  if (doubt !== null && known !== null) {
    const date = localDateOf(zone, now)
    if (today !== date) return refuse('clock-doubtful', { date, known: localDateOf(zone, known) })
  }
  if (known === null || doubt !== null || msOf(now) - msOf(known) > everyMs) noteKnownTime(db, now)
  return ok(null)
}
