import type { z } from 'zod'
import type { DuePreview, ListView } from '#shared/contract/desktop/admin.ts'
import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { caseClockOf, classOf, duesAsClass } from '#shared/domain/case/deadlines.ts'
import type { PriorityMatrix } from '#shared/domain/case/priority.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { checkCalendar } from '#shared/domain/clock/calendar.ts'
import { dueNow } from '#shared/domain/clock/case-clock.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { isKnownZone } from '#shared/domain/clock/zone.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { listNames } from '#shared/domain/lists/events.ts'
import type { EntryAttributes, EntrySet, ListName } from '#shared/domain/lists/events.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { because } from '#shared/domain/case/because.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { foldText } from '#shared/text/fold-text.ts'
import { hashPassword } from '#core/vault/passwords.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { movesUnder, noteRecount, recountOpenCases } from './recount.ts'
import { decideContext } from './decide-context.ts'
import type { Office } from './office.ts'
import type { ReferenceData } from './reference-data.ts'
import {
  calendarSet,
  entrySet,
  groupSet,
  prioritiesSet,
  settingsSet,
  targetsSet,
  unitSet,
  userSet,
} from '#shared/domain/case/shipped-office.ts'
import { writeCommit } from './write.ts'
import type { Fresh } from './write.ts'

/* Editors of units, users, groups, lists, calendar, limits and settings (G-02, G-03): each change is one event, whole. */

function write(office: Office, caller: Caller, events: readonly Fresh[]): Result<null> {
  const written = writeCommit(office, authorOf(caller), () => ok(events))
  return written.ok ? ok(null) : written
}

export function setUnit(
  office: Office,
  caller: Caller,
  unit: Omit<UnitSet, 'id'> & { id?: UnitSet['id'] | undefined },
): Result<UnitSet> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const id = unit.id ?? (office.ports.ids.uuid() as UnitSet['id'])
  const whole = { ...unit, id }
  const wrong = unitWrong(office.reference, whole)
  if (wrong !== null) return { ok: false, refusal: wrong }
  const written = write(office, caller, [unitSet(whole)])
  return written.ok ? ok(whole) : written
}

/** The tree stays a tree, and the office's own unit an office that works: everything of the office hangs on it. */
function unitWrong(data: ReferenceData, unit: UnitSet): Refusal | null {
  const twin = [...data.units.values()].find((other) => other.code === unit.code && other.id !== unit.id)
  if (twin !== undefined) return because('code-in-use', { code: unit.code })
  const own = data.units.get(data.settings.office)
  if (unit.id === data.settings.office && (!unit.active || unit.kind !== own?.kind)) return because('unit-of-office')
  const unknown = [unit.parent, ...unit.serves].find((other) => other !== null && !data.units.has(other))
  if (unknown !== undefined) return because('not-found', { what: unknown ?? '' })
  return isBelowItself(data, unit) ? because('unit-below-itself') : null
}

function isBelowItself({ units }: ReferenceData, unit: UnitSet): boolean {
  const seen = new Set<string>()
  for (let above = unit.parent; above !== null && !seen.has(above); above = units.get(above)?.parent ?? null) {
    if (above === unit.id) return true
    seen.add(above)
  }
  return false
}

type UserInput = Omit<UserSet, 'id'> & {
  id?: UserSet['id'] | undefined
  password?: string | undefined
  ownPassword?: string | undefined
}

export async function setUser(office: Office, caller: Caller, input: UserInput): Promise<Result<UserSet>> {
  const allowed = needs(caller, 'manage_users')
  if (!allowed.ok) return allowed
  const { password, ownPassword, ...rest } = input
  const user: UserSet = { ...rest, id: rest.id ?? (office.ports.ids.uuid() as UserSet['id']) }
  const twin = [...office.reference.users.values()].find(
    (other) => other.username.toLowerCase() === user.username.toLowerCase() && other.id !== user.id,
  )
  if (twin !== undefined) return refuse('username-taken', { username: user.username })
  const { units, groups } = office.reference
  if (!units.has(user.unit)) return refuse('not-found', { what: user.unit })
  const unknown = user.groups.find((code) => !groups.has(code))
  if (unknown !== undefined) return refuse('not-found', { what: unknown })
  if (!keepsAdministrator(office.reference, user)) return refuse('last-administrator')
  const verifier = password === undefined ? null : await hashPassword(password)
  if (verifier !== null && !verifier.ok) return verifier
  const mayGive = verifier === null ? ok(null) : await mayGivePassword(office, caller, ownPassword)
  if (!mayGive.ok) return mayGive
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (verifier !== null) office.credentials.set(db, user.id, verifier.value)
    return ok([userSet(user)])
  })
  if (!written.ok) return written
  // Whoever had the old password is out; the one who sets it stays.
  if (!user.active || verifier !== null) office.sessions.endOf(user.id, caller.session)
  if (verifier === null || ownPassword === undefined) return ok(user)
  const { username } = caller.user
  return givePassword(office, { user, verifier: verifier.value, username, password: ownPassword })
}

