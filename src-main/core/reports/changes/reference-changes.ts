import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { userAfter } from '#shared/domain/access/user-after.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import type { EntrySet } from '#shared/domain/lists/events.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import type { Change } from '#shared/i18n/changes.ts'
import { groupFields, unitFields, userFields } from './access-fields.ts'
import { calendarChanges } from './calendar-changes.ts'
import { entryFields } from './entry-fields.ts'
import { changesBetween } from './field.ts'
import type { ChangeNames, Field } from './field.ts'
import { goalsFields } from './goals-fields.ts'
import { ladderFields } from './ladder-fields.ts'
import { settingsFields } from './settings-fields.ts'
import { priorityFields, targetsFields } from './targets-fields.ts'

type Facts = Readonly<Record<string, unknown>>

/** What an office works by, by the type of the event that sets it whole; the schema was checked where it was written. */
const fieldsOf: Readonly<Record<string, (facts: unknown, names: ChangeNames) => readonly Field[]>> = {
  'user.set': (facts, names) => userFields(facts as UserSet, names),
  'group.set': (facts) => groupFields(facts as GroupSet),
  'unit.set': (facts, names) => unitFields(facts as UnitSet, names),
  'entry.set': (facts, names) => entryFields(facts as EntrySet, names),
  'settings.set': (facts) => settingsFields(facts as OfficeSettings),
  'targets.set': (facts) => targetsFields((facts as { targets: ServiceTargets }).targets),
  'goals.set': (facts) => goalsFields((facts as { goals: readonly Goal[] }).goals),
  'priorities.set': (facts) => priorityFields((facts as { matrix: Record<string, Record<string, string>> }).matrix),
  'ladder.set': (facts, names) => ladderFields((facts as { ladder: Ladder }).ladder, names),
}

/**
 * In: an event that sets something an office works by, and what the event before it had set; null: it was new. Out: what
 * it changed, field by field (G-06). Nothing for a type that is not known here.
 */
export function referenceChanges(
  { type, facts }: { readonly type: string; readonly facts: Facts },
  before: Facts | null,
  names: ChangeNames,
): readonly Change[] {
  if (type === 'calendar.set') return calendarChanges(before === null ? null : calendarOf(before), calendarOf(facts))
  const fields = Object.hasOwn(fieldsOf, type) ? fieldsOf[type] : undefined
  if (fields === undefined) return []
  const now = type === 'user.set' && before !== null ? userAfter(before as UserSet, facts as UserSet) : facts
  return changesBetween(before === null ? [] : fields(before, names), fields(now, names))
}

const calendarOf = (facts: Facts): WorkCalendar => (facts as { calendar: WorkCalendar }).calendar
