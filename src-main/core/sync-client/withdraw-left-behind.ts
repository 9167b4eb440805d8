import { z } from 'zod'
import { Instant, msOf } from '#shared/domain/clock/instant.ts'
import { readFeeds } from '#core/store/feeds.ts'
import { markLeftovers } from '#core/store/leftovers.ts'
import { peopleLeftBehind } from '#core/store/people-left-behind.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import { withdrawEvents } from '#core/store/withdraw.ts'
import type { SyncClient } from './client.ts'
import { readMembership } from './membership.ts'

const key = 'left-behind-withdrawn'
/** Done; or when it was looked last, where it is to be looked again. */
const Looked = z.union([z.literal(true), z.object({ at: Instant })])
/** The log is read whole for it. */
const untilAgainMs = 7 * 86_400_000

/**
 * Earlier programs left whom a strict case named on a machine that the case had left: anybody there found him by search. A
 * machine that still has him lets him go, once, as if the case took him along today; what is left of him on the disk goes
 * with the next sweep (R-08, SYNC-FEED-6, SYNC-MERGE-6). In: behind a greeting and all that the feeds say, so that nobody is
 * taken for left behind whom they show, or whom a restored server lacks (S12).
 */
export function withdrawLeftBehind(client: SyncClient): void {
  const { db, projections } = client.store
  const now = client.ports.clock.now()
  if (!isDue(client, now) || !hasHeardAll(client)) return
  const { leaving, isToLookAgain } = peopleLeftBehind(db)
  db.transaction(() => {
    const files = withdrawEvents(db, projections, leaving)
    if (leaving.length > 0) markLeftovers(db, files)
    writeSetting(db, key, isToLookAgain ? { at: now } : true)
  })
  if (leaving.length > 0) client.effects.onReceived(new Set(leaving.map(({ stream }) => stream)))
}

function isDue({ store: { db } }: SyncClient, now: Instant): boolean {
  const looked = readSetting(db, key, Looked)
  if (looked === null || looked === true) return looked === null
  return Math.abs(msOf(now) - msOf(looked.at)) >= untilAgainMs
}

const hasHeardAll = ({ store: { db } }: SyncClient): boolean =>
  readMembership(db)?.recovering === false && readFeeds(db).every(({ cursor, ends }) => cursor >= ends)
