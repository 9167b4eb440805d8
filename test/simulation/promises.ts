import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { entryHash } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import { foldCase } from '#shared/domain/case/evolve.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { viewFor } from '#shared/domain/case/view.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import type { UserId } from '#shared/domain/access/events.ts'
import { readCases } from '#server/engine/load-streams.ts'
import { rowTakenBack } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { readState, toCaseEvent } from '#core/projections/case-store.ts'
import { isCopy } from '#server/engine/offered.ts'
import { wrongStates } from '#core/projections/fold-log.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { brokenAuthority, readAuthority } from './authority-promises.ts'
import type { AuthorityLog } from './authority-promises.ts'
import { brokenJudgements, readJudged } from './judged-promises.ts'
import type { JudgedLog } from './judged-promises.ts'
import { brokenByPutBack, readKeptThrough } from './put-back-promises.ts'
import { brokenForgetting, readForgotten } from './story-people.ts'
import type { ForgottenLog } from './story-people.ts'
import { brokenFiles } from './story-files.ts'
import { brokenNames, brokenTrails } from './moved-promises.ts'
import { ownFeed } from './sim-server.ts'
import { usersOf } from './sim-tree.ts'
import type { SimMachine } from './sim-machine.ts'
import type { World } from './story-world.ts'

/* Every promise that a story can break, looked at when nothing moves any more. Out: what is broken, in words. */

export async function brokenPromises(world: World): Promise<readonly string[]> {
  const server = await readServer(world)
  return [
    ...brokenFeeds(server),
    ...twice(server),
    ...server.events
      .filter((id) => world.newer.has(id))
      .map((id) => `S11 ${id} was taken by a server that does not know it`),
    ...climbedTwice(server),
    ...brokenJudgements(server.judged),
    ...brokenAuthority(world, server.authority),
    ...brokenForgetting(world, server.forgotten),
    ...brokenFiles(world),
    ...brokenByPutBack(world, server),
    ...world.server.early.map((commit) => `S1 ${commit} was answered before it was durable`),
    ...world.machines.flatMap((machine) => brokenOn(world, machine, server)),
  ]
}

function brokenOn(world: World, machine: SimMachine, server: ServerState): readonly string[] {
  const wrong = wrongStates(machine.store.db)
  return [
    ...machine.failures.map((failure) => `${machine.name} failed: ${failure}`),
    ...standingsOf(world, machine),
    ...outcomesOf(machine, server),
    ...savedOf(world, machine),
    ...differences(machine, server, new Set(wrong)),
    ...wrong.map((id) => `S6 ${machine.name}: tables of ${id} are not the fold`),
    ...unproven(world, machine),
    ...leaks(world, machine),
    ...strangers(machine, server),
    ...brokenTrails(machine, server.cases),
    ...brokenNames(machine, server.cases),
  ]
}

interface ServerState {
  readonly feeds: ReadonlyMap<FeedName, readonly { sequence: number; hash: Uint8Array; header: Uint8Array }[]>
  readonly events: readonly string[]
  readonly references: readonly string[]
  readonly outcomes: ReadonlyMap<string, string>
  /** Commits that the central unit took as copies which others had kept. */
  readonly copies: ReadonlySet<string>
  readonly judged: JudgedLog
  readonly authority: AuthorityLog
  readonly forgotten: ForgottenLog
  /** Of what machines held when the server was put back, what it has now. */
  readonly kept: ReadonlySet<string>
  /** Feeds that hold a person now. */
  readonly people: ReadonlyMap<string, readonly FeedName[]>
  readonly cases: ReadonlyMap<string, { readonly feeds: readonly FeedName[]; readonly state: CaseState }>
}

async function readServer(world: World): Promise<ServerState> {
  const { server, scheduler, machines } = world
  const reading = server.engine.log.read(async (log) => {
    const ends = await log.allFeedEnds()
    const feeds = new Map<FeedName, Awaited<ReturnType<typeof log.readEntries>>>()
    for (const { feed } of ends) feeds.set(feed, await log.readEntries({ feed, after: 0, limit: 1_000_000 }))
    const events = await log.readEventsOfKinds(['case:', 'person:', 'unit:', 'user:'])
    const named = await log.readStreams([...new Set(events.map(({ stream }) => stream))])
    const rows = named.filter(({ stream }) => stream.startsWith('case:'))
    const people = named.filter(({ stream }) => stream.startsWith('person:'))
    const states = await readCases(server.engine, log, rows)
    const cases = rows.map(
      ({ stream, feeds: held }) => [stream, { feeds: held, state: states.get(stream) as CaseState }] as const,
    )
    const references = [...states.values()].flatMap((state) => (state.kind === 'case' ? [state.reference] : []))
    const own = machines.flatMap(({ store }) => store.db.all<{ id: string }>('SELECT id FROM commits'))
    const stored = await log.readCommits([...new Set(own.map(({ id }) => id))])
    const outcomes = new Map(stored.map(({ commit, outcome }) => [commit, outcome.kind as string]))
    const judged = await readJudged(log, events)
    const authority = await readAuthority(log, { commits: judged.commits, events })
    return {
      feeds,
      events: events.map(({ id }) => id),
      references,
      outcomes,
      copies: new Set(stored.filter(isCopy).map(({ commit }) => commit)),
      judged,
      authority,
      forgotten: await readForgotten(log, authority),
      kept: await readKeptThrough(world, log),
      people: new Map(people.map(({ stream, feeds: held }) => [stream, held])),
      cases: new Map(cases),
    }
  })
  let state: ServerState | null = null
  void reading.then((read) => (state = read))
  for (let tries = 0; state === null && tries < 1000; tries += 1) await scheduler.run(scheduler.now() + 2000)
  if (state === null) throw new Error('the server does not answer')
  return state
}

