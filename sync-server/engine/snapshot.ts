/**
 * First fill (SYNC-SNAP-1): whole open cases first, then the feed from its first entry in parts of 2,000, each known by the
 * hash of its bytes and never changed; what follows the last whole part is pulled as ever. A part is a page as a pull gives
 * it, so that a machine proves it alike. When a feed has to show less than before, its parts are made anew. A department's
 * feed has open cases alone: what its entries name depends on which machine asks (SYNC-FEED-9), so it is pulled.
 */
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { Engine } from './engine.ts'
import { feedsOfDevice } from './feeds-of-device.ts'
import { narrowedRow } from './notes.ts'
import { readOpenCases } from './open-cases.ts'
import { readPageTo } from './read-feed.ts'
import type { FeedParts, SnapshotPart } from './snapshot-cache.ts'

export interface Snapshot {
  readonly feed: FeedName
  /** The parts reach up to this entry, whose hash stands beside. */
  readonly upTo: number
  readonly hash: string
  readonly openCases: string[]
  readonly parts: SnapshotPart[]
}

/** Refuses `sync-feed-not-yours`. */
export async function readSnapshot(engine: Engine, device: EnrolledDevice, feed: FeedName): Promise<Result<Snapshot>> {
  if (!(await mayHold(engine, device, feed))) return refuse('sync-feed-not-yours', { feed })
  const { parts, openCases } = await partsOf(engine, feed)
  const upTo = parts.length * engine.entriesAPart
  const hash = upTo === 0 ? toHex(noLink) : await hashAt(engine, feed, upTo)
  return ok({ feed, upTo, hash, openCases: [...(openCases?.addresses ?? [])], parts: [...parts] })
}

/** Refuses `sync-feed-not-yours`, and `sync-part-gone` where the parts were made anew: the snapshot is asked for again. */
export async function readPart(
  engine: Engine,
  device: EnrolledDevice,
  { feed, address }: { readonly feed: FeedName; readonly address: string },
): Promise<Result<Uint8Array>> {
  if (!(await mayHold(engine, device, feed))) return refuse('sync-feed-not-yours', { feed })
  const { parts, openCases } = await partsOf(engine, feed)
  const part = parts.find((each) => each.address === address)
  if (part === undefined && openCases?.addresses.includes(address) !== true) return refuse('sync-part-gone')
  const kept = engine.snapshots.findBytes(address)
  if (kept !== null) return ok(kept)
  if (part === undefined) return refuse('sync-part-gone')
  const made = await makePart(engine, feed, part.from)
  if (made.address === address) return ok(made.bytes)
  engine.snapshots.feeds.delete(feed)
  return refuse('sync-part-gone')
}

const mayHold = async (engine: Engine, device: EnrolledDevice, feed: FeedName): Promise<boolean> =>
  (await engine.log.read((log) => feedsOfDevice(engine, log, device))).includes(feed)

const hashAt = (engine: Engine, feed: FeedName, sequence: number): Promise<string> =>
  engine.log.read(async (log) => {
    const [entry] = await log.readEntries({ feed, after: sequence - 1, limit: 1 })
    return toHex(must(entry, `${feed} reaches ${sequence}`).hash)
  })

/** What is made already, and what became whole since; a part at a time, so that no reading lasts long. */
async function partsOf(engine: Engine, feed: FeedName): Promise<FeedParts> {
  const { end, narrowed } = await engine.log.read(async (log) => {
    const [row] = await log.readStreams([narrowedRow(feed)])
    const [feedEnd] = await log.feedEnds([feed])
    return { end: feedEnd?.sequence ?? 0, narrowed: row?.length ?? 0 }
  })
  const whole = Math.floor(end / engine.entriesAPart)
  const known = engine.snapshots.feeds.get(feed)
  const isGood = known?.narrowed === narrowed
  if (isGood && (known.openCases?.parts ?? 0) === whole) return known
  const parts = isGood ? [...known.parts] : []
  while (parts.length < whole && !feed.startsWith('department:')) {
    const { address, from, to } = await makePart(engine, feed, parts.length * engine.entriesAPart + 1)
    parts.push({ address, from, to })
  }
  const openCases = whole === 0 ? null : { parts: whole, addresses: await makeOpenCases(engine, feed) }
  const made = { narrowed, parts, openCases }
  engine.snapshots.feeds.set(feed, made)
  return made
}

async function makePart(
  engine: Engine,
  feed: FeedName,
  from: number,
): Promise<SnapshotPart & { readonly bytes: Uint8Array }> {
  const { entriesAPart } = engine
  const to = from + entriesAPart - 1
  const { bytes } = await engine.log.read((log) =>
    readPageTo(engine, log, { feed, after: from - 1, limit: entriesAPart, end: to }),
  )
  return { address: keep(engine, bytes), from, to, bytes }
}

async function makeOpenCases(engine: Engine, feed: FeedName): Promise<readonly string[]> {
  const addresses: string[] = []
  for await (const bytes of readOpenCases(engine, feed)) addresses.push(keep(engine, bytes))
  return addresses
}

function keep(engine: Engine, bytes: Uint8Array): string {
  const address = toHex(engine.ports.hash(bytes))
  engine.snapshots.keepBytes(address, bytes)
  return address
}
