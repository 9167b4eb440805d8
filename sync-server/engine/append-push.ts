/**
 * One push, one transaction (SYNC-APPEND-1): bytes checked, chain and signature proven, what is known answered as it was,
 * the rest judged in its order, numbered and shown to its audiences; answered when it is durable.
 */
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { sameBytes } from '#shared/sync/bytes.ts'
import type { PushPage } from '#shared/sync/push-page.ts'
import type { DeviceEnd, LogWriter, StoredCommit, StreamRow } from '#server/log/server-log.ts'
import type { DeviceEpoch, EnrolledDevice } from '#server/ports.ts'
import { beginAsking, lockCommits, remember, takeLocked } from './begin-work.ts'
import type { Asking } from './begin-work.ts'
import { isSignedBy, linkCommits } from './prove-chain.ts'
import type { Engine } from './engine.ts'
import { isForgedInLog, keepBesideCopy, refusedForOther } from './forged-copy.ts'
import { judgeCommit, unmoved } from './judge-commit.ts'
import type { Judged } from './judge-commit.ts'
import { judgeAgain } from './judge-held.ts'
import type { CommitAnswer } from './judge-held.ts'
import type { Judging } from './policy.ts'
import { withoutOffers } from './offer.ts'
import { isCopy } from './offered.ts'
import { readPush } from './read-push.ts'
import type { LinkedCommit, ReceivedCommit } from './received.ts'
import { takeCommit } from './take-commit.ts'
import type { Work } from './work.ts'
import { sendEvents, writeWork } from './write-work.ts'

export interface Pushed {
  readonly outcomes: readonly CommitAnswer[]
  /** The newest rights event: the device confirms it with its next push (SYNC-APPEND-4). */
  readonly rights: string
  /** What is wrong with held commits of this device that could not be judged again. */
  readonly unreadable: readonly unknown[]
}

/** Refuses the whole push, and then changes nothing: see `SYNC-ENV-3`, `SYNC-PUSH-2` to `SYNC-PUSH-5`. */
export async function appendPush(engine: Engine, judging: Judging, page: PushPage): Promise<Result<Pushed>> {
  const epoch = epochOf(judging.device, page)
  if (!epoch.ok) return epoch
  const commits = readPush(engine.ports.hash, page)
  if (!commits.ok) return commits
  const asking = { device: judging.device.id, judging: () => Promise.resolve(ok(judging)) }
  return engine.log.write((log) => append(engine, log, { asking, page, read: () => commits }))
}

/** In: how a transaction is begun, and who pushes as that transaction sees him. */
export interface Opening {
  readonly write: <T>(work: (log: LogWriter, asking: Asking) => Promise<T>) => Promise<T>
}

/**
 * As `appendPush`, where who pushes is known in the transaction only. A small push is read while its first questions are on
 * their way; what came small may have been packed, and nobody stands in line while a large one is read. Refuses besides what
 * `asking` refuses.
 */
export function appendAsking(engine: Engine, { write }: Opening, page: PushPage): Promise<Result<Pushed>> {
  const readNow = (): ReturnType<typeof readPush> => readPush(engine.ports.hash, page)
  const read = bytesOf(page) <= mostReadInside ? readNow : always(readNow())
  return write((log, asking) => append(engine, log, { asking, page, read }))
}

/** Bytes of a push that are read and hashed in less time than its questions take. */
const mostReadInside = 64 * 1024

const bytesOf = ({ events }: PushPage): number =>
  events.reduce(
    (sum, { envelope, facts, private: secret }) => sum + envelope.length + facts.length + (secret?.length ?? 0),
    0,
  )

const always =
  <T>(value: T) =>
  (): T =>
    value

function epochOf({ id, epochs }: EnrolledDevice, { head }: PushPage): Result<DeviceEpoch> {
  if (head.device !== id) return refuse('sync-unknown-device')
  const epoch = epochs.find((each) => each.epoch === head.epoch)
  // Opened after the backup that this server was restored from: the machine greets it and hears so.
  return epoch === undefined ? refuse('sync-chain-ahead', { epoch: head.epoch, sequence: 0 }) : ok(epoch)
}

interface Appending {
  readonly asking: Asking
  readonly page: PushPage
  readonly read: () => Result<readonly ReceivedCommit[]>
}

async function append(engine: Engine, log: LogWriter, { asking, page, read }: Appending): Promise<Result<Pushed>> {
  const [begun, asked] = await Promise.all([beginAsking(engine, asking, log), readAndAsk(log, asking.device, read)])
  if (!begun.ok) return begun
  if (!asked.ok) return asked
  const work = begun.value
  const epoch = epochOf(work.judging.device, page)
  if (!epoch.ok) return epoch
  await noteAsked(work, asked.value)
  const pushed = await push(work, { page, epoch: epoch.value, ...asked.value })
  if (!pushed.ok) return pushed
  log.onDurable(() => remember(engine, work))
  return pushed
}

interface Pushing extends Pick<Asked, 'commits' | 'ends' | 'found'> {
  readonly page: PushPage
  readonly epoch: DeviceEpoch
}

