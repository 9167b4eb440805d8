import { z } from 'zod'
import { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { Label } from '#shared/domain/access/events.ts'
import { PriorityMatrix } from '#shared/domain/case/priority.ts'
import { Goal } from '#shared/domain/lists/goals.ts'
import { Ladder } from '#shared/domain/lists/ladder.ts'
import { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { EntrySet } from '#shared/domain/lists/events.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { CaseRef, asks, nothing } from './procedure.ts'
import type { Named, RungView } from './views.ts'

export interface ListView {
  readonly list: ListName
  /** Id of its last event, shown as a date and six letters. */
  readonly version: string
  readonly entries: readonly z.infer<typeof EntrySet>[]
  /** Of other offices whose lists are here: a case of theirs may name them, and nothing here may be given them. */
  readonly elsewhere: readonly Pick<z.infer<typeof EntrySet>, 'code' | 'labels'>[]
}

/** What another calendar or other limits would do to open cases (B-30). */
export interface DuePreview {
  readonly moves: readonly { readonly reference: string; readonly before: Instant; readonly after: Instant }[]
  /** So many more move that the asker may not open. */
  readonly hidden: number
}

/** One waiting referral of a case, and how it would rise. */
export interface LadderPreview {
  readonly department: Label
  readonly rungs: readonly (Omit<RungView, 'groups'> & { readonly told: readonly Named[] })[]
}

/** Open cases being counted anew. */
export interface Recount {
  readonly cause: 'calendar' | 'limit'
  readonly done: number
  readonly total: number
}

/** The goals of one year (no quarter) or one quarter; what is not named has none then. */
export const GoalsInput = Goal.pick({ year: true, quarter: true, approvedBy: true, approvedAt: true }).extend({
  values: z.array(Goal.pick({ code: true, value: true })).max(40),
})
export type GoalsInput = z.infer<typeof GoalsInput>

export const adminContract = {
  units: asks(nothing).answers<readonly UnitSet[]>(),
  setUnit: asks(UnitSet.partial({ id: true })).answers<UnitSet>(),
  users: asks(nothing).answers<readonly UserSet[]>(),
  setUser: asks(
    UserSet.partial({ id: true }).extend({
      password: z.string().min(8).max(200).optional(),
      /** The caller's own: at a joined machine the server gives the password, and asks who wants it. */
      ownPassword: z.string().min(1).max(200).optional(),
    }),
  ).answers<UserSet>(),
  groups: asks(nothing).answers<readonly GroupSet[]>(),
  setGroup: asks(GroupSet).answers<GroupSet>(),
  lists: asks(nothing).answers<readonly ListView[]>(),
  setEntry: asks(EntrySet.omit({ scope: true })).answers<ListView>(),
  calendar: asks(z.object({ unit: z.string().max(64).optional() }).optional()).answers<{
    readonly unit: string
    readonly calendar: WorkCalendar
    readonly version: string
  }>(),
  previewCalendar: asks(
    z.object({ unit: z.string().max(64).optional(), calendar: WorkCalendar }),
  ).answers<DuePreview>(),
  setCalendar: asks(z.object({ unit: z.string().max(64).optional(), calendar: WorkCalendar })).answers<{
    readonly version: string
    readonly moved: number
  }>(),
  targets: asks(nothing).answers<{ readonly targets: ServiceTargets; readonly version: string }>(),
  previewTargets: asks(z.object({ targets: ServiceTargets })).answers<DuePreview>(),
  /** Other limits of cases or referrals count open cases anew; `moved` says in how many a date moved (W7). */
  setTargets: asks(z.object({ targets: ServiceTargets })).answers<{
    readonly version: string
    readonly moved: number
  }>(),
  /** How far the count of open cases is that a change of calendar or limits began; null when none is under way. */
  recount: asks(nothing).answers<Recount | null>(),
  priorities: asks(nothing).answers<PriorityMatrix>(),
  setPriorities: asks(z.object({ matrix: PriorityMatrix })).answers<PriorityMatrix>(),
  /** How a late referral rises (E-03). */
  ladder: asks(nothing).answers<Ladder>(),
  /** Who would be told when of a case's waiting referrals by this ladder; nothing is written (E-02, E-03). */
  previewLadder: asks(z.object({ case: CaseRef, ladder: Ladder })).answers<readonly LadderPreview[]>(),
  setLadder: asks(z.object({ ladder: Ladder })).answers<Ladder>(),
  /** What figures should reach, of every period (K-07). */
  goals: asks(nothing).answers<readonly Goal[]>(),
  setGoals: asks(GoalsInput).answers<readonly Goal[]>(),
  settings: asks(nothing).answers<OfficeSettings>(),
  setSettings: asks(OfficeSettings.omit({ office: true, code: true, practice: true })).answers<OfficeSettings>(),
}
