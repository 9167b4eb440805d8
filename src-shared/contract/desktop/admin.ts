import { z } from 'zod'
import { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { EntrySet } from '#shared/domain/lists/events.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { asks, nothing } from './procedure.ts'

export interface ListView {
  readonly list: ListName
  /** Id of its last event, shown as a date and six letters. */
  readonly version: string
  readonly entries: readonly z.infer<typeof EntrySet>[]
}

export interface CalendarPreview {
  /** Open cases whose due date would move (B-30). */
  readonly moves: readonly { readonly reference: string; readonly before: Instant; readonly after: Instant }[]
}

export const adminContract = {
  units: asks(nothing).answers<readonly UnitSet[]>(),
  setUnit: asks(UnitSet.partial({ id: true })).answers<UnitSet>(),
  users: asks(nothing).answers<readonly UserSet[]>(),
  setUser: asks(
    UserSet.partial({ id: true }).extend({ password: z.string().min(8).max(200).optional() }),
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
  ).answers<CalendarPreview>(),
  setCalendar: asks(z.object({ unit: z.string().max(64).optional(), calendar: WorkCalendar })).answers<{
    readonly version: string
    readonly moved: number
  }>(),
  targets: asks(nothing).answers<{ readonly targets: ServiceTargets; readonly version: string }>(),
  setTargets: asks(z.object({ targets: ServiceTargets })).answers<{ readonly version: string }>(),
  settings: asks(nothing).answers<OfficeSettings>(),
  setSettings: asks(OfficeSettings.omit({ office: true, code: true, practice: true })).answers<OfficeSettings>(),
}
