import type { Label, UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { Limit, ServiceTargets } from '#shared/domain/clock/limits.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { HashText } from './disclosure-mark.ts'
import type { CaseId } from './event-parts.ts'
import type { PriorityMatrix } from './priority.ts'
import type { CaseSettings } from './settings.ts'
import type { Case } from './state.ts'

/** Who acts: the person, the unit he acts for, what he may do there. */
export interface Actor {
  readonly user: UserId
  readonly unit: UnitId
  readonly rights: readonly Right[]
  /** His number as an employee; null where none is recorded (G-05). */
  readonly staffId: string | null
}

/** A calendar ready to count with, and the version that is written beside each due date (W11). */
export interface VersionedCalendar {
  readonly calendar: CompiledCalendar
  readonly version: string
}

/** The clock of the office that owns the case (W1). */
export interface OfficeClock extends VersionedCalendar {
  readonly targets: ServiceTargets
  readonly targetsVersion: string
  readonly zoneVersion: string
}

/** Everything `decide` may know besides the case: all of it values or look-ups without effect. */
export interface DecideContext {
  readonly now: Instant
  readonly caseId: CaseId
  readonly actor: Actor
  /** Fresh UUIDs for the things the command makes (referrals, drafts); `idsNeeded` says how many. */
  readonly ids: readonly string[]
  readonly hash: HashText
  /** The next reference number; needed by `register` only. */
  readonly reference: string | null
  /** Practice data are marked and stay out of every figure (G-08). */
  readonly practice: boolean
  readonly clock: OfficeClock
  /** Calendar of a department's office (W1); null where it has none of its own. */
  readonly calendarOf: (unit: UnitId) => VersionedCalendar | null
  readonly lists: {
    readonly isActive: (list: ListName, code: ListCode) => boolean
    readonly version: (list: ListName) => string
    /** What an entry is called; null for one that there is none of. */
    readonly labelsOf: (list: ListName, code: ListCode) => Label | null
    /** The fixed type that an entry of the list of types behaves as; null for one that there is none of (T-01). */
    readonly typeOf: (entry: ListCode) => CaseType | null
    /** First-contact resolution is possible for this service (K1 potential). */
    readonly isFcrPossible: (service: ListCode) => boolean
    /** A service's own time limit; null: that of type and complexity holds (L-04). */
    readonly limitOf: (service: ListCode) => Limit | null
  }
  readonly units: {
    /** A department or directorate that exists and works. */
    readonly isActiveDepartment: (unit: UnitId) => boolean
    /** A unit of any kind that exists and works. */
    readonly isActive: (unit: UnitId) => boolean
    /** Version of the tree of units, written in referrals. */
    readonly version: string
    readonly isAbove: (upper: UnitId, lower: UnitId) => boolean
    /** As `isAbove`; the central unit stands over every other, also where the tree does not say so. */
    readonly isOver: (upper: UnitId, lower: UnitId) => boolean
    /** An office, or the central unit, that works. */
    readonly isActiveOffice: (unit: UnitId) => boolean
    readonly unitOf: (user: UserId) => UnitId | null
    readonly staffIdOf: (user: UserId) => string | null
    /** A user who exists and may sign in. */
    readonly isActiveUser: (user: UserId) => boolean
  }
  readonly priorities: PriorityMatrix
  readonly settings: CaseSettings
  /** Active users of the office that owns the case who hold the right, those named left out. */
  readonly othersWithRight: (right: Right, excluding: readonly UserId[]) => readonly UserId[]
  /** The same for a department, as far as its users are known here. */
  readonly othersOfUnit: (unit: UnitId, right: Right, excluding: readonly UserId[]) => readonly UserId[]
  /** Whom a department is told by that a referral is there (F-03). */
  readonly toldOfReferral: (state: Case, department: UnitId) => readonly UserId[]
  readonly links: {
    readonly exists: (other: CaseId) => boolean
    /** Lead of a case that follows another; null for one that follows none. */
    readonly leadOf: (other: CaseId) => CaseId | null
    readonly hasFollowers: (other: CaseId) => boolean
  }
}
