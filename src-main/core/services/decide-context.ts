import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { DecideContext } from '#shared/domain/case/context.ts'
import type { CaseSettings } from '#shared/domain/case/settings.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { liaisonsOf } from '#shared/domain/duties/recipients.ts'
import type { EntrySet } from '#shared/domain/lists/events.ts'
import { findCaseLead, hasFollowers } from '#core/projections/case-links.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { sha256Text } from '#core/store/hash.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { maySeeCase } from './visibility.ts'
import { isAbove, isOver } from '#shared/domain/access/unit-tree.ts'
import { calendarOf, officeData, worksIn } from './reference-data.ts'
import type { OfficeData, ReferenceData } from './reference-data.ts'

interface Asked {
  readonly caller: Caller
  readonly caseId: CaseId
  /** The office that owns the case: its clock, lists and settings hold, whoever acts. */
  readonly owner: UnitId
  readonly reference: string | null
  readonly idsNeeded: number
}

/** Everything `decide` may know, taken from one state of the reference data and from the write transaction's tables. */
export function decideContext(office: Office, db: ReadableDb, asked: Asked): DecideContext {
  const data = office.reference
  const { caller, owner } = asked
  const own = officeData(data, owner)
  const now = office.ports.clock.now()
  const today = () => localDateOf(calendarOf(data, owner).compiled.calendar.zone, now)
  return {
    now,
    caseId: asked.caseId,
    actor: { user: caller.id, unit: caller.user.unit, rights: [...caller.rights], staffId: caller.user.staffId },
    ids: Array.from({ length: asked.idsNeeded }, () => office.ports.ids.uuid()),
    hash: sha256Text,
    reference: asked.reference,
    practice: own.settings.practice,
    clock: officeClock(office, owner),
    calendarOf: (unit) => versionedCalendar(data, unit),
    lists: {
      isActive: (list, code) => isChoosable(own.lists[list].entries.get(code)),
      version: (list) => own.lists[list].version,
      labelsOf: (list, code) => own.lists[list].entries.get(code)?.labels ?? null,
      typeOf: (code) => own.lists.types.entries.get(code)?.attributes.behaves ?? null,
      isFcrPossible: (service) => own.lists.services.entries.get(service)?.attributes.fcrPossible === true,
      limitOf: (service) => own.lists.services.entries.get(service)?.attributes.limit ?? null,
    },
    units: unitQuestions(data),
    priorities: own.priorities,
    settings: caseSettings(data, owner),
    othersWithRight: (right, excluding) => othersIn(data, owner, { right, excluding }),
    othersOfUnit: (unit, right, excluding) => othersIn(data, unit, { right, excluding }),
    toldOfReferral: (state, department) => liaisonsOf({ state, department, access: data.access, today: today() }),
    links: {
      // A case that the caller may not open is as good as not there: else a link would tell that it is.
      exists: (other) => maySeeCase(office, caller, { db, id: other }),
      leadOf: (other) => findCaseLead(db, other),
      hasFollowers: (other) => hasFollowers(db, other),
    },
  }
}

interface Sought {
  readonly right: Right
  readonly excluding: readonly UserId[]
}

/** Active users of a unit who hold a right. */
export const othersIn = (data: ReferenceData, unit: string, { right, excluding }: Sought): readonly UserId[] =>
  [...data.users.values()]
    .filter(
      (user) =>
        user.active && worksIn(data, user, unit) && !excluding.includes(user.id) && data.rightsOf(user).has(right),
    )
    .map((user) => user.id)

/** The owning office's way of working; a machine without a server stands alone. */
export const caseSettings = (data: ReferenceData, owner: string): CaseSettings => ({
  ...officeData(data, owner).settings,
  standAlone: data.enrolledUnit === null,
})

/** The clock of the office that owns a case (W1). */
export function officeClock(office: Office, owner: string): DecideContext['clock'] {
  const data = office.reference
  const calendar = calendarOf(data, owner)
  const own: OfficeData = officeData(data, owner)
  return {
    calendar: calendar.compiled,
    version: calendar.version,
    targets: own.targets.value,
    targetsVersion: own.targets.version,
    zoneVersion: office.zoneVersion,
  }
}

/** A unit's own calendar; null where it has none (W1). */
export function versionedCalendar(data: ReferenceData, unit: UnitId): ReturnType<DecideContext['calendarOf']> {
  const own = data.calendars.get(unit)
  return own === undefined ? null : { calendar: own.compiled, version: own.version }
}

/** A root of the services is a heading of the tree and no service (L-04). */
const isChoosable = (entry: EntrySet | undefined): boolean =>
  entry?.active === true && (entry.list !== 'services' || entry.attributes.parent !== null)

function unitQuestions(data: ReferenceData): DecideContext['units'] {
  return {
    isActiveDepartment: (id) => {
      const unit = data.units.get(id)
      return unit?.active === true && (unit.kind === 'department' || unit.kind === 'directorate')
    },
    version: data.unitsVersion,
    isAbove: (upper, lower) => isAbove(data.units, upper, lower),
    isOver: (upper, lower) => isOver(data.units, upper, lower),
    isActiveOffice: (id) => {
      const unit = data.units.get(id)
      return unit?.active === true && (unit.kind === 'office' || unit.kind === 'central')
    },
    isActive: (unit) => data.units.get(unit)?.active === true,
    unitOf: (user: UserId) => data.users.get(user)?.unit ?? null,
    staffIdOf: (user: UserId) => data.users.get(user)?.staffId ?? null,
    isActiveUser: (user: UserId) => data.users.get(user)?.active === true,
  }
}
