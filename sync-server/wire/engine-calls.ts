/** What the wire and the administrator ask of the engine: whole calls, each by one device. */
import { audienceOfUnit } from '#shared/domain/access/audience.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { runDuties } from '#server/duties/run-duties.ts'
import type { DutyRun } from '#server/duties/run-duties.ts'
import { appendAsking, appendPush } from '#server/engine/append-push.ts'
import type { Pushed } from '#server/engine/append-push.ts'
import { createEngine } from '#server/engine/engine.ts'
import type { Engine } from '#server/engine/engine.ts'
import { feedsOfDevice } from '#server/engine/feeds-of-device.ts'
import { judgeAllHeld, listHeld, retryHeld, withdrawHeld } from '#server/engine/judge-held.ts'
import type { CommitAnswer, HeldCommit } from '#server/engine/judge-held.ts'
import { loadReference } from '#server/engine/load-reference.ts'
import { readCases } from '#server/engine/load-streams.ts'
import { describeOffers } from '#server/engine/describe-offers.ts'
import type { DescribedOffer } from '#server/engine/describe-offers.ts'
import { decideOffer, offerEvents } from '#server/engine/offer.ts'
import { serverDevice } from '#server/devices/own-push.ts'
import type { Judging } from '#server/engine/policy.ts'
import { readFeedPage, readLivePage, readRecentPage } from '#server/engine/read-feed.ts'
import type { AskedEntries, FeedPageBytes } from '#server/engine/read-feed.ts'
import { readPart, readSnapshot } from '#server/engine/snapshot.ts'
import type { Snapshot } from '#server/engine/snapshot.ts'
import { hashOfStates } from '#server/engine/state-hash.ts'
import type { StateHash } from '#server/engine/state-hash.ts'
import { verifyLog } from '#server/engine/verify-log.ts'
import type { LogReport } from '#server/engine/verify-log.ts'
import { raiseAgain } from '#server/devices/alarms.ts'
import { faultText } from '#server/fault-text.ts'
import { findEpoch } from '#server/devices/find-epoch.ts'
import { callerOfId, liveDevice } from '#server/devices/find-device.ts'
import type { Caller } from '#server/devices/find-device.ts'
import type { LogReader } from '#server/log/server-log.ts'
import type { Tables } from '#server/log/tables.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { ReadPage } from './live-channel.ts'
import { namesFile } from './names-file.ts'

export interface AskedFile {
  readonly address: string
  readonly stream: string
}

export interface EngineCalls {
  /** Units, users and groups as they stand now. */
  access(): Promise<AccessState>
  /** Feeds that a device may hold now. */
  feedsOf(device: EnrolledDevice): Promise<readonly FeedName[]>
  push(device: EnrolledDevice, page: Uint8Array): Promise<Result<PushAnswer>>
  /** As `push`, by a device that is asked for in the push's own transaction; refuses what `liveDevice` refuses. */
  pushBy(id: string, page: Uint8Array): Promise<PushedBy>
  /** A page of a feed that the device may hold as the log stands when it is read; refuses `sync-feed-not-yours`. */
  readPage(device: EnrolledDevice, asked: AskedEntries): Promise<Result<FeedPageBytes>>
  /** A page for machines that follow the feed, whoever asks; the caller knows that they may hold it. */
  readLivePage(asked: AskedEntries): Promise<ReadPage>
  /** How to write it from memory; null where the log is to be asked. */
  recentPage(asked: AskedEntries): (() => ReadPage) | null
  /** Whether events of a stream, as a device may see them, name a file. */
  namesFile(device: EnrolledDevice, asked: AskedFile): Promise<boolean>
  readCase(id: string): Promise<Case | null>
  snapshot(device: EnrolledDevice, feed: FeedName): Promise<Result<Snapshot>>
  part(
    device: EnrolledDevice,
    asked: { readonly feed: FeedName; readonly address: string },
  ): Promise<Result<Uint8Array>>
  offer(device: EnrolledDevice, page: Uint8Array): Promise<Result<{ offered: number }>>
  held(device: EnrolledDevice): Promise<HeldCommit[]>
  retry(device: EnrolledDevice, commit: string): Promise<Result<CommitAnswer>>
  withdraw(device: EnrolledDevice, asked: Parameters<typeof withdrawHeld>[2]): Promise<Result<CommitAnswer>>
  /** Copies that wait for the central unit's word, and that word (SYNC-RECOVER-2). */
  offers(): Promise<readonly DescribedOffer[]>
  decideOffer(asked: { readonly offer: string; readonly take: boolean }): Promise<Result<CommitAnswer>>
  /** After an update: what waited for it is judged again (SYNC-APPEND-8). Out: how many got another outcome. */
  judgeAllHeld(): Promise<number>
  /** Proves every feed and every chain (S15). */
  verify(): Promise<LogReport>
  /** The hash over the cases that machines of a unit hold, strict ones apart (S6, S8). */
  stateHash(unit: string): Promise<StateHash>
  /** Writes what has fallen due, by `write`. Out: how many duties were taken. */
  runDuties(write: DutyRun['write']): Promise<number>
}

export interface PushAnswer {
  outcomes: CommitAnswer[]
  rights: string
}

export interface PushedBy {
  readonly pushed: Result<PushAnswer>
  /** Null where it was not come to. */
  readonly caller: Caller | null
}

