import type { EntrySet } from '#shared/domain/lists/events.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { complexityLabels, typeLabels } from '#shared/i18n/codes.ts'
import { nameFields } from './access-fields.ts'
import { asAll, asCode, asText, asYesNo, inWords, nothing } from './field.ts'
import type { ChangeNames, Field } from './field.ts'
import { sayLimit } from './targets-fields.ts'

/** An entry of a list, field by field (C-01, G-03, G-06); what only services or channels carry is said where it is set. */
export function entryFields(
  { list, labels, order, active, attributes }: EntrySet,
  names: ChangeNames,
): readonly Field[] {
  const { behaves, parent, departments, complexity, fcrPossible, synchronous, limit } = attributes
  const place = parent === null ? null : names.list(list, parent)
  return [
    ...nameFields(labels),
    { key: 'order', label: adminListMessages.order, value: asText(order) },
    { key: 'active', label: adminMessages.active, value: asYesNo(active) },
    { key: 'behaves', label: adminListMessages.behaves, value: asCode(typeLabels, behaves) },
    { key: 'parent', label: adminListMessages.entryParent, value: inWords(place) },
    { key: 'departments', label: adminListMessages.departments, value: asAll(departments.toSorted().map(names.unit)) },
    { key: 'complexity', label: adminListMessages.complexity, value: asCode(complexityLabels, complexity) },
    // An entry of an earlier program has none.
    { key: 'limit', label: adminLimitMessages.limit, value: inWords(limit ? sayLimit(limit) : null) },
    { key: 'fcrPossible', label: adminListMessages.fcrPossible, value: fcrPossible ? asYesNo(true) : nothing },
    { key: 'synchronous', label: adminListMessages.synchronous, value: synchronous ? asYesNo(true) : nothing },
  ]
}
