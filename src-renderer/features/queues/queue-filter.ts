import type { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { complexities, confidentialities, importances, statuses } from '#shared/domain/case/codes.ts'
import { complexityLabels, confidentialityLabels, importanceLabels, statusLabels } from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'

/** Conditions that are a choice among codes of the rulebook. */
export const codeConditions = [
  { key: 'status', name: messages.fieldStatus, codes: statuses, labels: statusLabels },
  { key: 'complexity', name: messages.fieldComplexity, codes: complexities, labels: complexityLabels },
  { key: 'importance', name: messages.fieldImportance, codes: importances, labels: importanceLabels },
  {
    key: 'confidentiality',
    name: messages.fieldConfidentiality,
    codes: confidentialities,
    labels: confidentialityLabels,
  },
] as const

/** Conditions that are a choice among entries of an editable list or of the tree of units. */
export const listConditions = [
  { key: 'type', name: messages.fieldType },
  { key: 'channel', name: messages.fieldChannel },
  { key: 'department', name: messages.fieldDepartment },
  { key: 'service', name: messages.fieldService },
] as const

export type ConditionKey =
  | (typeof codeConditions)[number]['key']
  | (typeof listConditions)[number]['key']
  | 'receivedFrom'
  | 'receivedTo'

export const conditionNames: Readonly<Record<ConditionKey, PlainMessage>> = {
  status: messages.fieldStatus,
  type: messages.fieldType,
  channel: messages.fieldChannel,
  department: messages.fieldDepartment,
  service: messages.fieldService,
  complexity: messages.fieldComplexity,
  importance: messages.fieldImportance,
  confidentiality: messages.fieldConfidentiality,
  receivedFrom: messages.fieldReceivedFrom,
  receivedTo: messages.fieldReceivedTo,
}

/** Conditions that are set, in the order of the panel. */
export function activeConditions(filter: CaseFilter): readonly ConditionKey[] {
  return (Object.keys(conditionNames) as ConditionKey[]).filter((key) => {
    const value = filter[key]
    return value !== undefined && value.length > 0
  })
}

/** Out: the filter without a condition. */
export function withoutCondition(filter: CaseFilter, key: ConditionKey): CaseFilter {
  const { [key]: _, ...rest } = filter
  return rest
}

/** Out: the filter with a condition set, or without it where nothing was chosen. */
export function withCondition(
  filter: CaseFilter,
  key: ConditionKey,
  value: readonly string[] | string | null,
): CaseFilter {
  const rest = withoutCondition(filter, key)
  return value === null || value.length === 0 ? rest : { ...rest, [key]: value }
}