export function engineCalls(server: OpenServer): EngineCalls {
  const { log, ports } = server
  const engineNow = engineOf(server)
  const feedsOf = (device: EnrolledDevice) => log.read((reader) => feedsOfDevice(engineNow(), reader, device))
  const judging = (device: EnrolledDevice): Judging => ({ device, now: ports.clock.now(), confirmed: '' })
  return {
    access: () => accessNow(engineNow()),
    feedsOf,
    push: (device, bytes) => pushOf(engineNow(), server, { device, bytes }),
    pushBy: (id, bytes) => pushBy(engineNow(), server, { id, bytes }),
    readPage: (device, asked) => log.read((reader) => pageFor(engineNow(), reader, { device, asked })),
    readLivePage: (asked) => readLivePage(engineNow(), asked),
    recentPage: (asked) => readRecentPage(engineNow(), asked),
    namesFile: async (device, asked) => namesFile(engineNow(), await feedsOf(device), asked),
    readCase: (id) => readCase(engineNow(), id),
    snapshot: (device, feed) => readSnapshot(engineNow(), device, feed),
    part: (device, asked) => readPart(engineNow(), device, asked),
    offer: (device, page) => offerEvents(engineNow(), device, page),
    offers: () => describeOffers(engineNow()),
    decideOffer: (asked) => decideOffer(engineNow(), serverDevice(ports), asked),
    held: ({ id }) => listHeld(engineNow(), id),
    retry: (device, commit) => retryHeld(engineNow(), judging(device), commit),
    withdraw: (device, asked) => withdrawHeld(engineNow(), judging(device), asked),
    runDuties: dutiesOf(engineNow),
    judgeAllHeld: () =>
      judgeAllHeld(engineNow(), {
        deviceOf: async (id) => {
          const device = await liveDevice(server.db, id)
          return device.ok ? device.value : null
        },
        onFault: ({ id }, error) => raiseUnreadable(server, id, error),
      }),
    verify: () => verifyLog(engineNow(), (device, epoch) => findEpoch(server.db, ports, { device, epoch })),
    stateHash: async (unit) => hashOfStates(engineNow(), audienceOfUnit((await accessNow(engineNow())).units, unit)),
  }
}

/** What it keeps in memory is of one log epoch: a log that was put back says other things at the same places. */
function engineOf(server: OpenServer): () => Engine {
  const { log, ports } = server
  let engine = createEngine({ ports, log, server: server.identity })
  return () => {
    if (engine.server.logEpoch !== server.identity.logEpoch)
      engine = createEngine({ ports, log, server: server.identity })
    return engine
  }
}

/** What was found once is kept: when each case is next due, and the rules of the offices. */
function dutiesOf(engineNow: () => Engine): EngineCalls['runDuties'] {
  const anew = (engine: Engine) => ({ engine, timetable: new Map(), rules: null })
  let kept = anew(engineNow())
  return (write) => {
    if (kept.engine !== engineNow()) kept = anew(engineNow())
    return runDuties(Object.assign(kept, { write }))
  }
}

/** Both of one consistent state: whoever has ceased to be named gets nothing that came after (SYNC-FEED-6). */
async function pageFor(
  engine: Engine,
  log: LogReader,
  { device, asked }: { readonly device: EnrolledDevice; readonly asked: AskedEntries },
): Promise<Result<FeedPageBytes>> {
  const { feed } = asked
  const own = await feedsOfDevice(engine, log, device)
  return own.includes(feed) ? ok(await readFeedPage(engine, log, asked)) : refuse('sync-feed-not-yours', { feed })
}

const accessNow = async (engine: Engine): Promise<AccessState> =>
  (await engine.log.read((log) => loadReference(engine, log))).now

const noPush = refuse('sync-page-malformed', { detail: 'push' })

async function pushOf(
  engine: Engine,
  server: OpenServer,
  { device, bytes }: { readonly device: EnrolledDevice; readonly bytes: Uint8Array },
): Promise<Result<PushAnswer>> {
  const page = readPushPage(bytes)
  if (page === null) return noPush
  const judging = { device, now: engine.ports.clock.now(), confirmed: page.head.rights }
  return answerOf(server, device.id, await appendPush(engine, judging, page))
}

async function pushBy(
  engine: Engine,
  server: OpenServer,
  { id, bytes }: { readonly id: string; readonly bytes: Uint8Array },
): Promise<PushedBy> {
  const page = readPushPage(bytes)
  if (page === null) return { pushed: noPush, caller: null }
  let caller: Caller | null = null
  const judgingIn = async (db: Tables): Promise<Result<Judging>> => {
    const found = await callerOfId(db, id)
    if (!found.ok) return found
    caller = found.value
    const { device, logEpoch } = caller
    // What this engine keeps is of another log: the machine greets it and hears so (SYNC-RECOVER-10).
    if (logEpoch !== engine.server.logEpoch) return refuse('sync-chain-ahead', { epoch: page.head.epoch, sequence: 0 })
    return ok({ device, now: engine.ports.clock.now(), confirmed: page.head.rights })
  }
  const pushed = await appendAsking(
    engine,
    { write: (work) => server.write(({ log, db }) => work(log, { device: id, judging: () => judgingIn(db) })) },
    page,
  )
  return { pushed: await answerOf(server, id, pushed), caller }
}

async function answerOf(server: OpenServer, device: string, pushed: Result<Pushed>): Promise<Result<PushAnswer>> {
  if (!pushed.ok) return pushed
  const { outcomes, rights, unreadable } = pushed.value
  for (const fault of unreadable) await raiseUnreadable(server, device, fault)
  return ok({ outcomes: [...outcomes], rights })
}

const raiseUnreadable = ({ db, ports }: OpenServer, device: string, fault: unknown): Promise<void> =>
  raiseAgain(db, ports, { device, code: 'held-unreadable', detail: faultText(fault) })

async function readCase(engine: Engine, id: string): Promise<Case | null> {
  const stream = `case:${id}`
  const states = await engine.log.read(async (log) => readCases(engine, log, await log.readStreams([stream])))
  const state = states.get(stream)
  return state?.kind === 'case' ? state : null
}
