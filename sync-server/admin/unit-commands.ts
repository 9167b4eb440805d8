import { UserSet } from '#shared/domain/access/events.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { unfitGroups } from '#shared/domain/access/fitting-groups.ts'
import { officesOf, unitsAbove } from '#shared/domain/access/unit-tree.ts'
import { shippedBranch, unitSet, userSet } from '#shared/domain/case/shipped-office.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { userAt } from '#server/devices/users-at.ts'
import { hashPassword, replaceVerifier } from '#server/devices/passwords.ts'
import type { AdminHost } from './admin-host.ts'
import type { UnitChoice } from './commands.ts'

interface Named {
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
}

/**
 * An office under the central unit. Its settings and calendar are written with it where a country is named; else they
 * come with its first machine: its own, when it stood alone, or the central unit's country's.
 */
export async function addOffice(
  host: AdminHost,
  asked: Named & { readonly country?: Country | undefined },
): Promise<Result<object>> {
  const { units } = await host.access()
  if (isTaken(units, asked.code)) return refuse('code-in-use', { code: asked.code })
  const unit = newUnit(asked, {
    id: `office-${asked.code.toLowerCase()}`,
    kind: 'office',
    parent: 'central',
    serves: [],
  })
  const more = asked.country === undefined ? [] : shippedBranch(unit, asked.country)
  const written = await host.writeOwn([unitSet(unit), ...more])
  return written.ok ? ok({ unit: unit.id, code: unit.code }) : written
}

/** A department of an office, of several, of all, or a directorate of a department (F-05). */
export async function addDepartment(
  host: AdminHost,
  asked: Named & { readonly offices: readonly string[]; readonly parent?: string | undefined },
): Promise<Result<object>> {
  const { units } = await host.access()
  if (isTaken(units, asked.code)) return refuse('code-in-use', { code: asked.code })
  const above = asked.parent === undefined ? null : unitOfCode(units, asked.parent)
  if (above === undefined) return refuse('server-unit-unknown', { code: asked.parent ?? '' })
  const offices = asked.offices.map((code) => unitOfCode(units, code, 'office'))
  const missing = offices.indexOf(undefined)
  if (missing >= 0) return refuse('server-unit-unknown', { code: asked.offices[missing] ?? '' })
  const serves = offices.filter((unit) => unit !== undefined).map(({ id }) => id)
  const only = serves.length === 1 ? serves[0] : undefined
  const unit = newUnit(asked, {
    id: `department-${asked.code.toLowerCase()}`,
    kind: above === null ? 'department' : 'directorate',
    parent: above?.id ?? only ?? 'central',
    serves: above === null && only === undefined ? serves : [],
  })
  const written = await host.writeOwn([unitSet(unit)])
  return written.ok ? ok({ unit: unit.id, code: unit.code }) : written
}

interface Place {
  readonly id: string
  readonly kind: UnitSet['kind']
  readonly parent: string
  readonly serves: readonly string[]
}

const newUnit = ({ code, name, nameEn }: Named, { id, kind, parent, serves }: Place): UnitSet => ({
  id: id as UnitSet['id'],
  kind,
  code,
  name: { ar: name, en: nameEn ?? name },
  parent: parent as UnitSet['parent'],
  active: true,
  serves: [...serves] as UnitSet['serves'],
  contact: { phone: '', email: '', liaison: '' },
})

const isTaken = (units: AccessState['units'], code: string): boolean =>
  unitOfCode(units, code) !== undefined || code.toLowerCase() === 'central'

/** The unit of a code as somebody types it; of a kind, where it must be one. */
export function unitOfCode(units: AccessState['units'], code: string, kind?: UnitSet['kind']): UnitSet | undefined {
  const wanted = code.trim().toLowerCase()
  return [...units.values()].find(
    (unit) => unit.code.toLowerCase() === wanted && (kind === undefined || unit.kind === kind),
  )
}

/** The unit that an administrator named. Directorates are departments to him. */
export function chosenUnit(units: AccessState['units'], choice: UnitChoice): Result<UnitSet> {
  if (choice.kind === 'central') {
    const central = units.get('central')
    return central === undefined ? refuse('server-unit-unknown', { code: 'central' }) : ok(central)
  }
  const kinds = choice.kind === 'office' ? (['office'] as const) : (['department', 'directorate'] as const)
  const unit = kinds.map((kind) => unitOfCode(units, choice.code, kind)).find((found) => found !== undefined)
  return unit === undefined ? refuse('server-unit-unknown', { code: choice.code }) : ok(unit)
}

interface NewUser {
  readonly username: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: UnitChoice
  readonly groups: readonly string[]
  readonly password: string
  readonly language: 'ar' | 'en'
  readonly staffId?: string | undefined
}

/** A user with his password: the event for everyone, the verifier for this server alone. */
export async function addUser({ server, access, writeOwn }: AdminHost, asked: NewUser): Promise<Result<object>> {
  const now = await access()
  const unit = chosenUnit(now.units, asked.unit)
  if (!unit.ok) return unit
  if (userAt(now, unit.value.id, asked.username)?.unit === unit.value.id)
    return refuse('username-taken', { username: asked.username })
  const strange = asked.groups.find((group) => !isGroupOf(now, unit.value.id, group))
  if (strange !== undefined) return refuse('not-found', { what: strange })
  const [unfit] = unfitGroups(now.units, { unit: unit.value.id, groups: [...asked.groups] })
  if (unfit !== undefined) return refuse('server-group-unfit', { group: unfit, code: unit.value.code })
  const verifier = await hashPassword(asked.password)
  if (!verifier.ok) return verifier
  const user = UserSet.safeParse({
    id: server.ports.ids.uuid(),
    username: asked.username,
    name: { ar: asked.name, en: asked.nameEn ?? asked.name },
    unit: unit.value.id,
    groups: asked.groups,
    active: true,
    staffId: asked.staffId ?? null,
    language: asked.language,
  })
  if (!user.success) return refuse('bad-input', { detail: 'username' })
  // The verifier first: a user whom everybody knows and who cannot sign in would be the worse half.
  await replaceVerifier(server.db, { user: user.data.id, verifier: verifier.value, now: server.ports.clock.now() })
  const written = await writeOwn([userSet(user.data)])
  return written.ok ? ok({ user: user.data.id, username: user.data.username, unit: unit.value.id }) : written
}

function isGroupOf({ units, groups }: AccessState, unit: string, code: string): boolean {
  const owners = [unit, ...unitsAbove(units, unit), ...officesOf(units, unit), 'central']
  return owners.some((owner) => groups.get(owner)?.has(code) === true)
}

/** A new password, when the old one is lost: machines that keep the old verifier learn it at their next contact. */
export async function setPassword(
  { server, access }: AdminHost,
  asked: { readonly username: string; readonly unit: UnitChoice; readonly password: string },
): Promise<Result<object>> {
  const now = await access()
  const unit = chosenUnit(now.units, asked.unit)
  if (!unit.ok) return unit
  const user = userAt(now, unit.value.id, asked.username)
  if (user === null) return refuse('not-found', { what: asked.username })
  const verifier = await hashPassword(asked.password)
  if (!verifier.ok) return verifier
  await replaceVerifier(server.db, { user: user.id, verifier: verifier.value, now: server.ports.clock.now() })
  return ok({ user: user.id })
}
