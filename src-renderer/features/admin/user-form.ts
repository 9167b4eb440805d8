import { UnitId } from '#shared/domain/access/events.ts'
import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { unfitGroups } from '#shared/domain/access/fitting-groups.ts'
import { adminUserMessages as words } from '#shared/i18n/admin-users.ts'
import { namesOrArabic, typedNames } from '#renderer/parts/both-names.ts'
import type { Names } from '#renderer/parts/both-names.ts'
import { isDepartment } from '#renderer/parts/session.tsx'
import type { Lack } from './lack.ts'
import { lacking } from './lack.ts'
import { lacksOfNames } from './name-fields.tsx'

export interface UserForm {
  readonly id: string | null
  readonly username: string
  readonly name: Names
  readonly unit: string | null
  readonly groups: readonly string[]
  readonly active: boolean
  readonly staffId: string
  readonly language: 'ar' | 'en'
  readonly leaveFrom: string | null
  readonly leaveUntil: string | null
  readonly deputy: string | null
  /** With `active: false`: what he did before his machines knew is held (S14). */
  readonly atOnce: boolean
  /** Empty: the present one stays. */
  readonly password: string
  /** Of who saves: asked for where a server gives passwords. */
  readonly ownPassword: string
}

export const emptyUser = (unit: string | null): UserForm => ({
  id: null,
  username: '',
  name: { ar: '', en: '' },
  unit,
  groups: [],
  active: true,
  staffId: '',
  language: 'ar',
  leaveFrom: null,
  leaveUntil: null,
  deputy: null,
  atOnce: false,
  password: '',
  ownPassword: '',
})

export const userForm = (user: UserSet): UserForm => ({
  ...user,
  name: typedNames(user.name),
  staffId: user.staffId ?? '',
  leaveFrom: user.leave?.from ?? null,
  leaveUntil: user.leave?.until ?? null,
  deputy: user.leave?.deputy ?? null,
  atOnce: user.atOnce ?? false,
  password: '',
  ownPassword: '',
})

interface UserAsked {
  /** To a server. */
  readonly isJoined: boolean
  /** Groups that he has in the form and cannot be given. */
  readonly unfit: readonly string[]
}

/** Out: what the form lacks; a new user needs a password, an old one may keep his. */
export function lacksOfUser(form: UserForm, { isJoined, unfit }: UserAsked): readonly Lack[] {
  const isPasswordShort = form.id === null || form.password !== '' ? form.password.length < 8 : false
  return [
    ...lacksOfNames(form.name),
    ...lacking([
      { field: 'username', words: words.needUsername, lacks: !/^[\p{L}\p{N}._-]{2,40}$/u.test(form.username.trim()) },
      { field: 'unit', words: words.needUnit, lacks: form.unit === null },
      { field: 'groups', words: words.needGroup, lacks: form.groups.length === 0 },
      { field: 'groups', words: words.needFittingGroups, lacks: unfit.length > 0 },
      { field: 'leave-from', words: words.needLeaveFrom, lacks: isOnLeave(form) && form.leaveFrom === null },
      { field: 'leave-until', words: words.needLeaveUntil, lacks: isOnLeave(form) && form.leaveUntil === null },
      { field: 'password', words: words.needPassword, lacks: isPasswordShort },
      {
        field: 'own-password',
        words: words.needOwnPassword,
        lacks: isOwnNeeded(form, isJoined) && form.ownPassword === '',
      },
    ]),
  ]
}

const isOnLeave = ({ leaveFrom, leaveUntil, deputy }: UserForm): boolean =>
  leaveFrom !== null || leaveUntil !== null || deputy !== null

const member = ({ unit, groups }: UserForm) => ({ unit: UnitId.parse(unit ?? 'none'), groups: [...groups] })

/** In: the units, the form, the form as it was opened. Out: his groups that do not belong into his unit (G-01). */
export const unfitIn = (units: readonly UnitSet[], form: UserForm, start: UserForm): readonly string[] =>
  unfitGroups(new Map(units.map((unit) => [unit.id, unit])), member(form), member(start))

/** Groups that the form offers: of those in use what fits his unit, and whatever he has, to be seen and taken out. */
export function offeredGroups(
  groups: readonly GroupSet[],
  units: readonly UnitSet[],
  form: UserForm,
): readonly GroupSet[] {
  const isFit = ({ code }: GroupSet) => unfitIn(units, { ...form, groups: [code] }, emptyUser(null)).length === 0
  return groups.filter((group) => form.groups.includes(group.code) || (group.active && isFit(group)))
}

/** Why the form offers no others; nothing before a unit is chosen. */
export function groupsHint(units: readonly UnitSet[], { unit }: UserForm) {
  const chosen = units.find(({ id }) => id === unit)
  if (chosen === undefined) return null
  return isDepartment(chosen) ? words.groupsOfDepartment : words.groupsOfOffice
}

/** At a joined machine the server gives passwords, and asks who wants it. */
export const isOwnNeeded = (form: UserForm, isJoined: boolean): boolean => isJoined && form.password !== ''

/** What he did elsewhere can be held only where a server gives it on, and only of a user who goes (S14). */
export const isHoldOffered = ({ active }: UserForm, isJoined: boolean): boolean => isJoined && !active

/** In: a form that lacks nothing. Out: what the core takes. */
export function userInput(form: UserForm) {
  const { id, username, name, unit, groups, active, staffId, language, password, ownPassword } = form
  const { leaveFrom, leaveUntil, deputy, atOnce } = form
  return {
    ...(id === null ? {} : { id }),
    username: username.trim(),
    name: namesOrArabic(name),
    unit: unit ?? '',
    groups: [...groups],
    active,
    staffId: staffId.trim() === '' ? null : staffId.trim(),
    language,
    ...(active || !atOnce ? {} : { atOnce }),
    ...(leaveFrom === null || leaveUntil === null ? {} : { leave: { from: leaveFrom, until: leaveUntil, deputy } }),
    ...(password === '' ? {} : { password }),
    ...(password === '' || ownPassword === '' ? {} : { ownPassword }),
  }
}