function brokenFeeds({ feeds }: ServerState): readonly string[] {
  const broken: string[] = []
  for (const [feed, entries] of feeds) {
    let before: Uint8Array = noLink
    for (const [index, { sequence, header, hash }] of entries.entries()) {
      if (sequence !== index + 1) broken.push(`S4 ${feed} has a hole before ${sequence}`)
      before = entryHash(sha256, before, { feed, sequence, header })
      if (!Buffer.from(before).equals(Buffer.from(hash))) broken.push(`S15 ${feed} ${sequence} does not follow`)
    }
  }
  return broken
}

const doubles = (list: readonly string[]): readonly string[] =>
  list.filter((each, index) => list.indexOf(each) !== index)

const twice = ({ events, references }: ServerState): readonly string[] => [
  ...(new Set(events).size === events.length ? [] : doubles(events).map((id) => `S3 ${id} was taken twice`)),
  ...doubles(references).map((reference) => `R-01 ${reference} was given twice`),
]

/** E-01: a rung is climbed once a referral and cycle, whoever was first with it (SYNC-DUTY-2). */
const climbedTwice = ({ cases }: ServerState): readonly string[] =>
  [...cases].flatMap(([stream, { state }]) => {
    if (state.kind !== 'case') return []
    const ladders = state.cycles.flatMap((cycle) => [
      cycle.escalations,
      ...cycle.referrals.map((each) => each.escalations),
    ])
    const rungs = ladders.map((climbed) => climbed.filter(({ automatic }) => automatic).map(({ rung }) => `${rung}`))
    return rungs.flatMap(doubles).map((rung) => `E-01 ${stream} climbed rung ${rung} twice`)
  })

/** S2, S10: everything has an answer by now, unless a person has to decide about the machine itself. */
function standingsOf(world: World, machine: SimMachine): readonly string[] {
  if (machine.state.kind === 'stopped') return stopOf(world, machine)
  const needless = machine.stops.filter((code) => !persons.includes(code))
  if (needless.length > 0) return [`S10 ${machine.name} stopped on its way: ${needless.join(', ')}`]
  const rows = machine.store.db.all<{ standing: string; count: number }>(
    `SELECT standing, count(*) AS count FROM commits c JOIN sync_state s
     WHERE c.first_seq > s.answered GROUP BY standing`,
  )
  return rows.map(
    ({ standing, count }) => `S10 ${machine.name}: ${count} commits still ${standing} (${machine.state.kind})`,
  )
}

/** What only a person can decide. */
const persons: readonly string[] = ['sync-device-revoked', 'sync-would-hide']

function stopOf({ server }: World, machine: SimMachine): readonly string[] {
  const code = machine.stops.at(-1) ?? ''
  const isRevoked = code === 'sync-device-revoked' && server.revoked.has(machine.options.device)
  return isRevoked || code === 'sync-would-hide' ? [] : [`S10 ${machine.name} stopped: ${code}`]
}

/** S2: what a machine says became of its commit is what the server says. */
function outcomesOf(machine: SimMachine, { outcomes }: ServerState): readonly string[] {
  if (machine.state.kind !== 'resting') return []
  // What was withdrawn from this machine before a server was restored cannot be sent again: others offer it.
  // What its author took back stays taken back where a restored server does not know it: it is not sent again.
  const rows = machine.store.db.all<{ id: string; standing: string; isBack: number }>(
    `SELECT id, standing, ${rowTakenBack('c')} AS isBack FROM commits c
     WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.seq BETWEEN c.first_seq AND c.last_seq AND e.aside = 2)`,
  )
  return rows
    .filter(({ id, standing, isBack }) => outcomes.get(id) !== standing && (isBack !== 1 || outcomes.has(id)))
    .map(({ id, standing }) => `S2 ${machine.name}: ${id} is ${standing} here, ${outcomes.get(id)} at the server`)
}

