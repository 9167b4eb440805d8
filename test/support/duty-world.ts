import { UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { shippedGroups } from '#shared/domain/access/roles.ts'
import { admit } from '#shared/domain/case/admit.ts'
import { policyOf } from '#shared/domain/case/decide.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { dutiesDue } from '#shared/domain/duties/duties-due.ts'
import type { DutyRules } from '#shared/domain/duties/duties-due.ts'
import { shippedLadder } from '#shared/domain/lists/ladder.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { ammanCalendar, departmentA, departmentB, office } from './case-world.ts'
import type { CaseWorld } from './case-world.ts'

/* Duties on the case of a `CaseWorld`: one tree of units, its posts, and the clock of the case's office. */

type Kind = UnitSet['kind']

export const unit = (id: string, kind: Kind, parent: string | null = null): UnitSet =>
  UnitSet.parse({
    id,
    kind,
    code: id,
    name: { ar: id, en: id },
    parent,
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  })

export const user = (id: string, of: string, groups: readonly string[]): UserSet =>
  UserSet.parse({
    id,
    username: id,
    name: { ar: id, en: id },
    unit: of,
    groups,
    active: true,
    staffId: null,
    language: 'ar',
  })

export const tree: readonly UnitSet[] = [
  unit('central', 'central'),
  unit(office, 'office', 'central'),
  unit(departmentA, 'department'),
  unit(departmentB, 'department'),
]

/** Every post of the shipped ladder is held in department A. */
export const posts: readonly UserSet[] = [
  user('ali', departmentA, ['liaison']),
  user('amal', departmentA, ['complaint_officer']),
  user('adel', departmentA, ['department_head']),
  user('badr', departmentB, ['liaison']),
  user('nadia', office, ['team_head']),
  user('salma', office, ['complaint_team']),
  user('zaid', 'central', ['team_head']),
  user('wafa', 'central', ['senior_management']),
]

const groups = new Map(
  Object.entries(shippedGroups).map(([code, rights]) => [
    code,
    { code, name: { ar: code, en: code }, rights: [...rights], active: true },
  ]),
)

export const accessOf = (units: readonly UnitSet[], users: readonly UserSet[]): AccessState => ({
  units: new Map(units.map((each) => [each.id, each])),
  users: new Map(users.map((each) => [each.id, each])),
  groups: new Map(['central', office].map((owner) => [owner, groups] as const)),
})

export interface DutyOptions {
  readonly units?: readonly UnitSet[]
  readonly users?: readonly UserSet[]
  readonly ladder?: Ladder
}

export function dutyRules(world: CaseWorld, { units = tree, users = posts, ladder = shippedLadder }: DutyOptions = {}) {
  return {
    clock: {
      calendar: compileCalendar(world.calendar),
      version: 'cal-1',
      targets: world.targets,
      targetsVersion: 'tgt-1',
      zoneVersion: 'tz-1',
    },
    calendarOf: () => ({ calendar: compileCalendar(ammanCalendar), version: 'cal-1' }),
    ladder,
    access: accessOf(units, users),
  } satisfies DutyRules
}

/** Whether the rulebook takes what a duty wrote. */
export function takes(world: CaseWorld, event: CaseEvent): string {
  const submitted = { event, actor: 'duty' as never, at: world.now, via: 'duty' as const, expects: {}, sameCommit: [] }
  return admit(world.state, submitted, policyOf(world.context(Object.keys(world.staff)[0] ?? ''))).kind
}

/** Does everything that is due, one commit each, as a runner does. Out: what was written. */
export function runDuties(world: CaseWorld, options: DutyOptions = {}): readonly CaseEvent[] {
  const written: CaseEvent[] = []
  for (let round = 0; round < 10; round++) {
    const due = dutiesDue(world.case, dutyRules(world, options), world.now)
    if (due.length === 0) return written
    for (const event of due) {
      if (takes(world, event) !== 'accepted') throw new Error(`the rulebook does not take ${event.type}`)
      world.append(event, 'duty')
      written.push(event)
    }
  }
  throw new Error('duties never end')
}
