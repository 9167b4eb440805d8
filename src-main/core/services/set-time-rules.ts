import type { DuePreview } from '#shared/contract/desktop/admin.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { caseClockOf, classOf, duesAsClass, referralDueAgain } from '#shared/domain/case/deadlines.ts'
import { currentCycle, waitingReferrals } from '#shared/domain/case/reading.ts'
import { calendarSet, targetsSet } from '#shared/domain/case/shipped-office.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { checkCalendar } from '#shared/domain/clock/calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { dueNow } from '#shared/domain/clock/case-clock.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { decideContext, officeClock } from './decide-context.ts'
import type { Office } from './office.ts'
import { mayChange } from './own-units.ts'
import { calendarOf } from './reference-data.ts'
import { movesUnder, noteRecount, recountOpenCases } from './recount.ts'
import { writeCommit } from './write.ts'

/** Open cases in which another calendar would move a date: their own or a referral's under the office's, a referral's under its department's (W1, W9). */
export async function previewCalendar(
  office: Office,
  caller: Caller,
  { unit, calendar }: NewCalendar,
): Promise<Result<DuePreview>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const checked = checkCalendar(calendar)
  if (!checked.ok) return checked
  const of = unit ?? office.reference.settings.office
  if (!office.reference.units.has(of)) return refuse('not-found', { what: of })
  const compiled = compileCalendar(calendar)
  const isOwn = of === office.reference.settings.office
  return ok(await movesUnder(office, caller, (state) => (isOwn ? ownMove : referralMove(of))(office, state, compiled)))
}

type MoveUnder = (
  office: Office,
  state: Case,
  compiled: CompiledCalendar,
) => { readonly before: Instant; readonly after: Instant } | null

const caseMove: MoveUnder = ({ ports }, state, compiled) => {
  const { clock } = currentCycle(state)
  return { before: clock.dueNow.at, after: dueNow(compiled, caseClockOf(clock, null), ports.clock.now()) }
}

const referralMove =
  (department: string): MoveUnder =>
  (office, state, calendar) => {
    const cycle = currentCycle(state)
    const referral = waitingReferrals(cycle).find((each) => each.department === department)
    if (referral === undefined) return null
    const clock = officeClock(office, state.office)
    const again = { referral, caseDue: cycle.clock.dueNow.at }
    const due = referralDueAgain({ clock, now: office.ports.clock.now() }, { calendar, version: '' }, again)
    return { before: referral.due.at, after: due.at }
  }

/** The case's own date; where that stays, the first of a referral whose department works by the office's calendar. */
const ownMove: MoveUnder = (office, state, compiled) => {
  const { reference } = office
  const byOffice = calendarOf(reference, reference.settings.office)
  const departments = waitingReferrals(currentCycle(state)).map(({ department }) => department)
  const moves = [
    caseMove,
    ...departments.filter((each) => calendarOf(reference, each) === byOffice).map((each) => referralMove(each)),
  ].map((move) => move(office, state, compiled))
  return moves.find((move) => move !== null && move.before !== move.after) ?? null
}

interface NewCalendar {
  readonly unit?: string | undefined
  readonly calendar: WorkCalendar
}

/** A new calendar of an office or a department; open cases and referrals are counted anew by events, stopped clocks stay as they are (W1, W9). */
export async function setCalendar(
  office: Office,
  caller: Caller,
  { unit, calendar }: NewCalendar,
): Promise<Result<{ version: string; moved: number }>> {
  const allowed = mayChange(office, { caller, right: 'manage_lists', unit })
  if (!allowed.ok) return allowed
  const checked = checkCalendar(calendar)
  if (!checked.ok) return checked
  const of = unit ?? office.reference.settings.office
  if (!office.reference.units.has(of as UnitSet['id'])) return refuse('not-found', { what: of })
  const written = writeCommit(office, authorOf(caller), (db) => {
    noteRecount(db, 'calendar', caller)
    return ok([calendarSet(of, calendar)])
  })
  if (!written.ok) return written
  const moved = await recountOpenCases(office, caller, 'calendar')
  return ok({ version: must(office.reference.calendars.get(of), 'just set').version, moved })
}

/** Open cases whose due date other limits would move. */
export async function previewTargets(
  office: Office,
  caller: Caller,
  targets: ServiceTargets,
): Promise<Result<DuePreview>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const moveOf = (state: Case) => {
    const asked = { caller, caseId: state.id, owner: state.office, reference: null, idsNeeded: 0 }
    const context = decideContext(office, office.store.db, asked)
    const cycle = currentCycle(state)
    const after = duesAsClass({ ...context, clock: { ...context.clock, targets } }, cycle, classOf(state)).due.at
    return { before: cycle.clock.dueNow.at, after }
  }
  return ok(await movesUnder(office, caller, moveOf))
}

/** Other limits; open cases are counted anew from their own start where a limit of cases or referrals is another (W7, L-05). */
export async function setTargets(
  office: Office,
  caller: Caller,
  targets: ServiceTargets,
): Promise<Result<{ version: string; moved: number }>> {
  const allowed = mayChange(office, { caller, right: 'manage_lists' })
  if (!allowed.ok) return allowed
  const { settings, targets: before } = office.reference
  const isOther = JSON.stringify(limitsIn(before.value)) !== JSON.stringify(limitsIn(targets))
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (isOther) noteRecount(db, 'limit', caller)
    return ok([targetsSet(settings.office, targets)])
  })
  if (!written.ok) return written
  const moved = isOther ? await recountOpenCases(office, caller, 'limit') : 0
  return ok({ version: office.reference.targets.version, moved })
}

const limitsIn = ({ cases, referrals }: ServiceTargets) => ({ cases, referrals })
