/**
 * Files that went over lately. No log says that a file arrived, so a server that is put back, with its files, to between the
 * event that names one and its arrival looks the same to everybody. Until this machine holds what was logged behind the
 * arrival, and would miss it then, the server is asked behind each greeting whether it has it still (SYNC-RECOVER-2, S16).
 */
import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readFeeds } from './feeds.ts'
import { readSetting, writeSetting } from './settings.ts'

const key = 'sync-files-sent'
const Sent = z.object({
  address: z.string(),
  /** Where the server's feeds ended when it was greeted first behind the arrival; null before. */
  ends: z.record(z.string(), z.int()).nullable(),
  /** The server was greeted since it was asked last. */
  isDue: z.boolean().default(false),
})
type Sent = z.infer<typeof Sent>

/** More are not sent between two entries of a feed, but by an office that writes nothing: of those the last. */
const most = 200

const read = (db: ReadableDb): readonly Sent[] => readSetting(db, key, z.array(Sent)) ?? []

/** In a write transaction. */
export const noteSent = (db: WritableDb, address: string): void =>
  writeSetting(
    db,
    key,
    [...read(db).filter((each) => each.address !== address), { address, ends: null, isDue: false }].slice(-most),
  )

/** In a write transaction. In: where the feeds of a greeted server end. Each that they would not miss is due. */
export function noteGreeted(
  db: WritableDb,
  feeds: readonly { readonly feed: string; readonly sequence: number }[],
): void {
  const known = read(db)
  if (known.length === 0) return
  const cursors = new Map<string, number>(readFeeds(db).map(({ feed, cursor }) => [feed, cursor]))
  const isMissed = ({ ends }: Sent): boolean =>
    Object.entries(ends ?? {}).some(([feed, sequence]) => (cursors.get(feed) ?? 0) > sequence)
  const ends = Object.fromEntries(feeds.map(({ feed, sequence }) => [feed, sequence]))
  // What is due was not asked of since it was at risk: it stays until it is.
  const left = known
    .filter((each) => each.isDue || !isMissed(each))
    .map((each) => ({ ...each, ends: each.ends ?? ends }))
  writeSetting(
    db,
    key,
    left.map((each) => ({ ...each, isDue: true })),
  )
}

/** Addresses of which the server is to be asked whether it has them still. */
export const sentAndDue = (db: ReadableDb): readonly string[] =>
  read(db).flatMap(({ address, isDue }) => (isDue ? [address] : []))

/** In a write transaction. The server has it still, or it waits now. */
export const noteAsked = (db: WritableDb, address: string): void =>
  writeSetting(
    db,
    key,
    read(db).map((each) => (each.address === address ? { ...each, isDue: false } : each)),
  )
