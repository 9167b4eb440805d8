/**
 * One push, one transaction (SYNC-APPEND-1): bytes checked, chain and signature proven, what is known answered as it was,
 * the rest judged in its order, numbered and shown to its audiences; answered when it is durable.
 */
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { sameBytes } from '#shared/sync/bytes.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import type { PushPage } from '#shared/sync/push-page.ts'
import type { DeviceEnd, LogWriter } from '#server/log/server-log.ts'
import type { DeviceEpoch } from '#server/ports.ts'
import { isSignedBy, linkCommits } from './prove-chain.ts'
import type { Engine } from './engine.ts'
import { judgeCommit } from './judge-commit.ts'
import { loadReference } from './load-reference.ts'
import { holdStreams } from './load-streams.ts'
import type { Judging } from './policy.ts'
import { readPush } from './read-push.ts'
import type { LinkedCommit, ReceivedCommit } from './received.ts'
import { referenceMarker } from './reference.ts'
import { takeCommit } from './take-commit.ts'
import { createWork } from './work.ts'
import type { Work } from './work.ts'
import { writeWork } from './write-work.ts'

export interface CommitAnswer {
  readonly commit: string
  readonly outcome: Outcome
}

export interface Pushed {
  readonly outcomes: readonly CommitAnswer[]
  /** The newest rights event: the device confirms it with its next push (SYNC-APPEND-4). */
  readonly rights: string
}

/** Refuses the whole push, and then changes nothing: see `SYNC-ENV-3`, `SYNC-PUSH-2` to `SYNC-PUSH-5`. */
export async function appendPush(engine: Engine, judging: Judging, page: PushPage): Promise<Result<Pushed>> {
  const epoch = judging.device.epochs.find((each) => each.epoch === page.head.epoch)
  if (epoch === undefined || page.head.device !== judging.device.id) return refuse('sync-unknown-device')
  const commits = readPush(engine.ports.hash, page)
  if (!commits.ok) return commits
  let done: Work | null = null
  const answered = await engine.log.write(async (log) => {
    const work = await beginWork(engine, judging, log)
    const pushed = await push(work, { page, epoch, commits: commits.value })
    done = pushed.ok ? work : null
    return pushed
  })
  if (done !== null) remember(engine, done)
  return answered
}

/** A transaction's hand, holding the device's own row: two pushes of one device come one after the other. */
export async function beginWork(engine: Engine, judging: Judging, log: LogWriter): Promise<Work> {
  const work = createWork({ engine, log, judging, reference: await loadReference(engine, log) })
  await holdStreams(work, [deviceRow(judging.device.id)])
  return work
}

const deviceRow = (device: string): string => `!device:${device}`

interface Pushing {
  readonly page: PushPage
  readonly epoch: DeviceEpoch
  readonly commits: readonly ReceivedCommit[]
}

async function push(work: Work, { page, epoch, commits }: Pushing): Promise<Result<Pushed>> {
  const { head } = page
  const ends = await work.log.deviceEnds(head.device)
  const end = ends.find((each) => each.epoch === head.epoch) ?? endBefore(head.device, epoch)
  if (head.first > end.sequence + 1) return refuse('sync-chain-ahead', { epoch: end.epoch, sequence: end.sequence })
  const fresh = commits.filter(({ lastSequence }) => lastSequence > end.sequence)
  const known = commits.filter(({ lastSequence }) => lastSequence <= end.sequence)
  if (fresh[0] !== undefined && fresh[0].firstSequence !== end.sequence + 1) return refuse('sync-clone')
  await readKnown(work, commits)
  const wrong = knownWrong(work, { known, fresh }) ?? (await linksWrong(work, { page, epoch, end, fresh }))
  if (wrong !== null) return wrong
  await takeAll(work, linkCommits(work.engine.ports.hash, { end, device: head.device, commits: fresh }))
  return ok({ outcomes: answersOf(work, commits), rights: newestRights(work) })
}

const endBefore = (device: string, { epoch, follows }: DeviceEpoch): DeviceEnd => ({
  device,
  epoch,
  sequence: 0,
  link: follows,
})

async function readKnown(work: Work, commits: readonly ReceivedCommit[]): Promise<void> {
  for (const stored of await work.log.readCommits(commits.map(({ commit }) => commit)))
    work.knownCommits.set(stored.commit, stored)
  for (const held of await work.log.readHeld(work.judging.device.id))
    for (const stream of held.streams) work.fences.set(stream, held.commit)
}

