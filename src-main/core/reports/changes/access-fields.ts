import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { adminGroupMessages } from '#shared/i18n/admin-groups.ts'
import { adminUnitMessages } from '#shared/i18n/admin-units.ts'
import { adminUserMessages } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import { unitKindLabels } from '#shared/i18n/unit-kind-labels.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { asAll, asCode, asDay, asText, asYesNo, inWords, joined } from './field.ts'
import type { ChangeNames, Field } from './field.ts'

/* What units, users and groups are, field by field (G-02, G-03, G-06). */

const languages: Readonly<Record<string, PlainMessage>> = {
  ar: adminUserMessages.arabic,
  en: adminUserMessages.english,
}

/** Both names of anything that has one. */
export const nameFields = ({ ar, en }: { readonly ar: string; readonly en: string }): readonly Field[] => [
  { key: 'name.ar', label: adminMessages.nameAr, value: asText(ar) },
  { key: 'name.en', label: adminMessages.nameEn, value: asText(en) },
]

export const userFields = (user: UserSet, names: ChangeNames): readonly Field[] => [
  ...nameFields(user.name),
  { key: 'username', label: adminUserMessages.username, value: asText(user.username) },
  { key: 'unit', label: adminUserMessages.unit, value: inWords(names.unit(user.unit)) },
  { key: 'groups', label: adminUserMessages.memberOf, value: asAll(user.groups.toSorted().map(names.group)) },
  { key: 'staffId', label: adminUserMessages.staffId, value: asText(user.staffId) },
  { key: 'language', label: adminUserMessages.language, value: asCode(languages, user.language) },
  { key: 'active', label: adminMessages.active, value: asYesNo(user.active) },
  { key: 'atOnce', label: adminUserMessages.userAtOnce, value: asYesNo(user.atOnce === true) },
  { key: 'leave.from', label: adminUserMessages.leaveFrom, value: asDay(user.leave?.from) },
  { key: 'leave.until', label: adminUserMessages.leaveUntil, value: asDay(user.leave?.until) },
  { key: 'deputy', label: adminUserMessages.deputy, value: inWords(deputyOf(user, names)) },
]

const deputyOf = ({ leave }: UserSet, names: ChangeNames): PlainMessage | null =>
  leave === undefined || leave === null || leave.deputy === null ? null : names.user(leave.deputy)

export const groupFields = (group: GroupSet): readonly Field[] => [
  ...nameFields(group.name),
  ...group.rights.map((right) => ({
    key: `right.${right}`,
    label: joined(adminGroupMessages.right, rightLabels[right]),
    value: inWords(adminGroupMessages.granted),
  })),
  { key: 'active', label: adminMessages.active, value: asYesNo(group.active) },
]

export const unitFields = (unit: UnitSet, names: ChangeNames): readonly Field[] => [
  ...nameFields(unit.name),
  { key: 'kind', label: adminUnitMessages.unitKind, value: asCode(unitKindLabels, unit.kind) },
  { key: 'code', label: adminUnitMessages.unitCode, value: asText(unit.code) },
  {
    key: 'parent',
    label: adminUnitMessages.parent,
    value: inWords(unit.parent === null ? null : names.unit(unit.parent)),
  },
  { key: 'serves', label: adminUnitMessages.serves, value: asAll(unit.serves.toSorted().map(names.unit)) },
  { key: 'liaison', label: adminUnitMessages.liaison, value: asText(unit.contact.liaison) },
  { key: 'phone', label: adminUnitMessages.phone, value: asText(unit.contact.phone) },
  { key: 'email', label: adminUnitMessages.email, value: asText(unit.contact.email) },
  { key: 'active', label: adminMessages.active, value: asYesNo(unit.active) },
]
