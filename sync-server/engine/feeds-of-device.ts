import { audienceOfUnit } from '#shared/domain/access/audience.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { LogReader } from '#server/log/server-log.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { Engine } from './engine.ts'
import { loadReference } from './load-reference.ts'
import { namedRow } from './notes.ts'
import { isWithin } from './policy.ts'
import { feedOfAudience } from './reference.ts'
import type { Reference } from './reference.ts'

/**
 * Feeds that a device may hold now: its unit's, its own, and those of strict cases of which a named user has proven
 * himself at it and still works there (SYNC-FEED-6, R-08).
 */
export async function feedsOfDevice(
  engine: Engine,
  log: LogReader,
  device: EnrolledDevice,
): Promise<readonly FeedName[]> {
  const reference = await loadReference(engine, log)
  const own = feedOfAudience(audienceOfUnit(reference.now.units, device.unit))
  const users = device.users.filter((user) => worksAt(reference, device, user))
  const rows = users.length === 0 ? [] : await log.readStreams(users.map(namedRow))
  const strict = new Set(rows.flatMap(({ notes }) => notes))
  return [own, `device:${device.id}` as FeedName, ...([...strict].toSorted() as FeedName[])]
}

/** Whether somebody who has proven himself at a device still works there. */
export function worksAt(reference: Reference, { unit }: EnrolledDevice, user: string): boolean {
  const known = reference.now.users.get(user)
  return known?.active === true && isWithin(reference, unit, known.unit)
}
