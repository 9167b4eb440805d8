import type { DuePreview } from '#shared/contract/desktop/admin.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { caseClockOf, classOf, duesAsClass } from '#shared/domain/case/deadlines.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { calendarSet, targetsSet } from '#shared/domain/case/shipped-office.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { checkCalendar } from '#shared/domain/clock/calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { dueNow } from '#shared/domain/clock/case-clock.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { decideContext } from './decide-context.ts'
import type { Office } from './office.ts'
import { movesUnder, noteRecount, recountOpenCases } from './recount.ts'
import { writeCommit } from './write.ts'

export async function previewCalendar(
  office: Office,
  caller: Caller,
  calendar: WorkCalendar,
): Promise<Result<DuePreview>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const checked = checkCalendar(calendar)
  if (!checked.ok) return checked
  const compiled = compileCalendar(calendar)
  const now = office.ports.clock.now()
  const dueAfter = (state: Case) => dueNow(compiled, caseClockOf(currentCycle(state).clock, null), now)
  return ok(await movesUnder(office, caller, dueAfter))
}

interface NewCalendar {
  readonly unit?: string | undefined
  readonly calendar: WorkCalendar
}

/** A new calendar; open cases are counted anew by events, stopped clocks stay as they are (W9). */
export async function setCalendar(
  office: Office,
  caller: Caller,
  { unit, calendar }: NewCalendar,
): Promise<Result<{ version: string; moved: number }>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const checked = checkCalendar(calendar)
  if (!checked.ok) return checked
  const of = unit ?? office.reference.settings.office
  if (!office.reference.units.has(of as UnitSet['id'])) return refuse('not-found', { what: of })
  const isOwn = of === office.reference.settings.office
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (isOwn) noteRecount(db, 'calendar', caller)
    return ok([calendarSet(of, calendar)])
  })
  if (!written.ok) return written
  const moved = isOwn ? await recountOpenCases(office, caller, 'calendar') : 0
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
  const dueAfter = (state: Case) => {
    const asked = { caller, caseId: state.id, owner: state.office, reference: null, idsNeeded: 0 }
    const context = decideContext(office, office.store.db, asked)
    const cycle = currentCycle(state)
    return duesAsClass({ ...context, clock: { ...context.clock, targets } }, cycle, classOf(state)).due.at
  }
  return ok(await movesUnder(office, caller, dueAfter))
}

/** Other limits; open cases are counted anew from their own start where a limit of cases or referrals is another (W7, L-05). */
export async function setTargets(
  office: Office,
  caller: Caller,
  targets: ServiceTargets,
): Promise<Result<{ version: string; moved: number }>> {
  const allowed = needs(caller, 'manage_lists')
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
