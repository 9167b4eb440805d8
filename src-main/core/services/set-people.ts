import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { unfitGroups } from '#shared/domain/access/fitting-groups.ts'
import { mayStandInFor } from '#shared/domain/access/leave.ts'
import { ownersOfUser } from '#shared/domain/access/reference-owners.ts'
import { because } from '#shared/domain/case/because.ts'
import { groupSet, unitSet, userSet } from '#shared/domain/case/shipped-office.ts'
import { contactFault } from '#shared/domain/person/contact-line.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { hashPassword } from '#core/vault/passwords.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import type { Office } from './office.ts'
import { isOwnTree, isOwnUnit, mayChange } from './own-units.ts'
import type { ReferenceData } from './reference-data.ts'
import { writeAs } from './write-as.ts'
import { writeCommit } from './write.ts'

/* Units, users and groups (G-02, G-03): each change is one event, whole. */

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
  const written = writeAs(office, caller, [unitSet(whole)])
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
  if (isBelowItself(data, unit)) return because('unit-below-itself')
  if (!isOwnTree(data, unit)) return because('sync-not-your-unit')
  // What stood before this was asked of it keeps no other change from being saved.
  const before = data.units.get(unit.id)?.contact
  const isNew = before?.phone !== unit.contact.phone || before.email !== unit.contact.email
  return isNew ? (contactFault(unit.contact)?.refusal ?? null) : null
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
  const id = rest.id ?? (office.ports.ids.uuid() as UserSet['id'])
  // What is left out goes on: that it is over is said, and of whoever had none nothing is.
  const hadLeave = (office.reference.users.get(id)?.leave ?? null) !== null
  const leave = rest.leave ?? (hadLeave ? null : undefined)
  const user: UserSet = { ...rest, id, leave }
  const twin = [...office.reference.users.values()].find(
    (other) => other.username.toLowerCase() === user.username.toLowerCase() && other.id !== user.id,
  )
  if (twin !== undefined) return refuse('username-taken', { username: user.username })
  const { units, groups } = office.reference
  if (!units.has(user.unit)) return refuse('not-found', { what: user.unit })
  const places = ownersOfUser(office.reference.users.get(id), user.unit)
  if (!places.every((place) => isOwnUnit(office.reference, place))) return refuse('sync-not-your-unit')
  const unknown = user.groups.find((code) => !groups.has(code))
  if (unknown !== undefined) return refuse('not-found', { what: unknown })
  const [group] = unfitGroups(units, user, office.reference.users.get(id))
  if (group !== undefined) return refuse('group-unfit', { group })
  if (!keepsAdministrator(office.reference, user)) return refuse('last-administrator')
  const unfit = leaveUnfit(office.reference, user)
  if (unfit !== null) return { ok: false, refusal: unfit }
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

/** Whoever is told in his place is there to be told. What was fit when it was saved keeps no other change from being saved. */
function leaveUnfit({ users, units }: ReferenceData, user: UserSet): Refusal | null {
  const before = users.get(user.id)
  const isKept =
    JSON.stringify(before?.leave ?? null) === JSON.stringify(user.leave ?? null) && before?.unit === user.unit
  if (user.leave === undefined || user.leave === null || isKept || !user.active) return null
  const { from, until, deputy } = user.leave
  if (until < from) return because('leave-ends-early', { from, until })
  if (deputy === null) return null
  const named = users.get(deputy)
  return named !== undefined && mayStandInFor(units, named, user) ? null : because('deputy-unfit')
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
  const allowed = mayChange(office, { caller, right: 'manage_users' })
  if (!allowed.ok) return allowed
  if (!groupCode.test(group.code)) return refuse('bad-input', { detail: 'code' })
  const others = [...office.reference.groups.values()].filter(
    (other) => other.code !== group.code && other.active && other.rights.includes('manage_users'),
  )
  const isHeld = (code: string): boolean =>
    [...office.reference.users.values()].some((user) => user.active && user.groups.includes(code))
  const keeps = group.active && group.rights.includes('manage_users') && isHeld(group.code)
  if (!keeps && !others.some((other) => isHeld(other.code))) return refuse('last-administrator')
  const written = writeAs(office, caller, [groupSet(office.reference.settings.office, group)])
  return written.ok ? ok(group) : written
}
