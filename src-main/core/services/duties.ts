import { setImmediate as turn } from 'node:timers/promises'
import { admit } from '#shared/domain/case/admit.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { dutiesDue, nextDutyAt } from '#shared/domain/duties/duties-due.ts'
import type { DutyRules } from '#shared/domain/duties/duties-due.ts'
import { dutyActor } from '#shared/domain/duties/duty-actor.ts'
import { ok } from '#shared/lib/result.ts'
import { readCase } from '#core/projections/case-store.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { freshEvents } from './case-command.ts'
import { caseSettings, officeClock, versionedCalendar } from './decide-context.ts'
import type { Office } from './office.ts'
import { calendarOf, officeData } from './reference-data.ts'
import { writeCommit } from './write.ts'
import type { Author } from './write.ts'

/*
 * Duties on this machine: what falls due by itself on its office's own cases, written with no person's right (E-01). A
 * machine that is joined to a server leaves them to it until it has had no contact for one working hour (SYNC-DUTY-1);
 * what both then write is one rung all the same, by its key. A department's machine writes none.
 *
 * When each case is next due is kept in memory: read once at the start, again for a case that changed, for all of them
 * when the rules changed.
 */
const tickMs = 15_000
/** The first look takes in every open case: the window that opens just now comes before it. */
const firstTickMs = 5_000
const sliceMs = 10
const contactMinutes = 60
const author: Author = { actor: dutyActor, session: null, via: 'duty' }
/** Changes of these are changes of the rules. */
const ruleTopics = ['unit', 'user', 'group', 'calendar', 'targets', 'settings', 'ladder']

/** Case → when it is next due; null: looked at, nothing will. */
type Timetable = Map<string, Instant | null>

/** Starts the runner; ends with what it answers. */
export function startDuties(office: Office): () => void {
  const timetable: Timetable = new Map()
  const abort = new AbortController()
  let timer: NodeJS.Timeout
  const tick = async (): Promise<void> => {
    await runDuties(office, timetable).catch((error: unknown) =>
      office.ports.log.error('duties failed', { error: String(error) }),
    )
    if (!abort.signal.aborted) timer = setTimeout(() => void tick(), tickMs).unref()
  }
  timer = setTimeout(() => void tick(), firstTickMs).unref()
  void follow(office, timetable, abort.signal)
  return () => {
    abort.abort()
    clearTimeout(timer)
  }
}

/** Cases that changed are looked at again. */
async function follow(office: Office, timetable: Timetable, signal: AbortSignal): Promise<void> {
  for await (const { topics } of office.changes.subscribe(signal)) {
    if (topics.some((topic) => ruleTopics.includes(topic))) timetable.clear()
    for (const topic of topics) timetable.delete(topic.replace(/^case:/, ''))
  }
}

/** Writes what is due by now, in slices of the writer's time. Out: how many events. */
export async function runDuties(office: Office, timetable: Timetable = new Map()): Promise<number> {
  if (!office.store.tablesReady || !isOnDuty(office)) return 0
  let written = 0
  let began = performance.now()
  let isClosed = false
  office.onClose.push(() => (isClosed = true))
  for (const id of candidates(office)) {
    if (isClosed) break
    const next = timetable.get(id)
    if (next !== undefined && (next === null || next > office.ports.clock.now())) continue
    written += runApart(office, timetable, id)
    if (performance.now() - began < sliceMs) continue
    await turn()
    began = performance.now()
  }
  office.onClose.splice(office.onClose.length - 1, 1)
  return written
}

/** Whether duties are this machine's to write now. */
export function isOnDuty({ reference, ports, sync }: Pick<Office, 'reference' | 'ports' | 'sync'>): boolean {
  const { enrolledUnit, settings } = reference
  if (enrolledUnit === null) return true
  const since = sync?.lastContact() ?? null
  if (enrolledUnit !== settings.office || since === null) return false
  const { compiled } = calendarOf(reference, settings.office)
  return workingMinutesBetween(compiled, since, ports.clock.now()) >= contactMinutes
}

/** Practice cases rise to nobody: their recipients are real people (G-08). */
const candidates = (office: Office): readonly string[] =>
  office.store.db
    .all<{ id: string }>(
      'SELECT id FROM case_rows WHERE falls_due = 1 AND practice = 0 AND office = ? ORDER BY received_seq',
      office.reference.settings.office,
    )
    .map(({ id }) => id)

/** A case that goes wrong is logged and keeps none of the others from its duties. */
function runApart(office: Office, timetable: Timetable, id: string): number {
  try {
    return runCase(office, timetable, id)
  } catch (error) {
    office.ports.log.error('duties of a case failed', { case: id, error: String(error) })
    timetable.set(id, null)
    return 0
  }
}

/** Everything due on one case, each event a commit of its own; then when it is next due. */
function runCase(office: Office, timetable: Timetable, id: string): number {
  const rules = rulesFor(office, office.reference.settings.office)
  let written = 0
  // Each duty changes what it rested on, so this ends; the bound is for a fault.
  for (let round = 0; round < 100 && writeFirst(office, rules, id); round++) written += 1
  const state = readCase(office.store.db, id)
  timetable.set(id, state === null ? null : nextDutyAt(state, rules, office.ports.clock.now()))
  return written
}

function writeFirst(office: Office, rules: DutyRules, id: string): boolean {
  const written = writeCommit(office, author, (db: WritableDb) => {
    const state = readCase(db, id)
    const at = office.ports.clock.now()
    const due =
      state === null ? [] : dutiesDue(state, rules, at).filter((event) => isTaken(office, { state, event, at }))
    return ok(state === null ? [] : freshEvents(due.slice(0, 1), { id: state.id, at, expects: {} }))
  })
  return written.ok && written.value.recorded.length > 0
}

interface Due {
  readonly state: Case | null
  readonly event: CaseEvent
  readonly at: Instant
}

/** What the server would call void is not written. */
function isTaken(office: Office, { state, event, at }: Due): boolean {
  if (state === null) return false
  const settings = caseSettings(office.reference, state.office)
  const policy = { rightsOf: () => [], unitOf: () => null, staffIdOf: () => null, settings }
  const submitted = { event, actor: dutyActor, at, via: 'duty' as const, expects: {}, sameCommit: [] }
  return admit(state, submitted, policy).kind === 'accepted'
}

function rulesFor(office: Office, owner: Case['office']): DutyRules {
  const { reference } = office
  return {
    clock: officeClock(office, owner),
    calendarOf: (unit) => versionedCalendar(reference, unit),
    ladder: officeData(reference, owner).ladder,
    access: reference.access,
  }
}
