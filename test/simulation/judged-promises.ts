import { evolve } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { must } from '#shared/lib/assert.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { caseIdOf, toRecorded, verdictOf } from '#server/engine/load-streams.ts'
import { offeredDevice } from '#server/engine/offered.ts'
import type { LogReader, StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import { contentOf } from './stored-content.ts'

/* What is promised of the server's judgements, judged a second time from its log alone. */

export interface JudgedLog {
  /** Of every device, chain by chain, in the order of each. */
  readonly commits: readonly StoredCommit[]
  /** Copies that the central unit has taken: of no chain that is still known. */
  readonly taken: readonly StoredCommit[]
  /** Of every case, each in the order of positions. */
  readonly events: readonly StoredEvent[]
}

export async function readJudged(log: LogReader, events: readonly StoredEvent[]): Promise<JudgedLog> {
  const ends = (await log.allDeviceEnds()).toSorted((left, right) => left.epoch - right.epoch)
  const commits: StoredCommit[] = []
  for (const { device, epoch } of ends)
    commits.push(...(await log.readChain({ device, epoch, after: 0, limit: 1_000_000 })))
  const known = new Set(commits.map(({ commit }) => commit))
  const others = new Set(events.map(({ commit }) => commit).filter((commit) => !known.has(commit)))
  const taken = await log.readCommits([...others])
  return { commits, taken, events: events.filter(({ stream }) => stream.startsWith('case:')) }
}

export const brokenJudgements = (log: JudgedLog): readonly string[] => [
  ...overtaken(log.commits),
  ...outOfTurn(log.events),
  ...overwritten(log),
  ...log.commits.flatMap(wronglyDated(log)),
]

/** S5: nothing that a device wrote passes what is held before it on one of its streams; nothing else waits. */
function overtaken(commits: readonly StoredCommit[]): readonly string[] {
  const broken: string[] = []
  for (const [device, own] of Map.groupBy(commits, (commit) => commit.device)) {
    const fences = new Map<string, number>()
    for (const { commit, epoch, outcome, streams } of own) {
      const isBehind = streams.some((stream) => fences.has(stream))
      // Of another epoch is what a twin wrote: neither waits for the other.
      const isSame = streams.some((stream) => fences.get(stream) === epoch)
      if (isSame && (outcome.kind === 'accepted' || outcome.kind === 'conflict'))
        broken.push(`S5 ${device}: ${commit} passed what is held before it`)
      if (outcome.kind !== 'held') continue
      if (outcome.reason.code === 'sync-fenced' && !isBehind)
        broken.push(`S5 ${device}: ${commit} waits behind nothing`)
      for (const stream of streams) fences.set(stream, epoch)
    }
  }
  return broken
}

/** S5: on each stream a device's events stand in the order in which it wrote them. */
function outOfTurn(events: readonly StoredEvent[]): readonly string[] {
  const last = new Map<string, number>()
  return events.flatMap(({ id, stream, device, epoch, sequence }) => {
    if (device === offeredDevice) return []
    const chain = `${stream} ${device} ${epoch}`
    const before = last.get(chain) ?? 0
    last.set(chain, sequence)
    return sequence > before ? [] : [`S5 ${device}: ${id} stands behind what it was written before`]
  })
}

/** S9: what its author had not seen is a conflict that a person finds, or is named to him; never a silent overwrite. */
function overwritten({ commits, taken, events }: JudgedLog): readonly string[] {
  const known = new Map(commits.map((commit) => [commit.commit, commit]))
  const copies = new Map(taken.map((commit) => [commit.commit, commit]))
  return [...Map.groupBy(events, ({ stream }) => stream)].flatMap(([stream, own]) => {
    const broken: string[] = []
    let state: CaseState = noCase
    for (const [commit, together] of Map.groupBy(own, (event) => event.commit)) {
      const stored = known.get(commit)
      const before: CaseState = state
      for (const event of together) state = after(state, event, stored ?? copies.get(commit))
      if (stored !== undefined) broken.push(...unseen(stored, { before, after: state, together }))
    }
    return broken.map((said) => `S9 ${stream}: ${said}`)
  })
}

function after(state: CaseState, event: StoredEvent, commit: StoredCommit | undefined): CaseState {
  const facts = parseCanonical(event.facts) as Readonly<Record<string, unknown>>
  const recorded = toRecorded(contentOf(event), facts, verdictOf(commit))
  return recorded === null ? state : evolve(state, recorded, caseIdOf(event.stream))
}

/** The stamp of a fact that nobody had set. */
const unset = 'unset'

interface Told {
  readonly before: CaseState
  readonly after: CaseState
  readonly together: readonly StoredEvent[]
}

function unseen({ commit, outcome }: StoredCommit, told: Told): readonly string[] {
  const { expects, via } = contentOf(must(told.together[0], 'a commit has events'))
  const { before } = told
  if (before.kind === 'none' || via === 'duty') return []
  const moved = Object.entries(expects).filter(([fact, seen]) => (before.setBy[fact] ?? unset) !== seen)
  if (outcome.kind === 'conflict') {
    const isFound = told.together.every(({ id }) => told.after.unapplied.includes(id))
    return moved.length > 0 && isFound ? [] : [`${commit} is a conflict that nobody finds`]
  }
  const named = outcome.kind === 'accepted' ? outcome.moved : []
  return moved.filter(([fact]) => !named.includes(fact)).map(([fact]) => `${commit} overwrote ${fact} in silence`)
}

const monthMs = 30 * 86_400_000

/** S13: what no clock can have shown is marked, and nothing else is. */
function wronglyDated({ events }: JudgedLog): (commit: StoredCommit) => readonly string[] {
  const byCommit = Map.groupBy(events, ({ commit }) => commit)
  return ({ commit, receivedAt, doubtful }) => {
    const times = (byCommit.get(commit) ?? []).map((event) => contentOf(event).at)
    if (times.length === 0) return []
    const isAhead = times.some((at) => at > receivedAt)
    const isNear = times.every((at) => at <= receivedAt && Date.parse(at) >= Date.parse(receivedAt) - monthMs)
    return (isAhead && !doubtful) || (isNear && doubtful) ? [`S13 ${commit} is marked wrongly: ${times[0]}`] : []
  }
}
