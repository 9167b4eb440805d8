import { createHash } from 'node:crypto'
import type { Label, UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { shippedGroups } from '#shared/domain/access/roles.ts'
import type { ShippedGroup } from '#shared/domain/access/roles.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { Limit, ServiceTargets } from '#shared/domain/clock/limits.ts'
import { instantOfLocal } from '#shared/domain/clock/zone.ts'
import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommand, CaseCommandKind } from '#shared/domain/case/commands.ts'
import type { Actor, DecideContext } from '#shared/domain/case/context.ts'
import { decide, idsNeeded, pendingEvent } from '#shared/domain/case/decide.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import type { CaseEvent, CaseEventType, RecordedCaseEvent } from '#shared/domain/case/events.ts'
import { evolve } from '#shared/domain/case/evolve.ts'
import { shippedPriorities } from '#shared/domain/case/priority.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { shippedCaseSettings } from '#shared/domain/case/settings.ts'
import type { CaseSettings } from '#shared/domain/case/settings.ts'
import { stampsFor } from '#shared/domain/case/stamps.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { Case, CaseState, Cycle } from '#shared/domain/case/state.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { z } from 'zod'
import { worldLists } from './world-lists.ts'

/*
 * A small office in memory: calendar, lists, users, one case and its events. Commands go through `decide`, events
 * through `evolve`; nothing is stubbed. The clock stands still until a test moves it (`world.at`).
 */