async function push(work: Work, { page, epoch, commits, ends, found }: Pushing): Promise<Result<Pushed>> {
  const { head } = page
  const end = ends.find((each) => each.epoch === head.epoch) ?? endBefore(head.device, epoch)
  if (head.first > end.sequence + 1) return refuse('sync-chain-ahead', { epoch: end.epoch, sequence: end.sequence })
  const fresh = commits.filter(({ lastSequence }) => lastSequence > end.sequence)
  const known = commits.filter(({ lastSequence }) => lastSequence <= end.sequence)
  if (fresh[0] !== undefined && fresh[0].firstSequence !== end.sequence + 1) return refuse('sync-clone')
  const linked = linkCommits(work.engine.ports.hash, { end, device: head.device, commits: fresh })
  const wrong = knownWrong(work, { known, fresh }) ?? (await linksWrong(work, { page, epoch, end, linked }))
  if (wrong !== null) return wrong
  await takeAll(work, linked, found)
  return ok({
    outcomes: answersOf(work, commits),
    rights: newestRights(work),
    unreadable: [...work.unreadable.values()],
  })
}

const endBefore = (device: string, { epoch, follows }: DeviceEpoch): DeviceEnd => ({
  device,
  epoch,
  sequence: 0,
  link: follows,
})

interface Asked {
  readonly commits: readonly ReceivedCommit[]
  readonly ends: readonly DeviceEnd[]
  readonly known: readonly StoredCommit[]
  readonly held: readonly StoredCommit[]
  /** Ids of events that stand in the log already, with their commits. */
  readonly found: ReadonlyMap<string, string>
  readonly locked: readonly StreamRow[]
}

/**
 * All that a push wants to know, asked at once, behind the lock of the device's row and not waiting for it: a transaction is
 * answered in the order in which it asks, and while the row is held nobody else writes to this device's chain.
 */
async function readAndAsk(log: LogWriter, device: string, read: Appending['read']): Promise<Result<Asked>> {
  const pushed = read()
  if (!pushed.ok) return pushed
  const commits = pushed.value
  const ids = commits.flatMap(({ events }) => events.map(({ content }) => content.id))
  const [ends, known, held, found, locked] = await Promise.all([
    log.deviceEnds(device),
    log.readCommits(commits.map(({ commit }) => commit)),
    log.readHeld(device),
    log.findEvents(ids),
    lockCommits(log, commits),
  ])
  return ok({ commits, ends, known, held, found, locked })
}

async function noteAsked(work: Work, { known, held, locked }: Asked): Promise<void> {
  for (const stored of known) work.knownCommits.set(stored.commit, stored)
  for (const { commit, streams } of held) for (const stream of streams) work.fences.set(stream, commit)
  await takeLocked(work, locked)
}

/**
 * The same id with other bytes, but for those of a copy, which stops no queue (`forged-copy.ts`); or another commit at the same
 * place of the chain (SYNC-PUSH-4, SYNC-PUSH-5).
 */
function knownWrong(
  work: Work,
  { known, fresh }: { readonly known: readonly ReceivedCommit[]; readonly fresh: readonly ReceivedCommit[] },
): ReturnType<typeof refuse> | null {
  for (const { commit, bytesHash } of [...known, ...fresh]) {
    const stored = work.knownCommits.get(commit)
    if (stored === undefined || sameBytes(stored.bytesHash, bytesHash)) continue
    work.engine.ports.journal.error('one commit id with other bytes', { commit, device: work.judging.device.id })
    if (isCopy(stored)) continue
    return refuse('sync-bytes-differ', { id: commit })
  }
  return known.some(({ commit }) => !work.knownCommits.has(commit)) ? refuse('sync-clone') : null
}

async function linksWrong(
  work: Work,
  proof: Pick<Pushing, 'page' | 'epoch'> & { readonly end: DeviceEnd; readonly linked: readonly LinkedCommit[] },
): Promise<ReturnType<typeof refuse> | null> {
  const { page, epoch, end, linked } = proof
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

async function takeAll(work: Work, fresh: readonly LinkedCommit[], found: ReadonlyMap<string, string>): Promise<void> {
  const forged = fresh.filter((commit) => isForgedInLog(work, commit))
  const unknown = fresh.filter(({ commit }) => !work.knownCommits.has(commit))
  const twice = found.size === 0 ? found : await foundTwice(work, unknown, found)
  for (const commit of unknown) {
    const isTwice = twice.size > 0 && commit.events.some(({ content }) => twice.has(content.id))
    await takeCommit(work, commit, isTwice ? refusedTwice(commit.commit) : await judgeCommit(work, commit))
    await sendEvents(work, work.engine.eventsAtOnce)
  }
  for (const commit of forged) await keepBesideCopy(work, commit)
  if (work.fences.size > 0) await judgeAgain(work)
  await writeWork(work)
  const last = fresh.at(-1)
  if (last === undefined) return
  const { device } = work.judging
  await work.log.setDeviceEnd({ device: device.id, epoch: last.epoch, sequence: last.lastSequence, link: last.link })
}

/** Ids of these commits that stand in the log under another commit; a copy of one gives way. */
function foundTwice(
  work: Work,
  commits: readonly LinkedCommit[],
  found: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(commits.flatMap(({ events }) => events.map(({ content }) => content.id)))
  return withoutOffers(work, commits, new Map([...found].filter(([id]) => ids.has(id))))
}

/** An event that stands in another commit already is taken once (S3). */
const refusedTwice = (commit: string): Judged => unmoved(refusedForOther(commit))

const answersOf = (work: Work, commits: readonly ReceivedCommit[]): readonly CommitAnswer[] =>
  commits.flatMap((sent) => {
    const { commit } = sent
    const stored = work.knownCommits.get(commit)
    if (stored === undefined) return []
    return [{ commit, outcome: isForgedInLog(work, sent) ? refusedForOther(commit) : stored.outcome }]
  })

const newestRights = ({ reference }: Work): string =>
  reference.events.findLast(({ stream }) => /^(user|group):/.test(stream))?.id ?? ''