/** At a joined machine a password is worth nothing that the server does not know: it is asked before anything is written. */
async function mayGivePassword(office: Office, caller: Caller, own: string | undefined): Promise<Result<unknown>> {
  if (office.sync === null) return ok(null)
  if (own === undefined) return refuse('own-password-needed')
  return office.sync.prove(caller.user.username, own)
}

/** The server learns of the user first, then of his password. */
async function givePassword(
  { sync }: Office,
  { user, ...asked }: { user: UserSet; verifier: string; username: string; password: string },
): Promise<Result<UserSet>> {
  if (sync === null) return ok(user)
  const told = await sync.now()
  const given = told.ok ? await sync.givePassword({ ...asked, user: user.id }) : told
  return given.ok ? ok(user) : refuse('password-not-given', { code: given.refusal.code })
}

/** Somebody must be left who can manage users. */
function keepsAdministrator(data: ReferenceData, changed: UserSet): boolean {
  const users = [...data.users.values()].filter((user) => user.id !== changed.id)
  return [...users, changed].some((user) => user.active && data.rightsOf(user).has('manage_users'))
}

const groupCode = /^[a-z][a-z0-9_]{1,40}$/

export function setGroup(office: Office, caller: Caller, group: GroupSet): Result<GroupSet> {
  const allowed = needs(caller, 'manage_users')
  if (!allowed.ok) return allowed
  if (!groupCode.test(group.code)) return refuse('bad-input', { detail: 'code' })
  const others = [...office.reference.groups.values()].filter(
    (other) => other.code !== group.code && other.active && other.rights.includes('manage_users'),
  )
  const isHeld = (code: string): boolean =>
    [...office.reference.users.values()].some((user) => user.active && user.groups.includes(code))
  const keeps = group.active && group.rights.includes('manage_users') && isHeld(group.code)
  if (!keeps && !others.some((other) => isHeld(other.code))) return refuse('last-administrator')
  const written = write(office, caller, [groupSet(office.reference.settings.office, group)])
  return written.ok ? ok(group) : written
}

export const listViews = (data: ReferenceData): readonly ListView[] => listNames.map((list) => listView(data, list))

function listView(data: ReferenceData, list: ListName): ListView {
  const { version, entries } = data.lists[list]
  return { list, version, entries: [...entries.values()].toSorted((left, right) => left.order - right.order) }
}

/** Another limit of a service counts its open cases anew from their own start, as other limits do (L-04, W7). */
export async function setEntry(
  office: Office,
  caller: Caller,
  entry: Omit<EntrySet, 'scope'>,
): Promise<Result<ListView>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  if (isRemitReason(entry)) return refuse('remit-needs-transfer')
  const known = office.reference.lists[entry.list].entries.get(entry.code)?.attributes
  if (isOtherType(entry, known)) return refuse('bad-input', { detail: 'behaves' })
  const owner = office.reference.settings.office
  const before = known?.limit ?? null
  const isOther = JSON.stringify(before) !== JSON.stringify(entry.attributes.limit)
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (isOther) noteRecount(db, 'limit', caller)
    return ok([entrySet(owner, { ...entry, scope: owner === 'central' ? 'central' : 'office' })])
  })
  if (!written.ok) return written
  if (isOther) await recountOpenCases(office, caller, 'limit')
  return ok(listView(office.reference, entry.list))
}

/** A type is treated as a fixed one for good: cases that carry it were decided by that one's rules (T-01). */
function isOtherType({ list, attributes }: Pick<EntrySet, 'list' | 'attributes'>, known: EntryAttributes | undefined) {
  if (list !== 'types') return false
  return attributes.behaves === null || (known !== undefined && known.behaves !== attributes.behaves)
}