/** The same id with other bytes, or another commit at the same place of the chain (SYNC-PUSH-4, SYNC-PUSH-5). */
function knownWrong(
  work: Work,
  { known, fresh }: { readonly known: readonly ReceivedCommit[]; readonly fresh: readonly ReceivedCommit[] },
): ReturnType<typeof refuse> | null {
  for (const { commit, bytesHash } of [...known, ...fresh]) {
    const stored = work.knownCommits.get(commit)
    if (stored === undefined || sameBytes(stored.bytesHash, bytesHash)) continue
    work.engine.ports.journal.error('one commit id with other bytes', { commit, device: work.judging.device.id })
    return refuse('sync-bytes-differ', { commit })
  }
  return known.some(({ commit }) => !work.knownCommits.has(commit)) ? refuse('sync-clone') : null
}

async function linksWrong(
  work: Work,
  proof: Omit<Pushing, 'commits'> & { readonly end: DeviceEnd; readonly fresh: readonly ReceivedCommit[] },
): Promise<ReturnType<typeof refuse> | null> {
  const { page, epoch, end, fresh } = proof
  const linked = linkCommits(work.engine.ports.hash, { end, device: page.head.device, commits: fresh })
  const link = linked.at(-1)?.link ?? (await linkOfLast(work, page, end))
  if (link === null) return refuse('sync-clone')
  return isSignedBy(work.engine.ports.signing, { epoch, head: page.head, link })
}

/** Everything sent is known: the link sent must be the one that was taken. */
async function linkOfLast(work: Work, { head, events }: PushPage, end: DeviceEnd): Promise<Uint8Array | null> {
  const sequence = head.first + events.length - 1
  if (sequence === end.sequence) return end.link
  return work.log.linkAt({ device: head.device, epoch: head.epoch, sequence })
}

async function takeAll(work: Work, fresh: readonly LinkedCommit[]): Promise<void> {
  const unknown = fresh.filter(({ commit }) => !work.knownCommits.has(commit))
  const twice = await work.log.findEvents(unknown.flatMap(({ events }) => events.map(({ content }) => content.id)))
  await holdStreams(work, streamsOf(unknown))
  // Somebody may have changed the policy before this transaction held it.
  const marker = work.rows.get(referenceMarker)
  if (marker !== undefined && marker.length !== work.reference.length)
    work.reference = await loadReference(work.engine, work.log)
  for (const commit of unknown) {
    if (commit.events.some(({ content }) => twice.has(content.id))) {
      await takeCommit(work, commit, refusedTwice(commit.commit))
      continue
    }
    await takeCommit(work, commit, await judgeCommit(work, commit))
  }
  await writeWork(work)
  const last = fresh.at(-1)
  if (last === undefined) return
  const { device } = work.judging
  await work.log.setDeviceEnd({ device: device.id, epoch: last.epoch, sequence: last.lastSequence, link: last.link })
}

/** An event that stands in another commit already is taken once (S3). */
const refusedTwice = (commit: string) => ({
  outcome: { kind: 'refused', reason: { code: 'sync-bytes-differ', params: { commit } } } as const,
  dutyKeys: [],
})

function streamsOf(commits: readonly ReceivedCommit[]): readonly string[] {
  const streams = new Set(commits.flatMap(({ events }) => events.map(({ content }) => content.stream)))
  const hasReference = [...streams].some((stream) => !/^(case|person|audit):/.test(stream))
  return [...streams, ...(hasReference ? [referenceMarker] : [])]
}

const answersOf = (work: Work, commits: readonly ReceivedCommit[]): readonly CommitAnswer[] =>
  commits.flatMap(({ commit }) => {
    const stored = work.knownCommits.get(commit)
    return stored === undefined ? [] : [{ commit, outcome: stored.outcome }]
  })

const newestRights = ({ reference }: Work): string =>
  reference.events.findLast(({ stream }) => /^(user|group):/.test(stream))?.id ?? ''

/** What was folded is kept for the next transaction, now that it is durable. */
export function remember(engine: Engine, work: Work): void {
  for (const [stream, state] of work.states) engine.cases.keep(stream, work.rows.get(stream)?.length ?? 0, state)
  if (work.reference.length > (engine.reference?.length ?? -1)) engine.reference = work.reference
}
