import { joinBytes, sameBytes } from '#shared/sync/bytes.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { nextLink } from '#shared/sync/link.ts'
import type { DeviceEnd, LogReader, StoredCommit } from '#server/log/server-log.ts'
import type { DeviceEpoch } from '#server/ports.ts'
import type { Engine } from './engine.ts'
import type { LogFault, LogFinding } from './verify-log.ts'

/** The epoch of any device that was ever enrolled, revoked or not. */
export type EpochOf = (device: string, epoch: number) => Promise<DeviceEpoch | null>

interface Placed extends EventBytes {
  readonly sequence: number
  readonly contentHash: Uint8Array
}

interface Walk {
  readonly engine: Engine
  readonly end: DeviceEnd
  readonly findings: LogFinding[]
  /** Where the chain stands, and its link there; null where the commits before were sent again under a later epoch. */
  at: number
  link: Uint8Array | null
  commits: number
  unlinked: number
}

const commitsARead = 200

/** Walks the commits of one epoch of a device: bytes against hashes, hashes against links. */
export async function verifyChain(
  engine: Engine,
  end: DeviceEnd,
  epoch: DeviceEpoch | null,
): Promise<Pick<Walk, 'findings' | 'commits' | 'unlinked'>> {
  const walk: Walk = { engine, end, findings: [], at: 0, link: epoch?.follows ?? null, commits: 0, unlinked: 0 }
  if (epoch === null) find(walk, 1, 'key-unknown')
  while (walk.at < end.sequence) {
    const asked = { device: end.device, epoch: end.epoch, after: walk.at, limit: commitsARead }
    const read = await engine.log.read(async (log) => {
      const commits = await log.readChain(asked)
      return { commits, events: await eventsOf(log, commits) }
    })
    const inside = read.commits.filter(({ lastSequence }) => lastSequence <= end.sequence)
    for (const commit of inside) proveCommit(walk, commit, read.events.get(commit.commit) ?? [])
    if (inside.length === 0) break
  }
  if (walk.at === end.sequence && walk.link !== null && !sameBytes(walk.link, end.link)) find(walk, walk.at, 'end')
  return walk
}

const find = ({ end, findings }: Walk, at: number, why: LogFault): void =>
  void findings.push({ where: `device:${end.device}#${end.epoch}`, at, why })

async function eventsOf(
  log: LogReader,
  commits: readonly StoredCommit[],
): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const own = new Set(commits.map(({ commit }) => commit))
  const stored = await log.readEvents([...new Set(commits.flatMap(({ streams }) => streams))])
  const placed = new Map<string, readonly Placed[]>(
    Map.groupBy(
      stored.filter(({ commit }) => own.has(commit)),
      ({ commit }) => commit,
    ),
  )
  const others = [...own].filter((commit) => !placed.has(commit))
  for (const { commit, events } of await log.readKept(others)) placed.set(commit, events)
  return placed
}

function proveCommit(walk: Walk, commit: StoredCommit, placed: readonly Placed[]): void {
  const { hash } = walk.engine.ports
  const { device, epoch, firstSequence, lastSequence } = commit
  const events = placed.toSorted((left, right) => left.sequence - right.sequence)
  const follows = firstSequence === walk.at + 1 ? walk.link : null
  walk.commits += 1
  walk.at = lastSequence
  walk.link = commit.link
  if (events.length !== lastSequence - firstSequence + 1) return find(walk, firstSequence, 'event-missing')
  const altered = events.find((event) => !sameBytes(contentHash(hash, event.envelope, event.facts), event.contentHash))
  if (altered !== undefined) return find(walk, altered.sequence, 'content')
  if (!sameBytes(hash(joinBytes(...events.map((event) => event.contentHash))), commit.bytesHash))
    return find(walk, firstSequence, 'content')
  if (follows === null) return void (walk.unlinked += 1)
  let link = follows
  for (const { sequence, contentHash: content } of events)
    link = nextLink(hash, link, { place: { device, epoch, sequence }, contentHash: content })
  if (!sameBytes(link, commit.link)) find(walk, firstSequence, 'chain')
}
