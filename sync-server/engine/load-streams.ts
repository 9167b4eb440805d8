import type { CaseId } from '#shared/domain/case/event-parts.ts'
import type { RecordedCaseEvent } from '#shared/domain/case/events.ts'
import { foldCase } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { upcast } from '#shared/domain/case/upcast.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { must } from '#shared/lib/assert.ts'
import type { LogReader, StoredCommit, StoredEvent, StreamRow } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import type { Work } from './work.ts'

/** Holds streams and folds the cases among them; those the engine has folded to this length are not read again. */
export async function holdStreams(work: Work, streams: readonly string[]): Promise<void> {
  const missing = streams.filter((stream) => !work.rows.has(stream))
  if (missing.length > 0) await foldHeld(work, await work.log.lockStreams(missing))
}

/** As `holdStreams`, of rows that were just locked. */
export async function foldHeld(work: Work, locked: readonly StreamRow[]): Promise<void> {
  const toRead: string[] = []
  for (const row of locked) {
    const { stream, length } = row
    work.rows.set(stream, row)
    if (!stream.startsWith('case:')) continue
    const state = length === 0 ? noCase : work.engine.cases.find(stream, length)
    if (state === null) toRead.push(stream)
    else work.states.set(stream, state)
  }
  await readHistory(work, toRead)
  for (const stream of toRead)
    work.states.set(stream, foldStored(stream, work.history.get(stream) ?? [], work.knownCommits))
}

export const rowOf = (work: Work, stream: string): StreamRow =>
  must(work.rows.get(stream), `${stream} is held by this transaction`)

/** Reads what stood in streams before this transaction, with the commits it came in. */
export async function readHistory(work: Work, streams: readonly string[]): Promise<void> {
  const missing = streams.filter((stream) => !work.history.has(stream))
  if (missing.length === 0) return
  const events = await work.log.readEvents(missing)
  for (const stream of missing) work.history.set(stream, [])
  for (const event of events) if (stoodBefore(work, event)) work.history.get(event.stream)?.push(event)
  await readCommitsOf(work, events)
}

/** What this transaction added may have been sent already. */
const stoodBefore = ({ added }: Work, { stream, position }: StoredEvent): boolean =>
  position < (added.get(stream)?.[0]?.position ?? Infinity)

export async function readCommitsOf(work: Work, events: readonly StoredEvent[]): Promise<void> {
  const unknown = [...new Set(events.map(({ commit }) => commit))].filter((commit) => !work.knownCommits.has(commit))
  if (unknown.length === 0) return
  for (const commit of await work.log.readCommits(unknown)) work.knownCommits.set(commit.commit, commit)
}

export const caseIdOf = (stream: string): CaseId => stream.slice('case:'.length) as CaseId

/** Folds the stored events of one case under the verdicts of their commits; what is newer than this program leaves no trace. */
export function foldStored(
  stream: string,
  events: readonly StoredEvent[],
  commits: ReadonlyMap<string, StoredCommit>,
): CaseState {
  const recorded = events.map((event) => recordedOf(event, commits.get(event.commit))).filter((each) => each !== null)
  return foldCase(caseIdOf(stream), recorded)
}

function recordedOf(event: StoredEvent, commit: StoredCommit | undefined): RecordedCaseEvent | null {
  const content = parseCanonical(event.envelope) as EnvelopeContent
  const facts = parseCanonical(event.facts) as Readonly<Record<string, unknown>>
  return toRecorded(content, facts, verdictOf(commit))
}

export type FoldedVerdict = 'accepted' | 'conflict' | 'void'

/** What a commit's events count as where it is folded. */
export function verdictOf(commit: Pick<StoredCommit, 'outcome'> | undefined): FoldedVerdict {
  const kind = commit?.outcome.kind
  return kind === 'conflict' || kind === 'void' ? kind : 'accepted'
}

export function toRecorded(
  { type, version, id, at, actor, via }: EnvelopeContent,
  facts: Readonly<Record<string, unknown>>,
  verdict: FoldedVerdict,
): RecordedCaseEvent | null {
  const read = upcast(type, version, facts)
  if (!read.ok) return null
  return { ...read.value, id, at, actor, via, verdict } as RecordedCaseEvent
}

/** The states of cases, folded where the engine has not: outside a push. */
export async function readCases(
  engine: Engine,
  log: LogReader,
  rows: readonly StreamRow[],
): Promise<ReadonlyMap<string, CaseState>> {
  const found = new Map<string, CaseState>()
  const toRead = rows.filter(({ stream, length }) => {
    const state = engine.cases.find(stream, length)
    if (state !== null) found.set(stream, state)
    return state === null
  })
  if (toRead.length === 0) return found
  const events = await log.readEvents(toRead.map(({ stream }) => stream))
  const commits = await log.readCommits([...new Set(events.map(({ commit }) => commit))])
  const byId = new Map(commits.map((commit) => [commit.commit, commit]))
  for (const [stream, own] of Map.groupBy(events, (event) => event.stream)) {
    found.set(stream, foldStored(stream, own, byId))
  }
  return found
}
