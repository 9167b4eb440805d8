import type { GroupSet, Label, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { listNames } from '#shared/domain/lists/events.ts'
import type { EntrySet, ListName } from '#shared/domain/lists/events.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { must } from '#shared/lib/assert.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readStreams } from '#core/store/read-stream.ts'

/*
 * Units, users, groups, lists, calendar, limits and settings, folded from their streams and kept in memory: small, read
 * by every command, changed seldom. A new value is made at each change; whoever holds the old one sees one state.
 */
export interface ListState {
  readonly version: string
  readonly entries: ReadonlyMap<string, EntrySet>
}

export interface Versioned<T> {
  readonly value: T
  readonly version: string
}

export interface ReferenceData {
  readonly units: ReadonlyMap<string, UnitSet>
  readonly unitsVersion: string
  readonly users: ReadonlyMap<string, UserSet>
  readonly groups: ReadonlyMap<string, GroupSet>
  readonly lists: Readonly<Record<ListName, ListState>>
  readonly settings: OfficeSettings
  readonly calendars: ReadonlyMap<string, Versioned<WorkCalendar> & { readonly compiled: CompiledCalendar }>
  readonly targets: Versioned<ServiceTargets>
  readonly rightsOf: (user: UserSet) => ReadonlySet<Right>
  /** Id of the last event on rights: what the envelope names (S14). */
  readonly rightsVersion: string
}

const prefixes = ['unit:', 'user:', 'group:', 'list:', 'settings:', 'calendar:', 'targets:'] as const

export const isReference = (event: RecordedEvent): boolean => prefixes.some((prefix) => event.stream.startsWith(prefix))

/** Reads all reference streams; null in a store that is not set up yet. */
export function readReferenceData(db: ReadableDb): ReferenceData | null {
  const events = prefixes.flatMap((prefix) => readStreams(db, prefix)).toSorted((left, right) => left.seq - right.seq)
  return events.some((event) => event.type === 'settings.set') ? foldReferenceData(events) : null
}

/** In: all events of the reference streams in log order. */
function foldReferenceData(events: readonly RecordedEvent[]): ReferenceData {
  const latest = <T>(type: string, keyOf: (facts: T) => string): { values: Map<string, T>; last: string } => {
    const values = new Map<string, T>()
    let last = ''
    for (const event of events) {
      if (event.type !== type) continue
      values.set(keyOf(event.facts as T), event.facts as T)
      last = event.id
    }
    return { values, last }
  }
  const units = latest<UnitSet>('unit.set', (unit) => unit.id)
  const users = latest<UserSet>('user.set', (user) => user.id)
  const groups = latest<GroupSet>('group.set', (group) => group.code)
  const settings = must(
    [...latest<OfficeSettings>('settings.set', () => '').values.values()][0],
    'an office has settings',
  )
  return {
    units: units.values,
    unitsVersion: units.last,
    users: users.values,
    groups: groups.values,
    lists: foldLists(events),
    settings,
    calendars: foldCalendars(events),
    targets: foldTargets(events),
    rightsVersion: [groups.last, users.last].sort().at(-1) ?? '',
    rightsOf: (user) => new Set(user.active ? user.groups.flatMap((code) => groupRights(groups.values.get(code))) : []),
  }
}

const groupRights = (group: GroupSet | undefined): readonly Right[] => (group?.active === true ? group.rights : [])

function foldLists(events: readonly RecordedEvent[]): ReferenceData['lists'] {
  const lists = Object.fromEntries(
    listNames.map((name) => [name, { version: '', entries: new Map<string, EntrySet>() }]),
  )
  for (const event of events) {
    if (event.type !== 'entry.set') continue
    const entry = event.facts as unknown as EntrySet
    const list = must(lists[entry.list], 'the catalogue names every list')
    list.entries.set(entry.code, entry)
    list.version = event.id
  }
  return lists as unknown as ReferenceData['lists']
}

function foldCalendars(events: readonly RecordedEvent[]): ReferenceData['calendars'] {
  const last = new Map<string, { calendar: WorkCalendar; version: string }>()
  for (const event of events) {
    if (event.type !== 'calendar.set') continue
    const { unit, calendar } = event.facts as unknown as { unit: string; calendar: WorkCalendar }
    last.set(unit, { calendar, version: event.id })
  }
  return new Map(
    [...last].map(([unit, { calendar, version }]) => [
      unit,
      { value: calendar, version, compiled: compileCalendar(calendar) },
    ]),
  )
}

function foldTargets(events: readonly RecordedEvent[]): Versioned<ServiceTargets> {
  const last = must(
    events.findLast((event) => event.type === 'targets.set'),
    'an office has targets',
  )
  return { value: (last.facts as unknown as { targets: ServiceTargets }).targets, version: last.id }
}

/** The calendar of a unit: its own, else that of the office it belongs to (W1). */
export function calendarOf(
  data: ReferenceData,
  unit: string,
): Versioned<WorkCalendar> & { readonly compiled: CompiledCalendar } {
  return data.calendars.get(unit) ?? must(data.calendars.get(data.settings.office), 'an office has a calendar')
}

/** The label of an entry, its code where it is unknown: a case may outlive a list. */
export function entryLabel(data: ReferenceData, list: ListName, code: string): Label {
  return data.lists[list].entries.get(code)?.labels ?? { ar: code, en: code }
}

export function unitLabel(data: ReferenceData, id: string): Label {
  return data.units.get(id)?.name ?? { ar: id, en: id }
}

export function userLabel(data: ReferenceData, id: string): Label {
  return data.users.get(id)?.name ?? { ar: id, en: id }
}