/** A case outside the remit is transferred, never barely ended, whatever an office calls the reason (L-02, B-25). */
function isRemitReason({ list, labels, active }: Pick<EntrySet, 'list' | 'labels' | 'active'>): boolean {
  const isEnd = list === 'reject_reasons' || list === 'file_reasons'
  // One that an office has from before may be retired.
  return (
    isEnd &&
    active &&
    (/اختصاص|مختص/.test(foldText(labels.ar)) || /remit|jurisdiction|competen/.test(foldText(labels.en)))
  )
}

export async function previewCalendar(
  office: Office,
  caller: Caller,
  calendar: WorkCalendar,
): Promise<Result<DuePreview>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const checked = checkCalendar(calendar)
  if (!checked.ok) return checked
  const compiled = compileCalendar(calendar)
  const now = office.ports.clock.now()
  const dueAfter = (state: Case) => dueNow(compiled, caseClockOf(currentCycle(state).clock, null), now)
  return ok(await movesUnder(office, caller, dueAfter))
}

interface NewCalendar {
  readonly unit?: string | undefined
  readonly calendar: WorkCalendar
}

/** A new calendar; open cases are counted anew by events, stopped clocks stay as they are (W9). */
export async function setCalendar(
  office: Office,
  caller: Caller,
  { unit, calendar }: NewCalendar,
): Promise<Result<{ version: string; moved: number }>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const checked = checkCalendar(calendar)
  if (!checked.ok) return checked
  const of = unit ?? office.reference.settings.office
  if (!office.reference.units.has(of as UnitSet['id'])) return refuse('not-found', { what: of })
  const isOwn = of === office.reference.settings.office
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (isOwn) noteRecount(db, 'calendar', caller)
    return ok([calendarSet(of, calendar)])
  })
  if (!written.ok) return written
  const moved = isOwn ? await recountOpenCases(office, caller, 'calendar') : 0
  return ok({ version: must(office.reference.calendars.get(of), 'just set').version, moved })
}

/** Open cases whose due date other limits would move. */
export async function previewTargets(
  office: Office,
  caller: Caller,
  targets: ServiceTargets,
): Promise<Result<DuePreview>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const dueAfter = (state: Case) => {
    const asked = { caller, caseId: state.id, owner: state.office, reference: null, idsNeeded: 0 }
    const context = decideContext(office, office.store.db, asked)
    const cycle = currentCycle(state)
    return duesAsClass({ ...context, clock: { ...context.clock, targets } }, cycle, classOf(state)).due.at
  }
  return ok(await movesUnder(office, caller, dueAfter))
}

/** Other limits; open cases are counted anew from their own start where a limit of cases or referrals is another (W7, L-05). */
export async function setTargets(
  office: Office,
  caller: Caller,
  targets: ServiceTargets,
): Promise<Result<{ version: string; moved: number }>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const { settings, targets: before } = office.reference
  const isOther = JSON.stringify(limitsIn(before.value)) !== JSON.stringify(limitsIn(targets))
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (isOther) noteRecount(db, 'limit', caller)
    return ok([targetsSet(settings.office, targets)])
  })
  if (!written.ok) return written
  const moved = isOther ? await recountOpenCases(office, caller, 'limit') : 0
  return ok({ version: office.reference.targets.version, moved })
}

const limitsIn = ({ cases, referrals }: ServiceTargets) => ({ cases, referrals })

/** Priority by importance and complexity (L-09); cases keep the priority they were given. */
export function setPriorities(office: Office, caller: Caller, matrix: PriorityMatrix): Result<PriorityMatrix> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const written = write(office, caller, [prioritiesSet(office.reference.settings.office, matrix)])
  return written.ok ? ok(office.reference.priorities) : written
}

type SettingsInput = Omit<OfficeSettings, 'office' | 'code' | 'practice'>

export function setSettings(
  office: Office,
  caller: Caller,
  input: SettingsInput,
): Result<z.infer<typeof OfficeSettings>> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  if (!isKnownZone(input.zone)) return refuse('calendar-unknown-zone', { zone: input.zone })
  const { office: unit, code, practice } = office.reference.settings
  const written = write(office, caller, [settingsSet({ ...input, office: unit, code, practice })])
  return written.ok ? ok(office.reference.settings) : written
}
