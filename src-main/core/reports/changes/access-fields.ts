import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import { unitKindLabels } from '#shared/i18n/unit-kind-labels.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { asAll, asCode, asText, asYesNo, inWords, joined } from './field.ts'
import type { ChangeNames, Field } from './field.ts'

/* What units, users and groups are, field by field (G-02, G-03, G-06). */

const languages: Readonly<Record<string, PlainMessage>> = { ar: words.arabic, en: words.english }

/** Both names of anything that has one. */
export const nameFields = ({ ar, en }: { readonly ar: string; readonly en: string }): readonly Field[] => [
  { key: 'name.ar', label: words.nameAr, value: asText(ar) },
  { key: 'name.en', label: words.nameEn, value: asText(en) },
]

export const userFields = (user: UserSet, names: ChangeNames): readonly Field[] => [
  ...nameFields(user.name),
  { key: 'username', label: words.username, value: asText(user.username) },
  { key: 'unit', label: words.unit, value: inWords(names.unit(user.unit)) },
  { key: 'groups', label: words.memberOf, value: asAll(user.groups.toSorted().map(names.group)) },
  { key: 'staffId', label: words.staffId, value: asText(user.staffId) },
  { key: 'language', label: words.language, value: asCode(languages, user.language) },
  { key: 'active', label: words.active, value: asYesNo(user.active) },
  { key: 'atOnce', label: words.userAtOnce, value: asYesNo(user.atOnce === true) },
  { key: 'leave.from', label: words.leaveFrom, value: asText(user.leave?.from) },
  { key: 'leave.until', label: words.leaveUntil, value: asText(user.leave?.until) },
  { key: 'deputy', label: words.deputy, value: inWords(deputyOf(user, names)) },
]

const deputyOf = ({ leave }: UserSet, names: ChangeNames): PlainMessage | null =>
  leave === undefined || leave.deputy === null ? null : names.user(leave.deputy)

export const groupFields = (group: GroupSet): readonly Field[] => [
  ...nameFields(group.name),
  ...group.rights.map((right) => ({
    key: `right.${right}`,
    label: joined(words.right, rightLabels[right]),
    value: inWords(words.granted),
  })),
  { key: 'active', label: words.active, value: asYesNo(group.active) },
]

export const unitFields = (unit: UnitSet, names: ChangeNames): readonly Field[] => [
  ...nameFields(unit.name),
  { key: 'kind', label: words.unitKind, value: asCode(unitKindLabels, unit.kind) },
  { key: 'code', label: words.unitCode, value: asText(unit.code) },
  { key: 'parent', label: words.parent, value: inWords(unit.parent === null ? null : names.unit(unit.parent)) },
  { key: 'serves', label: words.serves, value: asAll(unit.serves.toSorted().map(names.unit)) },
  { key: 'liaison', label: words.liaison, value: asText(unit.contact.liaison) },
  { key: 'phone', label: words.phone, value: asText(unit.contact.phone) },
  { key: 'email', label: words.email, value: asText(unit.contact.email) },
  { key: 'active', label: words.active, value: asYesNo(unit.active) },
]
