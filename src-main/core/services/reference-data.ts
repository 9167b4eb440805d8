import { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { rightsOf } from '#shared/domain/access/rights-of.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { dutyActor } from '#shared/domain/duties/duty-actor.ts'
import { GoalsSet } from '#shared/domain/lists/goals.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { Ladder, shippedLadder } from '#shared/domain/lists/ladder.ts'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import { officesOf } from '#shared/domain/access/unit-tree.ts'
import { userAfter } from '#shared/domain/access/user-after.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { PriorityMatrix, shippedPriorities } from '#shared/domain/case/priority.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { EntrySet, listNames } from '#shared/domain/lists/events.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { CalendarSet, OfficeSettings, TargetsSet } from '#shared/domain/lists/office-events.ts'
import { must } from '#shared/lib/assert.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { personOrWord, unitElsewhere, userElsewhere } from '#shared/wording/of-elsewhere.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readNames } from '#core/store/names-elsewhere.ts'
import { readStreams } from '#core/store/read-stream.ts'
import { readSetting } from '#core/store/settings.ts'
import { z } from 'zod'
import { builtInTypes } from './built-in-types.ts'
import { compiledOf } from './compiled-of.ts'
import { latestIn } from './latest-in.ts'
import { referenceFacts } from './reference-facts.ts'

/*
 * Units, users, groups, lists, calendars, limits and settings, folded from their streams and kept in memory: small, read
 * by every command, changed seldom. A new value is made at each change; whoever holds the old one sees one state.
 * A machine that was joined to a server holds those of several offices: a department's serves them, the central unit's
 * sees them all. A case is worked by the rules of the office that owns it: `officeData(data, state.office)`.
 */
export interface ListState {
  readonly version: string
  readonly entries: ReadonlyMap<string, EntrySet>
}

export interface Versioned<T> {
  readonly value: T
  readonly version: string
}

type Lists = Readonly<Record<ListName, ListState>>
type Calendar = Versioned<WorkCalendar> & { readonly compiled: CompiledCalendar }

/** What one office works by. */
export interface OfficeData {
  readonly settings: OfficeSettings
  /** The central unit's entries and its own. */
  readonly lists: Lists
  readonly targets: Versioned<ServiceTargets>
  readonly priorities: PriorityMatrix
  readonly ladder: Ladder
  /** What figures should reach, period by period (K-07). */
  readonly goals: readonly Goal[]
}

export interface ReferenceData extends OfficeData {
  readonly units: ReadonlyMap<string, UnitSet>
  readonly unitsVersion: string
  readonly users: ReadonlyMap<string, UserSet>
  /** Groups that users of this machine's office may be given. */
  readonly groups: ReadonlyMap<string, GroupSet>
  /** Every office whose settings this machine holds, by its unit. */
  readonly offices: ReadonlyMap<string, OfficeData>
  readonly calendars: ReadonlyMap<string, Calendar>
  /** Units, users and groups, as rights and recipients are read from them. */
  readonly access: AccessState
  readonly rightsOf: (user: UserSet) => ReadonlySet<Right>
  /** Id of the last event on rights: what the envelope names (S14). */
  readonly rightsVersion: string
  /** The unit this machine was enrolled for; null for one that stands alone. */
  readonly enrolledUnit: string | null
  /** Names of people and units of elsewhere that act on cases which were moved here. */
  readonly namesElsewhere: ReadonlyMap<string, Label>
}

/** Kinds of streams that hold reference data. */
export const referencePrefixes = [
  'unit:',
  'user:',
  'group:',
  'list:',
  'settings:',
  'calendar:',
  'targets:',
  'priorities:',
  'ladder:',
] as const

export const isReference = (event: Pick<RecordedEvent, 'stream'>): boolean =>
  referencePrefixes.some((prefix) => event.stream.startsWith(prefix))

/** Setting of a joined machine: the unit it was enrolled for. */
export const enrolledUnitKey = 'enrolled-unit'

/** Setting of a machine that left its server: whose rules and numbers it goes on by, of all that it knows. */
export const homeUnitKey = 'home-unit'

/** Reads all reference streams; null in a store that is not set up yet, or not filled as far as its office's rules. */
export function readReferenceData(db: ReadableDb): ReferenceData | null {
  const events = referencePrefixes
    .flatMap((prefix) => readStreams(db, prefix))
    .toSorted((left, right) => left.seq - right.seq)
  const enrolled = readSetting(db, enrolledUnitKey, z.string())
  const folded = foldReferenceData(events, enrolled, enrolled ?? readSetting(db, homeUnitKey, z.string()))
  return folded === null ? null : { ...folded, namesElsewhere: readNames(db) }
}

/** In: all events of the reference streams in log order, the unit that the machine is enrolled for, and whose it is. */
function foldReferenceData(
  events: readonly RecordedEvent[],
  enrolledUnit: string | null,
  homeUnit: string | null,
): Omit<ReferenceData, 'namesElsewhere'> | null {
  const latest = latestIn(events)
  const units = latest({ type: 'unit.set', schema: UnitSet, keyOf: ({ id }) => id })
  const settings = latest({ type: 'settings.set', schema: OfficeSettings, keyOf: ({ office }) => office })
  const home = homeOf(units.values, homeUnit).find((office) => settings.values.has(office))
  const own = settings.values.get(home ?? '') ?? settings.values.values().next().value
  if (own === undefined) return null
  const users = latest({ type: 'user.set', schema: UserSet, keyOf: ({ id }) => id, after: userAfter })
  const groups = latest({
    type: 'group.set',
    schema: GroupSet,
    keyOf: ({ code }, stream) => `${ownerOfStream(stream, own.office)}/${code}`,
  })
  const offices = foldOffices(events, own.office, settings.values)
  // While a machine is being filled, its office's limits may come behind its settings: as long as they lack nobody can work.
  const data = offices.get(own.office)
  if (data === undefined) return null
  const access = { units: units.values, users: users.values, groups: byOwner(groups.values) }
  return {
    ...data,
    units: units.values,
    unitsVersion: units.last,
    users: users.values,
    // An office that changed one of them goes on with the others as the central unit has them (G-02).
    groups: new Map(['central', own.office].flatMap((owner) => [...(access.groups.get(owner) ?? [])])),
    offices,
    calendars: foldCalendars(events),
    rightsVersion: [groups.last, users.last].sort().at(-1) ?? '',
    access,
    rightsOf: rememberedRights(access),
    enrolledUnit,
  }
}

/** Asked at every call and for everybody who might act; the users of one state of the reference data do not change. */
function rememberedRights(access: AccessState): ReferenceData['rightsOf'] {
  const known = new WeakMap<UserSet, ReadonlySet<Right>>()
  return (user) => {
    const rights = known.get(user) ?? rightsOf(access, user)
    known.set(user, rights)
    return rights
  }
}

/** Whose rules a machine works by, best first; one that never joined knows a single office. */
const homeOf = (units: ReadonlyMap<string, UnitSet>, unit: string | null): readonly string[] =>
  unit === null ? [] : [...officesOf(units, unit), 'central']

function byOwner(groups: ReadonlyMap<string, GroupSet>): ReadonlyMap<string, ReadonlyMap<string, GroupSet>> {
  const owners = new Map<string, Map<string, GroupSet>>()
  for (const [key, group] of groups) {
    const owner = key.slice(0, key.indexOf('/'))
    const own = owners.get(owner) ?? new Map<string, GroupSet>()
    owners.set(owner, own.set(group.code, group))
  }
  return owners
}

function foldOffices(
  events: readonly RecordedEvent[],
  home: string,
  settings: ReadonlyMap<string, OfficeSettings>,
): ReadonlyMap<string, OfficeData> {
  const lists = foldLists(events, home)
  const targets = foldTargets(events)
  const priorities = foldRule(events, 'priorities.set', ({ matrix }) => PriorityMatrix.parse(matrix))
  const ladders = foldRule(events, 'ladder.set', ({ ladder }) => Ladder.parse(ladder))
  const goals = foldRule(events, 'goals.set', (facts) => GoalsSet.parse(facts).goals)
  const entries = [...settings].flatMap(([unit, value]): [string, OfficeData][] => {
    const own = targets.get(unit) ?? targets.get('central')
    if (own === undefined) return []
    const matrix = priorities.get(unit) ?? priorities.get('central') ?? shippedPriorities
    const ladder = ladders.get(unit) ?? ladders.get('central') ?? shippedLadder
    const wanted = goals.get(unit) ?? goals.get('central') ?? []
    const rules = { targets: own, priorities: matrix, ladder, goals: wanted }
    return [[unit, { settings: value, lists: joinLists(lists, unit), ...rules }]]
  })
  return new Map(entries)
}

/** Owner and list → its entries and version. */
type OwnedLists = ReadonlyMap<string, ListState>

const listKey = (owner: string, list: ListName): string => `${owner}/${list}`

function foldLists(events: readonly RecordedEvent[], home: string): OwnedLists {
  const lists = new Map<string, { version: string; entries: Map<string, EntrySet> }>()
  for (const event of events) {
    if (event.type !== 'entry.set') continue
    const entry = referenceFacts(EntrySet, event)
    if (entry === null) continue
    const key = listKey(ownerOfStream(event.stream, home), entry.list)
    const list = lists.get(key) ?? { version: '', entries: new Map<string, EntrySet>() }
    list.entries.set(entry.code, entry)
    list.version = event.id
    lists.set(key, list)
  }
  return lists
}

/** The central unit's entries come first; an office adds to them and alters none (G-03). */
function joinLists(lists: OwnedLists, unit: string): Lists {
  const joined = listNames.map((name) => {
    const set = lists.get(listKey(unit, name)) ?? { version: '', entries: new Map<string, EntrySet>() }
    const own = name === 'types' ? { ...set, entries: new Map([...builtInTypes, ...set.entries]) } : set
    const central = unit === 'central' ? undefined : lists.get(listKey('central', name))
    const list =
      central === undefined
        ? own
        : {
            version: [own.version, central.version].sort().at(-1) ?? '',
            entries: new Map([...own.entries, ...central.entries]),
          }
    return [name, list] as const
  })
  return Object.fromEntries(joined) as unknown as Lists
}

function foldCalendars(events: readonly RecordedEvent[]): ReferenceData['calendars'] {
  const last = new Map<string, { calendar: WorkCalendar; version: string }>()
  for (const event of events) {
    if (event.type !== 'calendar.set') continue
    const set = referenceFacts(CalendarSet, event)
    if (set !== null) last.set(set.unit, { calendar: set.calendar, version: event.id })
  }
  return new Map([...last].map(([unit, { calendar, version }]) => [unit, { ...compiledOf(calendar), version }]))
}

function foldTargets(events: readonly RecordedEvent[]): ReadonlyMap<string, Versioned<ServiceTargets>> {
  const targets = new Map<string, Versioned<ServiceTargets>>()
  for (const event of events) {
    if (event.type !== 'targets.set') continue
    const set = referenceFacts(TargetsSet, event)
    if (set !== null) targets.set(set.office, { value: set.targets, version: event.id })
  }
  return targets
}

/** In: type of the event that sets a rule whole, how it is read. Out: office → the rule; whoever never set it has none here. */
function foldRule<T>(
  events: readonly RecordedEvent[],
  type: string,
  read: (facts: RecordedEvent['facts']) => T,
): ReadonlyMap<string, T> {
  const own = events.filter((event) => event.type === type)
  return new Map(own.map(({ facts }) => [String(facts['office']), read(facts)]))
}

/** What the office that owns a case works by; this machine's own where it does not hold that office's. */
export const officeData = (data: ReferenceData, office: string): OfficeData => data.offices.get(office) ?? data

/** The calendar of a unit: its own, else that of the offices it works by, else this machine's (W1). */
export function calendarOf(data: ReferenceData, unit: string): Calendar {
  const units = [unit, ...officesOf(data.units, unit), data.settings.office, 'central']
  const found = units.map((id) => data.calendars.get(id)).find((calendar) => calendar !== undefined)
  return must(found, 'an office has a calendar')
}

/** Whether a user works in an office: in its own unit, or in one whose nearest office it is. */
export const worksIn = (data: ReferenceData, user: UserSet, office: string): boolean =>
  user.unit === office || officesOf(data.units, user.unit)[0] === office

/** What a case names may have its record elsewhere: nobody reads an id. */
export const unitLabel = (data: ReferenceData, id: string): Label =>
  data.units.get(id)?.name ?? data.namesElsewhere.get(id) ?? unitElsewhere

/** Of reference data, what names people. */
export interface NamesOfPeople {
  readonly users: ReadonlyMap<string, Pick<UserSet, 'name'>>
  readonly namesElsewhere: ReferenceData['namesElsewhere']
}

/** As `unitLabel`; whoever has no name here is called as is said, else someone of elsewhere. */
export function userLabel(data: NamesOfPeople, id: string, unnamed: Label = userElsewhere): Label {
  if (id === dutyActor) return { ar: 'البرنامج', en: 'The program' }
  const name = data.users.get(id)?.name ?? data.namesElsewhere.get(id)
  return name ?? personOrWord(id, unnamed)
}
