/**
 * What falls due by itself on every case that the server holds, for all offices, though no desktop is open (E-01). Each
 * duty is a commit of the server's own, judged at the same gate as everybody's; one that a desktop was first with is void
 * there by its key (SYNC-APPEND-9). When a case is next due is kept with its length: only what changed is read again.
 */
import { caseEvents } from '#shared/domain/case/events.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import type { Case, CaseState } from '#shared/domain/case/state.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { dutiesDue, nextDutyAt } from '#shared/domain/duties/duties-due.ts'
import type { DutyRules } from '#shared/domain/duties/duties-due.ts'
import { dutyActor } from '#shared/domain/duties/duty-actor.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import type { Engine } from '#server/engine/engine.ts'
import { faultText } from '#server/fault-text.ts'
import { readCases } from '#server/engine/load-streams.ts'
import { dueNote } from '#server/engine/notes.ts'
import type { OwnEvent } from '#server/ports.ts'
import type { StreamRow } from '#server/log/server-log.ts'
import { readOfficeRules } from './office-rules.ts'
import type { OfficeRules } from './office-rules.ts'

/** Stream → its length when it was looked at, and when it is next due; null: nothing will be. */
export type Timetable = Map<string, { readonly length: number; readonly next: Instant | null }>

export interface DutyRun {
  readonly engine: Engine
  readonly timetable: Timetable
  /** Of the rules that the timetable was made by. */
  rules: OfficeRules | null
  /** Writes one event as a commit of the server's own. */
  readonly write: (event: OwnEvent) => Promise<Result<Outcome>>
}

const streamsAtOnce = 300

/** Writes all that is due by now. Out: how many duties were taken. */
export async function runDuties(run: DutyRun): Promise<number> {
  const rules = await run.engine.log.read((log) => readOfficeRules(run.engine, log, run.rules))
  if (rules !== run.rules) run.timetable.clear()
  run.rules = rules
  const turn: Turn = { run, taken: 0, faults: 0 }
  for await (const rows of rowsToRead(run)) {
    const states = await casesOf(turn, rows)
    for (const row of rows) {
      const state = states.get(row.stream)
      if (state?.kind === 'case')
        await apart(turn, row, () => runCase(turn, { row, state, rules: rules.of(state.office) }))
    }
  }
  return turn.taken
}

interface Turn {
  readonly run: DutyRun
  taken: number
  /** In a row: where every case goes wrong, it is not the case. */
  faults: number
}

const mostFaults = 20

/** A case that goes wrong is told of at every turn, and keeps none of the others from its duties (B-10). */
async function apart<T>(turn: Turn, { stream }: StreamRow, work: () => Promise<T>): Promise<T | null> {
  try {
    const done = await work()
    turn.faults = 0
    return done
  } catch (error) {
    turn.faults += 1
    if (turn.faults > mostFaults) throw error
    turn.run.engine.ports.journal.error('duty', { stream, error: faultText(error) })
    return null
  }
}

type Cases = Awaited<ReturnType<typeof readCases>>

/** All at once; where that goes wrong, each alone. */
async function casesOf(turn: Turn, rows: readonly StreamRow[]): Promise<Cases> {
  const { engine } = turn.run
  const read = (some: readonly StreamRow[]): Promise<Cases> => engine.log.read((log) => readCases(engine, log, some))
  try {
    return await read(rows)
  } catch {
    const found = new Map<string, CaseState>()
    for (const row of rows)
      for (const [stream, state] of (await apart(turn, row, () => read([row]))) ?? []) found.set(stream, state)
    return found
  }
}

/** Streams that changed, or whose time has come. */
async function* rowsToRead({ engine, timetable }: DutyRun): AsyncGenerator<readonly StreamRow[]> {
  for (const feed of await feedsWithCases(engine)) {
    let after: string | null = ''
    while (after !== null) {
      const asked = { feed, note: dueNote, after, limit: streamsAtOnce }
      const rows: readonly StreamRow[] = await engine.log.read((log) => log.readStreamsOf(asked))
      const now = engine.ports.clock.now()
      const due = rows.filter(({ stream, length }) => {
        const known = timetable.get(stream)
        return known?.length !== length || (known.next !== null && known.next <= now)
      })
      if (due.length > 0) yield due
      after = rows.length < streamsAtOnce ? null : (rows.at(-1)?.stream ?? null)
    }
  }
}

const central = 'central' as FeedName

/** The central unit holds every case but the strictly confidential ones, each of which has a feed of its own (SYNC-FEED-6). */
async function feedsWithCases({ log }: Engine): Promise<readonly FeedName[]> {
  const feeds = await log.read((reader) => reader.allFeedEnds())
  return [central, ...feeds.map(({ feed }) => feed).filter((feed) => feed.startsWith('case:'))]
}

interface OneCase {
  readonly row: StreamRow
  readonly state: Case
  readonly rules: DutyRules | null
}

async function runCase(turn: Turn, { row, state, rules }: OneCase): Promise<void> {
  const { engine, timetable, write } = turn.run
  // An office whose calendar has not arrived yet is looked at again with the next rules.
  if (rules === null || state.practice) return leave(timetable, row)
  const now = engine.ports.clock.now()
  for (const event of dutiesDue(state, rules, now)) {
    const written = await write(ownEvent(row.stream, event))
    if (!written.ok) engine.ports.journal.error('duty', { stream: row.stream, code: written.refusal.code })
    if (written.ok && written.value.kind === 'accepted') turn.taken += 1
  }
  // What was written makes the stream longer, so that it is read again at the next turn.
  timetable.set(row.stream, { length: row.length, next: nextDutyAt(state, rules, now) })
}

function leave(timetable: Timetable, { stream, length }: StreamRow): void {
  timetable.set(stream, { length, next: null })
}

const ownEvent = (stream: string, { type, facts, private: hidden }: CaseEvent): OwnEvent => ({
  stream,
  type,
  version: caseEvents[type].version,
  facts,
  private: hidden,
  actor: dutyActor,
  via: 'duty',
})