/** S1: what was called saved is there. */
function savedOf({ saved }: World, machine: SimMachine): readonly string[] {
  const own = saved.filter((each) => each.machine === machine && !each.lost)
  const kept = new Set(machine.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  return own.filter(({ commit }) => !kept.has(commit)).map(({ commit }) => `S1 ${machine.name} lost ${commit}`)
}

const audienceOf = (machine: SimMachine): Audience => {
  const { unit } = machine.options
  if (unit === 'central') return { kind: 'central' }
  return { kind: unit.startsWith('dept') ? 'department' : 'office', unit }
}

/** S7, S8: what a machine holds is what the server shows its audience, state for state. In: whose tables are not the fold. */
function differences(machine: SimMachine, { cases }: ServerState, wrong: ReadonlySet<string>): readonly string[] {
  if (machine.state.kind === 'stopped') return []
  const audience = audienceOf(machine)
  const broken: string[] = []
  for (const [stream, { feeds, state }] of cases) {
    const isStrict = feeds.includes(stream as FeedName)
    const isHeld = feeds.includes(ownFeed(machine.options.unit)) || (isStrict && isNamedOn(machine, state))
    if (!isHeld) {
      if (holds(machine, stream)) broken.push(`${isStrict ? 'R-08' : 'R-09'} ${machine.name} still holds ${stream}`)
      continue
    }
    const own = stateOf(machine, stream.slice('case:'.length) as CaseId, wrong)
    if (!isSame(viewFor(audience, own), viewFor(audience, state))) broken.push(`S8 ${machine.name} ${stream} differs`)
  }
  return broken
}

const isNamedOn = ({ options: { unit } }: SimMachine, state: CaseState): boolean =>
  state.kind === 'case' && usersOf(unit).some((user) => state.namedUsers.includes(user as UserId))

const holds = ({ store: { db } }: SimMachine, stream: string): boolean =>
  db.value<number>('SELECT 1 FROM events WHERE stream = ? AND aside = 0 LIMIT 1', stream) === 1

/** The fold of a case: where its tables were just found to be that, as they have it. */
function stateOf({ store: { db } }: SimMachine, id: CaseId, wrong: ReadonlySet<string>): CaseState {
  return wrong.has(id) ? foldCase(id, readStream(db, `case:${id}`).map(toCaseEvent)) : (readState(db, id) ?? noCase)
}

/** What is written alike is alike; members may stand in another order. */
const isSame = (left: CaseState, right: CaseState): boolean =>
  JSON.stringify(left) === JSON.stringify(right) ||
  Buffer.from(canonicalBytes(left)).equals(Buffer.from(canonicalBytes(right)))

/** S15: `verify` proves this machine's own chains and every feed that it holds. */
function unproven({ server }: World, { name, store, state }: SimMachine): readonly string[] {
  const {
    server: { id },
    ports,
  } = server.engine
  const { findings } = verifyStore(store.db)
  const broken = findings.map(({ seq, why }) => `S15 ${name}: ${why} at ${seq}`)
  if (state.kind !== 'resting') return broken
  const feeds = verifyFeeds(store.db, { id, publicKey: ports.signing.publicKey })
  return [...broken, ...feeds.findings.map((finding) => `S15 ${name}: ${JSON.stringify(finding)}`)]
}

/** a department's store has no word of a complainant in any of its tables. */
function leaks({ secrets }: World, machine: SimMachine): readonly string[] {
  if (!machine.options.unit.startsWith('dept')) return []
  const { db } = machine.store
  const texts = [
    ...db.all<{ text: string }>(
      "SELECT CAST(facts AS TEXT) || CAST(envelope AS TEXT) || coalesce(CAST(private AS TEXT), '') AS text FROM events",
    ),
    ...db.all<{ text: string }>('SELECT subject AS text FROM case_rows WHERE subject IS NOT NULL'),
    ...db.all<{ text: string }>('SELECT details AS text FROM people'),
  ].map(({ text }) => text)
  const all = texts.join('\n')
  return [...secrets].filter((secret) => all.includes(secret)).map((secret) => `R-09 ${machine.name} holds ${secret}`)
}

/** R-09, B-17: a department knows a complainant while he is disclosed to it, and learns of him nothing but who he is. */
function strangers({ name, options: { unit }, state, store: { db } }: SimMachine, { people }: ServerState) {
  if (!unit.startsWith('dept')) return []
  const held = db.all<{ stream: string; type: string }>(
    "SELECT stream, type FROM events WHERE stream LIKE 'person:%' AND aside <> 2",
  )
  const isKnown = (stream: string): boolean =>
    // One whose credential holds no more hears of no end; its disk is a person's to wipe.
    state.kind === 'stopped' || people.get(stream)?.includes(ownFeed(unit)) === true
  return held
    .filter(({ stream, type }) => type !== 'person.recorded' || !isKnown(stream))
    .map(({ stream, type }) => `R-09 ${name} holds ${type} of ${stream}`)
}
