import { Label, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { shippedBranch, shippedCentral, unitSet, userSet } from '#shared/domain/case/shipped-office.ts'
import type { OwnEvent } from '#server/ports.ts'

/* Two offices under a central unit, two departments that serve both, and who works there. */

const label = (text: string): Label => Label.parse({ ar: text, en: text })

/** Those of units with settings fit a reference number. */
const codes: Readonly<Record<string, string>> = { central: 'HQ', office: 'TST', 'office-2': 'TWO' }

function unit(id: string, kind: UnitSet['kind'], parent: string | null): UnitSet {
  const contact = { phone: '', email: '', liaison: '' }
  const serves = kind === 'department' ? ['office', 'office-2'] : []
  return UnitSet.parse({
    id,
    kind,
    code: codes[id] ?? id.toUpperCase(),
    name: label(id),
    parent,
    active: true,
    serves,
    contact,
  })
}

export const units = {
  central: unit('central', 'central', null),
  office: unit('office', 'office', 'central'),
  'office-2': unit('office-2', 'office', 'central'),
  'dept-a': unit('dept-a', 'department', 'central'),
  'dept-b': unit('dept-b', 'department', 'central'),
} as const

const people: readonly (readonly [id: string, unit: string, groups: readonly string[]])[] = [
  ['rana', 'office', ['reception']],
  ['salma', 'office', ['complaint_team']],
  ['omar', 'office', ['complaint_team']],
  ['huda', 'office', ['satisfaction_team']],
  ['nadia', 'office', ['team_head', 'administrator']],
  ['rana2', 'office-2', ['reception', 'complaint_team']],
  ['salma2', 'office-2', ['complaint_team', 'satisfaction_team']],
  ['nadia2', 'office-2', ['team_head']],
  ['ali', 'dept-a', ['liaison']],
  ['badr', 'dept-b', ['liaison']],
  ['chief', 'central', ['senior_management', 'administrator', 'team_head']],
]

export const userOf = (id: string, isActive = true, atOnce = false): UserSet => {
  const known = people.find(([name]) => name === id)
  if (known === undefined) throw new Error(`no user ${id}`)
  const [, of, groups] = known
  const user = { id, username: id, name: label(id), unit: of, groups: [...groups], active: isActive, staffId: null }
  return UserSet.parse({ ...user, language: 'ar', ...(isActive ? {} : { atOnce }) })
}

export const usersOf = (unitId: string): readonly string[] => people.filter(([, of]) => of === unitId).map(([id]) => id)

/** What the server writes before anybody joins. */
export function foundingEvents(): readonly OwnEvent[] {
  return [
    ...shippedCentral(units.central, 'JO'),
    ...[units.office, units['office-2']].flatMap((each) => [unitSet(each), ...shippedBranch(each, 'JO')]),
    unitSet(units['dept-a']),
    unitSet(units['dept-b']),
    ...people.map(([id]) => userSet(userOf(id))),
  ]
}
