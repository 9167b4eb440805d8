import { evolve } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import type { Case, CaseState } from '#shared/domain/case/state.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { must } from '#shared/lib/assert.ts'
import { factsLayout, packFacts } from '#shared/domain/indicators/pack-facts.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { WritableDb } from '#core/store/driver.ts'
import type { Projection } from '#core/store/projection.ts'
import { markCase, unmarkCase } from '#core/search/search-marks.ts'
import { caseRow } from './case-row.ts'
import { readState, toCaseEvent } from './case-store.ts'
import { createConflicts, projectConflicts } from './conflict-rows.ts'
import { createReferrals, projectReferrals } from './referral-rows.ts'

/*
 * Cases as tables: the folded state, one row for lists with the subject line, the facts for figures, and the mark that the
 * search index is behind. A case touched by several events of a transaction is written once. Every tree that a
 * registration touches is a page to encrypt and write while a person waits: there are as few as the queries allow.
 */
const rowColumns = [
  'id',
  'reference',
  'type',
  'type_entry',
  'status',
  'stage',
  'step',
  'office',
  'channel',
  'service',
  'complexity',
  'importance',
  'priority',
  'rank',
  'confidentiality',
  'named_users',
  'complained_about',
  'received_at',
  'received_seq',
  'running_due',
  'held',
  'due_at',
  'cycle',
  'handler',
  'handlers',
  'registered_by',
  'person',
  'governorate',
  'departments',
  'referral_due',
  'escalation',
  'is_open',
  'practice',
  'lead',
  'falls_due',
  'next_at',
  'subject',
] as const

const upsertRow = `INSERT INTO case_rows (${rowColumns.join(', ')}) VALUES (${rowColumns.map((name) => `:${name}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${rowColumns
    .slice(1)
    .map((name) => `${name} = ${name === 'subject' ? 'coalesce(excluded.subject, subject)' : `excluded.${name}`}`)
    .join(', ')} RETURNING key`

const create = [
  `CREATE TABLE case_states (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  // By the keys of `case_rows`: a new row goes to the end, which costs one page.
  `CREATE TABLE case_facts (key INTEGER PRIMARY KEY, received_at TEXT NOT NULL, matters_until TEXT, packed TEXT NOT NULL) STRICT`,
  `CREATE TABLE case_rows (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL, type TEXT NOT NULL, type_entry TEXT NOT NULL, status TEXT NOT NULL, stage TEXT NOT NULL, step TEXT NOT NULL,
    office TEXT NOT NULL, channel TEXT NOT NULL, service TEXT, complexity TEXT, importance TEXT, priority TEXT, rank INTEGER NOT NULL,
    confidentiality TEXT NOT NULL, named_users TEXT NOT NULL, complained_about TEXT NOT NULL, received_at TEXT NOT NULL, received_seq TEXT NOT NULL, running_due TEXT,
    held INTEGER NOT NULL, due_at TEXT, cycle INTEGER NOT NULL, handler TEXT, handlers TEXT NOT NULL, registered_by TEXT NOT NULL, person TEXT, governorate TEXT, departments TEXT NOT NULL,
    referral_due TEXT, escalation INTEGER NOT NULL, is_open INTEGER NOT NULL, practice INTEGER NOT NULL, lead TEXT, falls_due INTEGER NOT NULL, next_at TEXT, subject TEXT) STRICT`,
  // Not unique: what came from elsewhere is shown, also a number that two machines gave.
  'CREATE INDEX case_rows_by_reference ON case_rows (reference)',
  "CREATE INDEX case_rows_by_step ON case_rows (step, running_due) WHERE step <> 'none'",
  'CREATE INDEX case_rows_by_handler ON case_rows (handler) WHERE is_open = 1 AND handler IS NOT NULL',
  'CREATE INDEX case_rows_by_receipt ON case_rows (received_seq)',
  // All cases in each order of a list: without these a page of 100 sorts every case.
  'CREATE INDEX case_rows_in_due_order ON case_rows (due_at, received_seq)',
  'CREATE INDEX case_rows_in_rank_order ON case_rows (rank, received_seq)',
  "CREATE INDEX case_rows_above_normal ON case_rows (confidentiality) WHERE confidentiality <> 'normal'",
  "CREATE INDEX case_rows_about_staff ON case_rows (id) WHERE complained_about <> '[]'",
  'CREATE INDEX case_rows_by_person ON case_rows (person) WHERE person IS NOT NULL',
  'CREATE INDEX case_rows_by_lead ON case_rows (lead) WHERE lead IS NOT NULL',
  'CREATE INDEX case_rows_falling_due ON case_rows (received_seq) WHERE falls_due = 1',
  ...createConflicts,
  ...createReferrals,
]