/** Sun–Thu 08:00–15:00 in Amman, holidays 20–23 Mar 2026 (the calendar of the worked fixture). */
export const ammanCalendar: WorkCalendar = {
  zone: 'Asia/Amman',
  weekly: {
    '0': [{ from: '08:00', to: '15:00' }],
    '1': [{ from: '08:00', to: '15:00' }],
    '2': [{ from: '08:00', to: '15:00' }],
    '3': [{ from: '08:00', to: '15:00' }],
    '4': [{ from: '08:00', to: '15:00' }],
    '5': [],
    '6': [],
  },
  patterns: [],
  holidays: [{ from: '2026-03-20', to: '2026-03-23', name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' } }],
}

export const office = 'office' as UnitId
export const centralUnit = 'central' as UnitId
export const otherOffice = 'other-office' as UnitId
export const departmentA = 'dept-a' as UnitId
export const departmentB = 'dept-b' as UnitId
/** Below department A. */
export const directorateOfA = 'directorate-a' as UnitId

export interface Person {
  readonly unit: UnitId
  readonly groups: readonly ShippedGroup[]
  readonly rights?: readonly Right[]
  readonly staffId?: string
}

/** Who works in the office and its departments. */
export const shippedStaff = {
  rana: { unit: office, groups: ['reception'] },
  salma: { unit: office, groups: ['complaint_team'] },
  omar: { unit: office, groups: ['complaint_team'] },
  huda: { unit: office, groups: ['satisfaction_team'] },
  nadia: { unit: office, groups: ['team_head'] },
  admin: { unit: office, groups: ['administrator'] },
  ali: { unit: departmentA, groups: ['liaison'] },
  badr: { unit: departmentB, groups: ['liaison'] },
} as const satisfies Readonly<Record<string, Person>>

/** A stand-alone office of one person, who holds every right. */
export const loneStaff = { nadia: { unit: office, groups: ['office_owner'] } } as const satisfies Readonly<
  Record<string, Person>
>

export type Staff = Readonly<Record<string, Person>>

export interface WorldOptions {
  readonly staff?: Staff
  readonly settings?: Partial<CaseSettings>
  readonly targets?: ServiceTargets
  /** Types of the office's own, by what they behave as. */
  readonly ownTypes?: Readonly<Record<string, CaseType>>
  /** Services with a limit of their own. */
  readonly serviceLimits?: Readonly<Record<string, Limit>>
  readonly calendar?: WorkCalendar
  readonly now?: string
}

export type InputOf<K extends CaseCommandKind> = z.input<(typeof caseCommands)[K]>

const person = '0190a000-0000-7000-8000-000000000001'

/** A complete registration by telephone; tests change what they are about. */
export function registration(
  change: Partial<InputOf<'register'>> & Pick<InputOf<'register'>, 'receivedAt'>,
): InputOf<'register'> {
  return {
    type: 'complaint',
    channel: 'phone',
    form: 'oral',
    stampedBy: 'person',
    pages: null,
    subject: 'تأخر إصدار شهادة',
    text: 'قدمت طلب الشهادة قبل شهر ولم تصدر.',
    textLanguage: 'ar',
    senderLetter: null,
    remedySought: '',
    subjects: ['operation'],
    cause: 'long_waiting',
    complainantKind: 'citizen',
    confidentiality: 'normal',
    namedUsers: [],
    complainant: {
      person,
      anonymous: false,
      contactableBy: ['sms', 'email'],
      preferred: 'sms',
      language: 'ar',
      governorate: null,
    },
    verification: null,
    files: [],
    numberTold: 'told',
    source: 'staff',
    session: null,
    ...change,
  }
}

/** One case of a small office, moved by commands. */
export class CaseWorld {
  readonly id = testId(1) as CaseId
  readonly staff: Staff
  readonly targets: ServiceTargets
  readonly ownTypes: Readonly<Record<string, CaseType>>
  readonly serviceLimits: Readonly<Record<string, Limit>>
  readonly calendar: WorkCalendar
  readonly links = {
    known: new Set<string>([testId(900)]),
    leads: new Map<string, string>(),
    followed: new Set<string>(),
  }
  /** Entries as `list/code` that are used no more, and that are called otherwise. */
  retired: ReadonlySet<string> = new Set()
  readonly renamed = new Map<string, Label>()
  settings: CaseSettings
  now: Instant
  state: CaseState = noCase
  events: RecordedCaseEvent[] = []
  #ids = 1000

  constructor(options: WorldOptions = {}) {
    this.staff = options.staff ?? shippedStaff
    this.targets = options.targets ?? shippedTargets
    this.ownTypes = options.ownTypes ?? {}
    this.serviceLimits = options.serviceLimits ?? {}
    this.calendar = options.calendar ?? ammanCalendar
    this.settings = { ...shippedCaseSettings, ...options.settings }
    this.now = this.local(options.now ?? '2026-01-05 09:00')
  }

  /** In: `YYYY-MM-DD HH:MM` of the office's wall. Out: the instant. */
  local(text: string): Instant {
    return instantOfLocal(this.calendar.zone, text.slice(0, 10), text.slice(11))
  }

  /** Moves the clock to a moment of the office's wall. */
  at(text: string): this {
    this.now = this.local(text)
    return this
  }

  /** The case as it stands; throws before registration. */
  get case(): Case {
    if (this.state.kind === 'none') throw new Error('the test has not registered its case')
    return this.state
  }

  get cycle(): Cycle {
    return currentCycle(this.case)
  }

  get status(): string {
    return statusOf(this.case)
  }

  register(change: Partial<InputOf<'register'>> = {}, user = 'rana'): readonly CaseEvent[] {
    return this.do('register', registration({ receivedAt: this.now, ...change }), user)
  }

  /** Carries out a command; a refusal fails the test. */
  do<K extends CaseCommandKind>(kind: K, input: InputOf<K>, user: string): readonly CaseEvent[] {
    const decided = this.try(kind, input, user)
    if (!decided.ok)
      throw new Error(`${kind} was refused: ${decided.refusal.code} ${JSON.stringify(decided.refusal.params)}`)
    return decided.value
  }

  /** Carries out a command that must be refused; the code of the refusal. Nothing changes. */
  refusal<K extends CaseCommandKind>(kind: K, input: InputOf<K>, user: string): Refusal['code'] {
    const decided = this.try(kind, input, user)
    if (decided.ok) throw new Error(`${kind} was not refused`)
    return decided.refusal.code
  }

  try<K extends CaseCommandKind>(kind: K, input: InputOf<K>, user: string): ReturnType<typeof decide> {
    const command = { kind, input: caseCommands[kind].parse(input) } as CaseCommand
    const decided = decide(this.state, command, this.context(user, idsNeeded(command)))
    if (decided.ok) for (const event of decided.value) this.append(event, user)
    return decided
  }

  /** Folds an event as another machine or a duty would bring it. */
  append(event: CaseEvent, actor: string): void {
    const recorded = pendingEvent(event, { id: this.freshId(), at: this.now, actor })
    this.events.push(recorded)
    this.state = evolve(this.state, recorded, this.id)
  }

  freshId(): string {
    return testId(this.#ids++)
  }

  /** What a user would have seen when giving a command now. */
  stamps<K extends CaseCommandKind>(kind: K, input: InputOf<K>): Readonly<Record<string, string>> {
    return stampsFor(this.state, { kind, input: caseCommands[kind].parse(input) } as CaseCommand)
  }

  actor(user: string): Actor {
    const known = this.staff[user]
    if (known === undefined) throw new Error(`no user ${user}`)
    return { user: user as UserId, unit: known.unit, rights: rightsOf(known), staffId: known.staffId ?? null }
  }

  typesOf(events: readonly CaseEvent[]): readonly CaseEventType[] {
    return events.map(({ type }) => type)
  }

  context(user: string, ids = 1): DecideContext {
    const { staff } = this
    const othersIn = (unit: string, right: Right, excluding: readonly UserId[]): UserId[] =>
      Object.entries(staff)
        .filter(
          ([name, each]) => each.unit === unit && rightsOf(each).includes(right) && !excluding.includes(name as UserId),
        )
        .map(([name]) => name as UserId)
    return {
      now: this.now,
      caseId: this.id,
      actor: this.actor(user),
      ids: Array.from({ length: ids }, () => this.freshId()),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      reference: 'TST-26-000001-7',
      practice: false,
      clock: {
        calendar: compileCalendar(this.calendar),
        version: 'cal-1',
        targets: this.targets,
        targetsVersion: 'tgt-1',
        zoneVersion: 'tz-1',
      },
      calendarOf: () => null,
      lists: worldLists({
        types: this.ownTypes,
        limits: this.serviceLimits,
        retired: this.retired,
        renamed: this.renamed,
      }),
      units: {
        isActiveDepartment: (unit) => [departmentA, departmentB, directorateOfA].includes(unit),
        version: 'units-1',
        isAbove: (upper, lower) => upper === departmentA && lower === directorateOfA,
        isOver: (upper, lower) => upper === centralUnit && lower !== centralUnit,
        isActiveOffice: (unit) => [office, centralUnit, otherOffice].includes(unit),
        isActive: (unit) => [office, otherOffice, centralUnit, departmentA, departmentB, directorateOfA].includes(unit),
        unitOf: (each) => staff[each]?.unit ?? null,
        staffIdOf: (each) => staff[each]?.staffId ?? null,
        isActiveUser: (each) => staff[each] !== undefined,
      },
      priorities: shippedPriorities,
      settings: this.settings,
      othersWithRight: (right, excluding) => othersIn(office, right, excluding),
      othersOfUnit: (unit, right, excluding) => othersIn(unit, right, excluding),
      toldOfReferral: (_state, unit) => othersIn(unit, 'answer_for_department', []),
      links: {
        exists: (other) => this.links.known.has(other),
        leadOf: (other) => (this.links.leads.get(other) as CaseId | undefined) ?? null,
        hasFollowers: (other) => this.links.followed.has(other),
      },
    }
  }
}

function rightsOf(known: Person): readonly Right[] {
  return [
    ...new Set([...known.groups.flatMap((group): readonly Right[] => shippedGroups[group]), ...(known.rights ?? [])]),
  ]
}

/** A UUID that a test can predict. */
export function testId(number: number): string {
  return `0190b000-0000-7000-8000-${String(number).padStart(12, '0')}`
}
