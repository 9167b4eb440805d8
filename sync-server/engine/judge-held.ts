/**
 * Held commits are judged again: when a person asks, when their fence has gone, when the user or the ground they wait for
 * is known, and those that wait for it after an update of the server (SYNC-APPEND-11). What is taken then enters its streams then; every new outcome goes to
 * the device's own feed. A device's held commits are looked at in the order of its chain, so that one that waits behind
 * another never overtakes it (SYNC-APPEND-7).
 */
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { sameBytes } from '#shared/sync/bytes.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome, TakenBack } from '#shared/sync/outcome.ts'
import type { KeptCommit, StoredCommit } from '#server/log/server-log.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { holdCommits, inTransaction } from './begin-work.ts'
import type { Engine } from './engine.ts'
import { tell } from './fan-out.ts'
import { holdStreams } from './load-streams.ts'
import { judgeCommit, unmoved } from './judge-commit.ts'
import type { Judged } from './judge-commit.ts'
import type { Judging } from './policy.ts'
import { bytesHashOf, readCommit } from './read-push.ts'
import type { LinkedCommit } from './received.ts'
import { enterStreams } from './take-commit.ts'
import { tellHeld, tellOver } from './tell-held.ts'
import type { Ended } from './tell-held.ts'
import type { Work } from './work.ts'

export interface CommitAnswer {
  readonly commit: string
  readonly outcome: Outcome
}

export interface HeldCommit extends CommitAnswer {
  readonly since: string
  readonly streams: string[]
}

/** What is held of a device, oldest first. */
export async function listHeld(engine: Engine, device: string): Promise<HeldCommit[]> {
  const held = await engine.log.read((log) => log.readHeld(device))
  return held.map(({ commit, outcome, receivedAt, streams }) => ({
    commit,
    outcome,
    since: receivedAt,
    streams: [...streams],
  }))
}

const withdrawnFor = ({ reason }: TakenBack): Ended => ({
  kind: 'refused',
  reason: { code: 'sync-withdrawn', params: { reason } },
})

/** Judges one held commit again. Refuses `sync-commit-unknown` where this device has none by that id. */
export function retryHeld(engine: Engine, judging: Judging, commit: string): Promise<Result<CommitAnswer>> {
  return decideHeld(engine, judging, { commit, withdrawn: none })
}

/**
 * Its author takes it back, and others with it, also where it is unknown here; what waited behind them goes on, none of
 * them is judged, and nothing that waits for a user or its ground: its author may be about to take that back too.
 */
export function withdrawHeld(
  engine: Engine,
  judging: Judging,
  { others = [], ...asked }: TakenBack & { readonly others?: readonly TakenBack[] | undefined },
): Promise<Result<CommitAnswer>> {
  const withdrawn = new Map([asked, ...others].map((each) => [each.commit, withdrawnFor(each)]))
  return decideHeld(engine, judging, { commit: asked.commit, withdrawn })
}

export interface HeldDevices {
  readonly deviceOf: (id: string) => Promise<EnrolledDevice | null>
  /** One device's commits cannot be judged, as where the store has lost a part of them: the others' are. */
  readonly onFault: (device: EnrolledDevice, error: unknown) => Promise<void>
}

/**
 * After an update: what waited for it is judged again, device by device, and what waited behind that. Nothing else: a server
 * that was restored holds as it was what an author took back since, until his machine comes (SYNC-RECOVER-2). `deviceOf`
 * answers for devices that are enrolled; what is held of a revoked one waits for a person. Out: how many got another outcome.
 */
export async function judgeAllHeld(engine: Engine, { deviceOf, onFault }: HeldDevices): Promise<number> {
  const held = await engine.log.read((log) => log.readHeld(null))
  let changed = 0
  for (const id of new Set(held.filter(isForUpdate).map(({ device }) => device))) {
    const device = await deviceOf(id)
    if (device === null) continue
    const { unreadable, outcomes } = await judgeUpdatedOf(engine, device).catch(noneButFault)
    for (const fault of unreadable.values()) await onFault(device, fault)
    changed += outcomes.size
  }
  return changed
}

type Looked = Pick<Work, 'unreadable' | 'outcomes'>

const noneButFault = (error: unknown): Looked => ({ unreadable: new Map([['', error]]), outcomes: new Map() })

function judgeUpdatedOf(engine: Engine, device: EnrolledDevice): Promise<Looked> {
  const judging = { device, now: engine.ports.clock.now(), confirmed: '' }
  return inTransaction(engine, judging, async (work) => {
    await judgeAgain(work, { isAsked: isForUpdate, isGroundAsked: false, withdrawn: none })
    return work
  })
}

async function decideHeld(
  engine: Engine,
  judging: Judging,
  { commit, withdrawn }: { readonly commit: string; readonly withdrawn: Asked['withdrawn'] },
): Promise<Result<CommitAnswer>> {
  return inTransaction(engine, judging, async (work) => {
    const [stored] = await work.log.readCommits([commit])
    const own = stored?.device === judging.device.id ? stored : undefined
    const isAsked = ({ commit: each }: StoredCommit): boolean => each === commit || withdrawn.has(each)
    // Whatever became of the first, the others with it are taken back; what was not taken back yet, no withdrawal judges.
    if (own?.outcome.kind === 'held' || withdrawn.size > 1)
      await judgeAgain(work, { isAsked, isGroundAsked: withdrawn.size === 0, withdrawn })
    if (own === undefined) return refuse('sync-commit-unknown')
    // Where somebody was quicker, what he did is the answer.
    return ok({ commit, outcome: work.outcomes.get(commit) ?? own.outcome })
  })
}

