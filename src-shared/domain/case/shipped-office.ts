import { accessEvents, unitKinds } from '#shared/domain/access/events.ts'
import type { GroupSet, Label, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { shippedGroupNames } from '#shared/domain/access/group-names.ts'
import { shippedGroups } from '#shared/domain/access/roles.ts'
import type { ShippedGroup } from '#shared/domain/access/roles.ts'
import type { PriorityMatrix } from './priority.ts'
import { shippedCaseSettings } from './settings.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import { EntrySet, listEvents, listNames } from '#shared/domain/lists/events.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { officeEvents } from '#shared/domain/lists/office-events.ts'
import type { Country, OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { shippedGovernorates } from '#shared/domain/lists/governorates.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'

/** One event of the reference streams before it has a place. */
export interface ReferenceFresh {
  readonly stream: string
  readonly type: string
  readonly version: 1
  readonly facts: object
  readonly private: null
}

/** What set-up asks for. */
export interface NewOffice {
  readonly code: string
  readonly name: Label
  readonly country: Country
  readonly practice: boolean
  readonly admin: {
    readonly id: string
    readonly username: string
    readonly name: string
    readonly language: UserSet['language']
  }
}

const zones: Readonly<Record<Country, string>> = {
  SA: 'Asia/Riyadh',
  JO: 'Asia/Amman',
  EG: 'Africa/Cairo',
  PS: 'Asia/Hebron',
}

/** Sunday to Thursday, 08:00 to 15:00; an office edits it. Holidays are announced year by year and entered by the office. */
const shippedCalendar = (country: Country): WorkCalendar => {
  const day = [{ from: '08:00', to: '15:00' }]
  const weekly = { '0': day, '1': day, '2': day, '3': day, '4': day, '5': [], '6': [] }
  return { zone: zones[country], weekly, patterns: [], holidays: [] }
}

const referenceEvents = { ...accessEvents, ...listEvents, ...officeEvents }

/** One event of the reference streams; its facts are parsed by the catalogue before they are written. */
const fresh = (stream: string, type: keyof typeof referenceEvents, facts: object): ReferenceFresh => ({
  stream,
  type,
  version: 1,
  facts: referenceEvents[type].parse(facts),
  private: null,
})

export const unitSet = (unit: UnitSet): ReferenceFresh => fresh(`unit:${unit.id}`, 'unit.set', unit)
export const userSet = (user: UserSet): ReferenceFresh => fresh(`user:${user.id}`, 'user.set', user)
export const groupSet = (owner: string, group: GroupSet): ReferenceFresh =>
  fresh(`group:${owner}/${group.code}`, 'group.set', group)
export const entrySet = (owner: string, entry: EntrySet): ReferenceFresh =>
  fresh(`list:${owner}/${entry.list}`, 'entry.set', entry)
export const settingsSet = (settings: OfficeSettings): ReferenceFresh =>
  fresh(`settings:${settings.office}`, 'settings.set', settings)
export const calendarSet = (unit: string, calendar: WorkCalendar): ReferenceFresh =>
  fresh(`calendar:${unit}`, 'calendar.set', { unit, calendar })
export const targetsSet = (office: string, targets: typeof shippedTargets): ReferenceFresh =>
  fresh(`targets:${office}`, 'targets.set', { office, targets })
export const goalsSet = (office: string, goals: readonly Goal[]): ReferenceFresh =>
  fresh(`targets:${office}`, 'goals.set', { office, goals })
export const ladderSet = (office: string, ladder: Ladder): ReferenceFresh =>
  fresh(`ladder:${office}`, 'ladder.set', { office, ladder })
export const prioritiesSet = (office: string, matrix: PriorityMatrix): ReferenceFresh =>
  fresh(`priorities:${office}`, 'priorities.set', { office, matrix })

const officeUnit = ({ code, name }: NewOffice): UnitSet => ({
  id: `office-${code.toLowerCase()}` as UnitSet['id'],
  kind: unitKinds[1],
  code,
  name,
  parent: null,
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
})

/** Everything a new office begins with: its unit, its first user, groups, lists, calendar, limits and settings. */
export function shippedOffice(office: NewOffice): readonly ReferenceFresh[] {
  const unit = officeUnit(office)
  return [
    settingsSet(shippedSettings(unit, office)),
    unitSet(unit),
    ...shippedGroupsOf(unit.id),
    userSet(firstUser(office, unit)),
    ...shippedEntries(office.country, { owner: unit.id, scope: 'office' }),
    ...shippedTimesOf(unit.id, office.country),
  ]
}

/** What the central unit of a new server begins with: groups and lists for everyone, and its own settings (G-03). */
export function shippedCentral(unit: UnitSet, country: Country): readonly ReferenceFresh[] {
  return [
    unitSet(unit),
    settingsSet(shippedSettings(unit, { country, practice: false })),
    ...shippedGroupsOf(unit.id),
    ...shippedEntries(country, { owner: unit.id, scope: 'central' }),
    ...shippedTimesOf(unit.id, country),
  ]
}

/** What an office under a central unit begins with: its settings and times; groups and lists are the central unit's (G-03). */
export const shippedBranch = (unit: UnitSet, country: Country): readonly ReferenceFresh[] => [
  settingsSet(shippedSettings(unit, { country, practice: false })),
  ...shippedTimesOf(unit.id, country),
]

const shippedGroupsOf = (owner: string): readonly ReferenceFresh[] =>
  Object.entries(shippedGroups).map(([code, rights]) =>
    groupSet(owner, { code, name: shippedGroupNames[code as ShippedGroup], rights: [...rights], active: true }),
  )

const shippedTimesOf = (unit: string, country: Country): readonly ReferenceFresh[] => [
  calendarSet(unit, shippedCalendar(country)),
  targetsSet(unit, shippedTargets),
]

const firstUser = ({ admin }: NewOffice, unit: UnitSet): UserSet => ({
  id: admin.id as UserSet['id'],
  username: admin.username,
  name: { ar: admin.name, en: admin.name },
  unit: unit.id,
  groups: ['office_owner'],
  active: true,
  staffId: null,
  language: admin.language,
})

function shippedEntries(
  country: Country,
  { owner, scope }: { readonly owner: string; readonly scope: EntrySet['scope'] },
): readonly ReferenceFresh[] {
  const lists = { ...shippedLists, governorates: shippedGovernorates[country] }
  return listNames.flatMap((list) =>
    lists[list].map(({ code, ar, en, attributes }, index) =>
      entrySet(
        owner,
        EntrySet.parse({
          list,
          code,
          labels: { ar, en },
          order: index * 10,
          active: true,
          scope,
          attributes: attributes ?? {},
        }),
      ),
    ),
  )
}

/** Nobody answers there; it shows what a letterhead looks like once an office has filled in its own. */
const practiceLetterhead: OfficeSettings['letterhead'] = {
  ministry: { ar: 'وزارة الخدمات – للتدريب', en: 'Ministry of Services – practice' },
  address: 'شارع التدريب، مبنى 1',
  addressEn: '1 Training Street',
  phone: '06 500 0000',
  email: 'office@practice.example',
}

function shippedSettings(
  unit: UnitSet,
  { country, practice }: { readonly country: Country; readonly practice: boolean },
): OfficeSettings {
  const { standAlone: _installed, ...caseSettings } = shippedCaseSettings
  return {
    office: unit.id,
    code: unit.code,
    name: unit.name,
    country,
    zone: zones[country],
    digits: 'latin',
    hijri: country === 'SA',
    letterhead: practice ? practiceLetterhead : { ministry: unit.name, address: '', phone: '', email: '' },
    practice,
    idleLockMinutes: 10,
    ...caseSettings,
  }
}