const isCase = (stream: string): boolean => stream.startsWith('case:')

/** In: how an event is read, which a program of another version does in another way (S11). */
export const casesProjectionOf = (read: typeof toCaseEvent): Projection => ({
  name: 'cases',
  version: 28 + factsLayout * 1000,
  create,
  apply: (db, recorded, anew) => {
    for (const [id, events] of byCase(recorded))
      projectCase(db, id, { before: readState(db, id) ?? noCase, events, read })
    for (const [stream, events] of anew) {
      if (isCase(stream)) projectAnew(db, caseIdOf(stream), { before: noCase, events, read })
    }
  },
})

export const casesProjection = casesProjectionOf(toCaseEvent)

const caseIdOf = (stream: string): string => stream.slice('case:'.length)

function projectAnew(db: WritableDb, id: string, folding: Folding): void {
  const { events } = folding
  const isCaseStill = events.some(({ type, verdict }) => type === 'registered' && verdict !== 'void')
  if (!isCaseStill) removeCase(db, id)
  db.run('UPDATE case_rows SET subject = NULL WHERE id = ?', id)
  for (const table of ['case_conflicts', 'referral_rows']) db.run(`DELETE FROM ${table} WHERE case_id = ?`, id)
  if (events.length > 0) projectCase(db, id, folding)
}

/** A case that was withdrawn from this machine leaves no row and no word in the index (SYNC-MERGE-6). */
function removeCase(db: WritableDb, id: string): void {
  const key = db.value<number>('SELECT key FROM case_rows WHERE id = ?', id)
  if (key !== undefined) {
    db.run('DELETE FROM search_index WHERE rowid = ?', key)
    unmarkCase(db, key)
    for (const table of ['case_rows', 'case_facts']) db.run(`DELETE FROM ${table} WHERE key = ?`, key)
  }
  db.run('DELETE FROM case_states WHERE id = ?', id)
}

function byCase(recorded: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const groups = new Map<string, RecordedEvent[]>()
  for (const event of recorded) {
    if (!isCase(event.stream)) continue
    const id = caseIdOf(event.stream)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [event])
    else group.push(event)
  }
  return groups
}

interface Folding {
  readonly before: CaseState
  readonly events: readonly RecordedEvent[]
  readonly read: typeof toCaseEvent
}

function projectCase(db: WritableDb, id: string, { before, events, read }: Folding): void {
  const state = events.reduce<CaseState>((folded, event) => evolve(folded, read(event), id as CaseId), before)
  // A slice of the log may end inside a commit: what has only begun is kept as well.
  writeState(db, id, state)
  projectConflicts(db, id, { before, events, after: state })
  projectReferrals(db, id, { before, after: state })
  if (state.kind === 'case') writeCase(db, state, subjectIn(events))
}

/** What the events that stand say of the subject line, null when nothing: it then stays as it is. */
function subjectIn(events: readonly RecordedEvent[]): string | null {
  const described = events.findLast((event) => event.type === 'described' && doesStand(event))
  const subject = described?.private?.['subject']
  return typeof subject === 'string' ? subject : null
}

function writeState(db: WritableDb, id: string, state: CaseState): void {
  db.run(
    'INSERT INTO case_states (id, state) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state',
    id,
    JSON.stringify(state),
  )
}

function writeCase(db: WritableDb, state: Case, subject: string | null): void {
  const row = caseRow(state)
  const key = must(db.value<number>(upsertRow, { ...row, subject }), 'a row that is written has a key')
  const facts = factsOf(state)
  db.run(
    `INSERT INTO case_facts (key, received_at, matters_until, packed) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET matters_until = excluded.matters_until, packed = excluded.packed`,
    key,
    row.received_at,
    facts.of.mattersUntil,
    packFacts(facts),
  )
  markCase(db, key)
}