interface Asked {
  readonly isAsked: (held: StoredCommit) => boolean
  /** Whether those are judged too whose user or ground is known by now. */
  readonly isGroundAsked: boolean
  /** What becomes of those that are not judged but taken back. */
  readonly withdrawn: ReadonlyMap<string, Ended>
}

const none: Asked['withdrawn'] = new Map()
const nothingAsked: Asked = { isAsked: () => false, isGroundAsked: true, withdrawn: none }

const isForUpdate = ({ outcome }: StoredCommit): boolean =>
  outcome.kind === 'held' && outcome.reason.code === 'sync-newer'

/** Looks at all that is held of the work's device. Commits of this transaction count among them. */
export async function judgeAgain(work: Work, asked: Asked = nothingAsked): Promise<void> {
  const held = await heldInOrder(work)
  work.fences.clear()
  for (const stored of held) {
    const outcome = isDue(work, stored, asked) ? await judgeOne(work, stored, asked) : stored.outcome
    if (outcome.kind === 'held') for (const stream of stored.streams) work.fences.set(stream, stored.commit)
  }
}

async function heldInOrder(work: Work): Promise<readonly StoredCommit[]> {
  const before = await work.log.readHeld(work.judging.device.id)
  const now = work.commits.filter(({ outcome }) => outcome.kind === 'held')
  return [...before, ...now].toSorted(
    (left, right) => left.epoch - right.epoch || left.firstSequence - right.firstSequence,
  )
}

function isDue(work: Work, stored: StoredCommit, asked: Asked): boolean {
  const { outcome, streams } = stored
  if (outcome.kind !== 'held' || asked.isAsked(stored)) return outcome.kind === 'held'
  const { code, params } = outcome.reason
  if (code === 'sync-fenced') return !streams.some((stream) => work.fences.has(stream))
  if (!asked.isGroundAsked) return false
  if (code === 'sync-ground-lacking' || code === 'sync-person-elsewhere') return true
  return code === 'sync-actor-unknown' && work.reference.now.users.has(String(params['user']))
}

async function judgeOne(work: Work, stored: StoredCommit, asked: Asked): Promise<Outcome> {
  const commit = await readHeldCommit(work, stored)
  if (commit === null) return withoutBytes(work, stored, asked)
  await holdCommits(work, [commit])
  const withdrawn = asked.withdrawn.get(stored.commit)
  const judged: Judged =
    withdrawn !== undefined
      ? unmoved(withdrawn)
      : await judgeCommit(isOfStopped(stored) ? asItCame(work) : work, commit)
  if (isSame(judged.outcome, stored.outcome)) return stored.outcome
  await settle(work, { commit, stored: { ...stored, outcome: judged.outcome } }, judged)
  tellHeld(work, { commit, before: stored.outcome, now: judged.outcome })
  return judged.outcome
}

/** It can only be taken back; until then it stays held, and what else its device sends is judged (S5). */
async function withoutBytes(work: Work, stored: StoredCommit, asked: Asked): Promise<Outcome> {
  const { commit, device, streams } = stored
  const withdrawn = asked.withdrawn.get(commit)
  if (withdrawn === undefined) return stored.outcome
  await holdStreams(work, streams)
  work.outcomes.set(commit, withdrawn)
  work.knownCommits.set(commit, { ...stored, outcome: withdrawn })
  tell(work, `device:${device}` as FeedName, { kind: 'outcome', commit, outcome: withdrawn, at: work.judging.now })
  tellOver(work, { commit, streams, outcome: withdrawn })
  return withdrawn
}

const isOfStopped = ({ outcome }: StoredCommit): boolean =>
  outcome.kind === 'held' && outcome.reason.code === 'sync-actor-revoked'

/**
 * What its device confirmed since it came is no measure of it: whoever was stopped behind it, and is let in again, had the
 * rights that it names (SYNC-APPEND-4).
 */
const asItCame = (work: Work): Work => ({
  ...work,
  judging: { ...work.judging, confirmed: '' },
  access: new Map(),
  policies: new Map(),
})

const isSame = (left: Outcome, right: Outcome): boolean => JSON.stringify(left) === JSON.stringify(right)

async function settle(
  work: Work,
  settled: { readonly commit: LinkedCommit; readonly stored: StoredCommit },
  { outcome, dutyKeys }: Judged,
): Promise<void> {
  const { commit } = settled.stored
  work.outcomes.set(commit, outcome)
  work.knownCommits.set(commit, settled.stored)
  for (const key of dutyKeys) work.duties.add(key)
  if (outcome.kind === 'accepted' || outcome.kind === 'conflict') await enterStreams(work, settled)
  const feed = `device:${settled.stored.device}` as FeedName
  tell(work, feed, { kind: 'outcome', commit, outcome, at: work.judging.now })
}

/** A held commit as it arrived; a private part that was forgotten meanwhile is missing. Null where the store has lost of it. */
async function readHeldCommit(work: Work, stored: StoredCommit): Promise<LinkedCommit | null> {
  const { commit, epoch, firstSequence, lastSequence, bytesHash, link } = stored
  const { hash } = work.engine.ports
  const events = readCommit(hash, (await keptOf(work, commit))?.events ?? [])
  if (events.ok && sameBytes(bytesHashOf(hash, events.value), bytesHash))
    return { commit, events: events.value, epoch, firstSequence, lastSequence, bytesHash, link }
  const what = events.ok ? 'its bytes are others or missing' : events.refusal.code
  work.unreadable.set(commit, new Error(`held commit ${commit} is not kept as it was proven: ${what}`))
  return null
}

async function keptOf(work: Work, commit: string): Promise<KeptCommit | undefined> {
  const here = work.kept.find((kept) => kept.commit === commit)
  return here ?? (await work.log.readKept([commit]))[0]
}
