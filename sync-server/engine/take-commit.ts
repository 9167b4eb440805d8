/**
 * A judged commit becomes part of the log: its events get their positions, its streams their new states, notes and
 * members, and every audience what it may see of it (SYNC-FEED-3 to SYNC-FEED-7). Held, refused and void ones are kept whole.
 */
import { evolve } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { StoredCommit, StoredEvent, StreamRow } from '#server/log/server-log.ts'
import { officeOfPerson } from './authority.ts'
import { mayFallDue } from '#shared/domain/duties/may-fall-due.ts'
import { fanOut } from './fan-out.ts'
import type { Change } from './fan-out.ts'
import { notePeople, peopleMoved } from './note-people.ts'
import { caseIdOf, holdStreams, rowOf, toRecorded } from './load-streams.ts'
import { dueNote, forgottenNote, namedRow, notedOwner, noting, openNote, ownerNote, referenceNote } from './notes.ts'
import type { Notes } from './notes.ts'
import type { LinkedCommit, ReceivedEvent } from './received.ts'
import { personsNamed } from './rule-named.ts'
import { membersOfCase, membersOfOther, membersOfPerson, nobody } from './stream-members.ts'
import type { Judged } from './judge-commit.ts'
import { takeReference } from './take-reference.ts'
import { tellHeld } from './tell-held.ts'
import { tellMoved } from './tell-moved.ts'
import { setRow } from './work.ts'
import type { Work } from './work.ts'

export async function takeCommit(work: Work, arrived: LinkedCommit, judged: Judged): Promise<void> {
  const { outcome, dutyKeys } = judged
  const commit = withoutForgotten(work, arrived)
  const stored = storedCommit(work, commit, outcome)
  work.commits.push(stored)
  work.knownCommits.set(commit.commit, stored)
  for (const key of dutyKeys) work.duties.add(key)
  if (outcome.kind === 'accepted') return enterStreams(work, { commit, stored }, judged.states)
  if (outcome.kind === 'conflict') return enterStreams(work, { commit, stored })
  keep(work, commit)
  if (outcome.kind !== 'held') return
  for (const stream of stored.streams) work.fences.set(stream, commit.commit)
  tellHeld(work, { commit, before: null, now: outcome })
}

/** What arrives about somebody who was forgotten meanwhile is taken without what was to be forgotten (SYNC-FEED-7). */
function withoutForgotten(work: Work, commit: LinkedCommit): LinkedCommit {
  const isForgotten = ({ content }: ReceivedEvent): boolean =>
    work.rows.get(content.stream)?.notes.includes(forgottenNote) ?? false
  if (!commit.events.some(isForgotten)) return commit
  const events = commit.events.map((event) => (isForgotten(event) ? { ...event, private: null, hidden: null } : event))
  return { ...commit, events }
}

function storedCommit(work: Work, commit: LinkedCommit, outcome: Judged['outcome']): StoredCommit {
  return {
    commit: commit.commit,
    device: work.judging.device.id,
    epoch: commit.epoch,
    firstSequence: commit.firstSequence,
    lastSequence: commit.lastSequence,
    link: commit.link,
    outcome,
    bytesHash: commit.bytesHash,
    receivedAt: work.judging.now,
    doubtful: isDoubtful(work, commit),
    streams: [...new Set(commit.events.map(({ content }) => content.stream))],
  }
}

const monthMs = 30 * 86_400_000

/** A time that nobody can have known: after the acceptance, or long before the device was last here (SYNC-APPEND-12). */
function isDoubtful({ judging: { now, device } }: Work, { events }: LinkedCommit): boolean {
  const earliest = device.lastContact === null ? null : Date.parse(device.lastContact) - monthMs
  return events.some(
    ({ content: { at, via } }) => at > now || (via !== 'import' && earliest !== null && Date.parse(at) < earliest),
  )
}

function keep(work: Work, { commit, events, firstSequence }: LinkedCommit): void {
  work.kept.push({
    commit,
    events: events.map(({ envelope, facts, private: secret, contentHash }, index) => ({
      envelope,
      facts,
      private: secret,
      contentHash,
      sequence: firstSequence + index,
    })),
  })
}

export interface Taken {
  readonly commit: LinkedCommit
  readonly stored: StoredCommit
}

/** Puts an accepted or conflicting commit into its streams and before every audience; its cases are folded unless they were. */
export async function enterStreams(
  work: Work,
  { commit, stored }: Taken,
  folded: ReadonlyMap<string, CaseState> | null = null,
): Promise<void> {
  const before = new Map<string, StreamRow>()
  const statesBefore = new Map<string, CaseState>()
  await holdStreams(work, personsNamed(commit))
  for (const stream of [...stored.streams, ...personsNamed(commit)]) {
    before.set(stream, rowOf(work, stream))
    statesBefore.set(stream, work.states.get(stream) ?? noCase)
  }
  const events = commit.events.map((event, index) => enter(work, event, { commit, stored, index }))
  if (folded === null) for (const event of commit.events) fold(work, event, stored)
  else for (const [stream, state] of folded) work.states.set(stream, state)
  for (const [stream, state] of statesBefore) {
    await noteNamed(work, stream, state)
    await noteComplainant(work, { stream, stateBefore: state, before })
  }
  const changes: Change[] = []
  // Cases first: where their people stand follows from them.
  const order = [...before].toSorted(([one], [two]) => rankOf(one) - rankOf(two))
  for (const [stream, row] of order) {
    const change = changed(work, { stream, row, stateBefore: statesBefore.get(stream) ?? noCase })
    if (change !== null) changes.push(change)
  }
  await takeReference(work, { events, stored }, changes)
  await fanOut(work, { stored, events, changes })
  for (const [stream, state] of statesBefore)
    tellMoved(work, { stream, before: state, now: work.states.get(stream) ?? noCase })
}

