/**
 * Files that went over lately. No log says that a file arrived, so a server that is put back, with its files, to between the
 * event that names one and its arrival looks the same to everybody. Until this machine holds what was logged behind the
 * arrival, and would miss it then, such a file is offered again by each greeting (SYNC-RECOVER-2, S16).
 */
import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readFeeds } from './feeds.ts'
import { readSetting, writeSetting } from './settings.ts'

const key = 'sync-files-sent'
/** Where the server's feeds ended when it was greeted first behind the arrival; null before. */
const Sent = z.object({ address: z.string(), ends: z.record(z.string(), z.int()).nullable() })
type Sent = z.infer<typeof Sent>

/** More are not sent between two entries of a feed, but by an office that writes nothing: of those the last. */
const most = 200

const read = (db: ReadableDb): readonly Sent[] => readSetting(db, key, z.array(Sent)) ?? []

/** In a write transaction. */
export const noteSent = (db: WritableDb, address: string): void =>
  writeSetting(db, key, [...read(db).filter((each) => each.address !== address), { address, ends: null }].slice(-most))

/** In a write transaction. In: where the feeds of a greeted server end. Out: addresses to offer again. */
export function sentLately(
  db: WritableDb,
  feeds: readonly { readonly feed: string; readonly sequence: number }[],
): readonly string[] {
  const known = read(db)
  if (known.length === 0) return []
  const cursors = new Map<string, number>(readFeeds(db).map(({ feed, cursor }) => [feed, cursor]))
  const isMissed = ({ ends }: Sent): boolean =>
    Object.entries(ends ?? {}).some(([feed, sequence]) => (cursors.get(feed) ?? 0) > sequence)
  const ends = Object.fromEntries(feeds.map(({ feed, sequence }) => [feed, sequence]))
  const left = known.filter((each) => !isMissed(each)).map((each) => ({ ...each, ends: each.ends ?? ends }))
  writeSetting(db, key, left)
  return left.map(({ address }) => address)
}
