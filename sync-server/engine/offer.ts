/**
 * After a server was restored from a backup, machines offer their copies of others' events that it lacks (SYNC-RECOVER-2).
 * They prove nothing about their author, so they are kept beside the log, in no stream and no feed, until the central unit
 * takes or drops them; and fall away by themselves when their author's own machine sends the same again.
 */
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { sameBytes } from '#shared/sync/bytes.ts'
import { noLink } from '#shared/sync/link.ts'
import type { EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { readRecords } from '#shared/sync/records.ts'
import type { KeptCommit, LogReader, StoredCommit } from '#server/log/server-log.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { holdCommits, inTransaction } from './begin-work.ts'
import type { Engine } from './engine.ts'
import { tell } from './fan-out.ts'
import { judgeCommit } from './judge-commit.ts'
import type { CommitAnswer } from './judge-held.ts'
import { forgottenNote } from './notes.ts'
import { isCopy, isOffer, offeredDevice } from './offered.ts'
import { malformed } from './read-event.ts'
import { bytesHashOf, readCommit } from './read-push.ts'
import type { LinkedCommit, ReceivedEvent } from './received.ts'
import { takeCommit } from './take-commit.ts'
import type { Work } from './work.ts'

export interface Offer {
  /** The offer's own id. */
  readonly offer: string
  readonly commit: string
  /** The machine that offered it. */
  readonly device: string
  readonly since: string
  /** All events of the commit with all their parts: only such a one can be taken. */
  readonly whole: boolean
  readonly streams: readonly string[]
}

/**
 * In: records of envelope, facts, private part. Out: how many commits were kept. Passed over are those that the log has, and
 * those of which a copy says the same: one with other bytes may be the true one, whatever was said of the other.
 */
export async function offerEvents(
  engine: Engine,
  device: EnrolledDevice,
  page: Uint8Array,
): Promise<Result<{ readonly offered: number }>> {
  const bytes = eventsOf(page)
  if (bytes === null) return malformed('offer')
  const read = readCommit(engine.ports.hash, bytes)
  if (!read.ok) return read
  const commits = [...Map.groupBy(read.value, ({ content }) => content.commit).values()]
  const judging = { device, now: engine.ports.clock.now(), confirmed: '' }
  return inTransaction(engine, judging, async (work) => {
    const forgotten = await forgottenAmong(work.log, streamsIn(read.value))
    for (const events of commits) {
      const shown = events.map((event) => (forgotten.has(event.content.stream) ? { ...event, private: null } : event))
      await takeCopy(work, { events: shown, isWhole: isWhole(shown, forgotten) })
    }
    return ok({ offered: work.commits.length })
  })
}

interface Copy {
  readonly events: readonly ReceivedEvent[]
  readonly isWhole: boolean
}

/**
 * The feed of whoever offers says that his copy waits, or one that says the same, each time he offers it: a server that lost
 * it without knowing is known by that feed's head alone, and then it is offered once more (SYNC-RECOVER-10).
 */
async function takeCopy(work: Work, copy: Copy): Promise<void> {
  const { device, now } = work.judging
  const known = await knownAs(work.log, copy.events)
  if (known === 'taken') return
  const waiting = known ?? keepCopy(work, copy)
  if (!isOffer(waiting)) return
  const { commit, outcome } = waiting
  tell(work, `device:${device.id}` as FeedName, { kind: 'outcome', commit, outcome, at: now })
}

function keepCopy(work: Work, copy: Copy): StoredCommit {
  const { stored, kept } = offerOf(work.engine, work.judging.device.id, copy)
  work.commits.push(stored)
  work.kept.push(kept)
  return stored
}

const streamsIn = (events: readonly ReceivedEvent[]): readonly string[] => [
  ...new Set(events.map(({ content }) => content.stream)),
]

/** Streams whose private parts are not to come back (SYNC-FEED-7). */
async function forgottenAmong(log: LogReader, streams: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = streams.length === 0 ? [] : await log.readStreams(streams)
  return new Set(rows.filter(({ notes }) => notes.includes(forgottenNote)).map(({ stream }) => stream))
}

function eventsOf(page: Uint8Array): readonly EventBytes[] | null {
  const records = readRecords(page)
  if (records === null || records.length % 3 !== 0) return null
  const events: EventBytes[] = []
  for (let at = 0; at < records.length; at += 3) {
    const [envelope, facts, secret] = records.slice(at, at + 3)
    if (envelope === null || envelope === undefined || facts === null || facts === undefined) return null
    events.push({ envelope, facts, private: secret ?? null })
  }
  return events
}

/** A copy that says the same, one that waits before one that does not; null where the log lacks these events. */
async function knownAs(log: LogReader, events: readonly ReceivedEvent[]): Promise<StoredCommit | 'taken' | null> {
  const ids = events.map(({ content }) => content.id)
  if (await isKnown(log, events[0]?.content.commit ?? '', ids)) return 'taken'
  const copies = await log.readKept(await keptIn(log, ids))
  const same = copies.filter((copy) => events.every((event) => copy.events.some((kept) => saysAll(kept, event))))
  const stored = await log.readCommits(same.map(({ commit }) => commit))
  return stored.find(isOffer) ?? stored[0] ?? null
}

/** The log has this commit, or has taken one of these events in another. */
async function isKnown(log: LogReader, commit: string, events: readonly string[]): Promise<boolean> {
  const holders = await log.findEvents(events)
  const known = await log.readCommits([...new Set([commit, ...holders.values()])])
  return known.some((each) => each.commit === commit || isTaken(each))
}

const isTaken = ({ outcome: { kind } }: StoredCommit): boolean => kind === 'accepted' || kind === 'conflict'

const keptIn = async (log: LogReader, ids: readonly string[]): Promise<readonly string[]> => [
  ...new Set([...(await log.findKept(ids)).values()].flat()),
]

type Kept = KeptCommit['events'][number]

/** A copy that has its private part is worth more than one without. */
const saysAll = (kept: Kept, { contentHash, private: secret }: Pick<Kept, 'contentHash' | 'private'>): boolean =>
  sameBytes(kept.contentHash, contentHash) && (secret === null || kept.private !== null)

/** Of whoever was forgotten nobody has the private part any more: without it a commit is as whole as it can be (S19). */
function isWhole(events: readonly ReceivedEvent[], forgotten: ReadonlySet<string>): boolean {
  return events.every(
    ({ content, private: secret }, index) =>
      content.index === index &&
      content.count === events.length &&
      ((content.privateHash === null) === (secret === null) || forgotten.has(content.stream)),
  )
}

function offerOf(
  { ports }: Engine,
  device: string,
  { events, isWhole: whole }: Copy,
): { readonly stored: StoredCommit; readonly kept: KeptCommit } {
  const commit = ports.ids.uuid()
  const params = { device, commit: events[0]?.content.commit ?? '', whole: whole ? 1 : 0 }
  const stored: StoredCommit = {
    commit,
    device: offeredDevice,
    epoch: 1,
    firstSequence: 1,
    lastSequence: events.length,
    link: noLink,
    outcome: { kind: 'held', reason: { code: 'sync-offered', params } },
    bytesHash: bytesHashOf(ports.hash, events),
    receivedAt: ports.clock.now(),
    doubtful: false,
    streams: streamsIn(events),
  }
  const kept = events.map(({ envelope, facts, private: secret, contentHash }, index) => {
    return { envelope, facts, private: secret, contentHash, sequence: index + 1 }
  })
  return { stored, kept: { commit, events: kept } }
}

function readOffer({ commit, outcome, receivedAt, streams }: StoredCommit): Offer {
  const said = outcome.kind === 'held' ? outcome.reason.params : {}
  return {
    offer: commit,
    commit: String(said['commit']),
    device: String(said['device']),
    since: receivedAt,
    whole: said['whole'] === 1,
    streams,
  }
}

/** What waits for the central unit's word, oldest first. */
export async function listOffers(engine: Engine): Promise<readonly Offer[]> {
  return engine.log.read(readOffers)
}

export const readOffers = async (log: LogReader): Promise<readonly Offer[]> =>
  (await log.readHeld(offeredDevice)).map(readOffer)

/**
 * In: streams that a machine keeps copies of. Out: the cases among them of which no copy waits for the central unit's word,
 * and the people among them who were forgotten: no feed that shows them need come to that machine (SYNC-FEED-7).
 */
export async function decidedAmong(log: LogReader, streams: readonly string[]): Promise<string[]> {
  const [cases, people] = [streams.filter(isOf('case:')), streams.filter(isOf('person:'))]
  const waiting = cases.length === 0 ? new Set() : await log.heldStreams(offeredDevice, cases)
  const forgotten = await forgottenAmong(log, people)
  return [...cases.filter((stream) => !waiting.has(stream)), ...people.filter((stream) => forgotten.has(stream))]
}

const isOf =
  (kind: string) =>
  (stream: string): boolean =>
    stream.startsWith(kind)

/**
 * The central unit's word on an offer: taken, it is judged like any push of the central unit's; dropped, it is refused and
 * kept. Refuses `sync-commit-unknown`, and `sync-offer-parts` where a part of it is missing.
 */
export function decideOffer(
  engine: Engine,
  central: EnrolledDevice,
  { offer, take }: { readonly offer: string; readonly take: boolean },
): Promise<Result<CommitAnswer>> {
  const judging = { device: { ...central, id: offeredDevice }, now: engine.ports.clock.now(), confirmed: '' }
  return inTransaction(engine, judging, async (work) => {
    const [stored] = await work.log.readCommits([offer])
    if (stored === undefined || !isOffer(stored)) return refuse('sync-commit-unknown')
    return take ? takeOffer(work, stored) : ok(settle(work, offer, dropped))
  })
}

const dropped: Outcome = { kind: 'refused', reason: { code: 'sync-offer-dropped', params: {} } }

function settle(work: Work, commit: string, outcome: Outcome): CommitAnswer {
  work.outcomes.set(commit, outcome)
  return { commit, outcome }
}

async function takeOffer(work: Work, stored: StoredCommit): Promise<Result<CommitAnswer>> {
  const { commit } = readOffer(stored)
  const linked = await linkedOffer(work, stored, commit)
  const ids = linked.events.map(({ content }) => content.id)
  if (await isKnown(work.log, commit, ids)) return ok(settle(work, stored.commit, { kind: 'void' }))
  if (!isWhole(linked.events, await forgottenAmong(work.log, streamsIn(linked.events))))
    return refuse('sync-offer-parts')
  await holdCommits(work, [linked])
  const judged = await judgeCommit(work, linked)
  const { outcome } = judged
  if (outcome.kind !== 'accepted' && outcome.kind !== 'conflict') return ok({ commit: stored.commit, outcome })
  await takeCommit(work, linked, judged)
  for (const same of await sayingNoMore(work.log, ids, linked.events)) settle(work, same, { kind: 'void' })
  return ok({ commit, outcome })
}

async function linkedOffer(work: Work, stored: StoredCommit, commit: string): Promise<LinkedCommit> {
  const [kept] = await work.log.readKept([stored.commit])
  const events = readCommit(work.engine.ports.hash, kept?.events ?? [])
  if (!events.ok) throw new Error(`offer ${stored.commit} is kept as it came: ${events.refusal.code}`)
  const { epoch, firstSequence, lastSequence, bytesHash, link } = stored
  return { commit, events: events.value, epoch, firstSequence, lastSequence, bytesHash, link }
}

/**
 * In: commits that are pushed, and which of their events the log has already, each with the commit that holds it. Out: without
 * those of which it has only copies that were not taken, dropped ones too: their author has sent them himself. Copies that say
 * the same fall away.
 */
export async function withoutOffers(
  work: Work,
  commits: readonly LinkedCommit[],
  found: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  if (found.size === 0) return found
  const holders = await work.log.readCommits([...new Set(found.values())])
  const copies = new Set(holders.filter((each) => isCopy(each) && !isTaken(each)).map(({ commit }) => commit))
  if (copies.size === 0) return found
  const sent = commits.flatMap(({ events }) => events)
  for (const same of await sayingNoMore(work.log, [...found.keys()], sent)) settle(work, same, { kind: 'void' })
  return new Map([...found].filter(([, commit]) => !copies.has(commit)))
}

/** Copies of these events that wait for a word and say nothing that is not taken now. */
async function sayingNoMore(
  log: LogReader,
  ids: readonly string[],
  taken: readonly ReceivedEvent[],
): Promise<readonly string[]> {
  const offers = (await log.readCommits(await keptIn(log, ids))).filter(isOffer)
  const kept = await log.readKept(offers.map(({ commit }) => commit))
  const isSame = ({ contentHash }: Kept): boolean => taken.some((event) => sameBytes(event.contentHash, contentHash))
  return kept.filter(({ events }) => events.every(isSame)).map(({ commit }) => commit)
}