const rankOf = (stream: string): number => (stream.startsWith('case:') ? 0 : 1)

function enter(work: Work, event: ReceivedEvent, at: Taken & { readonly index: number }): StoredEvent {
  const { content, body, contentHash, envelope, facts, private: secret } = event
  const row = rowOf(work, content.stream)
  const stored: StoredEvent = {
    id: content.id,
    stream: content.stream,
    position: row.length + 1,
    commit: at.commit.commit,
    contentHash,
    device: at.stored.device,
    epoch: at.stored.epoch,
    sequence: at.commit.firstSequence + at.index,
    envelope,
    facts,
    private: secret,
    parsed: { type: content.type, body },
  }
  setRow(work, { ...row, length: stored.position })
  work.events.push(stored)
  const added = work.added.get(content.stream)
  if (added === undefined) work.added.set(content.stream, [stored])
  else added.push(stored)
  if (content.type === 'person.forgotten') forget(work, content.stream)
  // Whoever forgets a person whose record the server lacks is not the one who keeps it.
  if (content.type === 'person.recorded') noteOwner(work, content.stream, officeOfPerson(work, at.commit))
  return stored
}

/** Whose record a person is, is said once, by his first record. */
function noteOwner(work: Work, stream: string, unit: string): void {
  const row = rowOf(work, stream)
  if (notedOwner(row.notes) === null) setRow(work, { ...row, notes: noting(row.notes, ownerNote(unit), true) })
}

function forget(work: Work, stream: string): void {
  work.forgotten.add(stream)
  const row = rowOf(work, stream)
  setRow(work, { ...row, notes: noting(row.notes, forgottenNote, true) })
}

function fold(work: Work, { content, body }: ReceivedEvent, { outcome }: StoredCommit): void {
  if (!content.stream.startsWith('case:')) return
  const recorded = toRecorded(content, body, outcome.kind === 'conflict' ? 'conflict' : 'accepted')
  const state = work.states.get(content.stream) ?? noCase
  if (recorded !== null) work.states.set(content.stream, evolve(state, recorded, caseIdOf(content.stream)))
}

interface Asked {
  readonly stream: string
  readonly row: StreamRow
  readonly stateBefore: CaseState
}

/** What the commit did to one stream: its notes and members before and after. */
function changed(work: Work, { stream, row, stateBefore }: Asked): Change | null {
  const now = rowOf(work, stream)
  if (stream.startsWith('case:')) {
    const state = work.states.get(stream) ?? noCase
    noteOpen(work, stream, state)
    const members = membersOfCase(work, state)
    setRow(work, { ...rowOf(work, stream), feeds: members.feeds })
    return { stream, before: row.feeds, members, earlier: row.length === 0 ? nobody : membersOfCase(work, stateBefore) }
  }
  const members = stream.startsWith('person:') ? membersOfPerson(work, now.notes) : membersOfOther(work, stream)
  const notes = notesOfOther(work, stream, now.notes)
  setRow(work, { ...now, feeds: members.feeds, notes })
  return { stream, before: row.feeds, members, earlier: members }
}

function notesOfOther(work: Work, stream: string, notes: Notes): Notes {
  if (stream.startsWith('audit:')) return noting(notes, ownerNote(work.judging.device.unit), true)
  return stream.startsWith('report:') || stream.startsWith('person:') ? notes : noting(notes, referenceNote, true)
}

/** Whether it is in work, and whether something on it can fall due by itself. */
function noteOpen(work: Work, stream: string, state: CaseState): void {
  if (state.kind === 'none') return
  const row = rowOf(work, stream)
  setRow(work, { ...row, notes: noting(noting(row.notes, openNote, isInWork(state)), dueNote, mayFallDue(state)) })
}

/** People whom the commit moved stand among its streams, as they were before it. */
async function noteComplainant(
  work: Work,
  { stream, stateBefore, before }: Pick<Asked, 'stream' | 'stateBefore'> & { readonly before: Map<string, StreamRow> },
): Promise<void> {
  const after = work.states.get(stream) ?? noCase
  const moved = peopleMoved(stateBefore, after)
  await holdStreams(work, moved)
  for (const person of moved) if (!before.has(person)) before.set(person, rowOf(work, person))
  notePeople(work, moved, { id: caseIdOf(stream), state: after })
}

/** Users named for a strict case find it by a row of their own: their machines hold its feed (SYNC-FEED-6). */
async function noteNamed(work: Work, stream: string, before: CaseState): Promise<void> {
  const [was, is] = [namedUsers(before), namedUsers(work.states.get(stream) ?? noCase)]
  const changed = [...new Set([...was, ...is])].filter((user) => was.includes(user) !== is.includes(user))
  if (changed.length === 0) return
  await holdStreams(work, changed.map(namedRow))
  for (const user of changed) {
    const row = rowOf(work, namedRow(user))
    setRow(work, { ...row, length: row.length + 1, notes: noting(row.notes, stream, is.includes(user)) })
  }
}

const namedUsers = (state: CaseState): readonly string[] =>
  state.kind === 'case' && state.confidentiality === 'strict' ? state.namedUsers : []

/** Somebody still has to do with it: open cases come first in a snapshot (SYNC-SNAP-1). */
const isInWork = (state: CaseState): boolean =>
  state.kind === 'case' && state.exit === null && currentCycle(state).closing === null
