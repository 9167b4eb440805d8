import { complexities, confidentialities, importances, priorities, statuses } from '#shared/domain/case/codes.ts'
import {
  complexityLabels,
  confidentialityLabels,
  importanceLabels,
  priorityLabels,
  statusLabels,
} from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import type { CaseFilter } from '#renderer/client/answers.ts'

/** Conditions that are a choice among codes of the rulebook. */
export const codeConditions = [
  { key: 'status', name: messages.fieldStatus, codes: statuses, labels: statusLabels },
  { key: 'priority', name: messages.priority, codes: priorities.toReversed(), labels: priorityLabels },
  { key: 'complexity', name: messages.fieldComplexity, codes: complexities, labels: complexityLabels },
  { key: 'importance', name: messages.fieldImportance, codes: importances, labels: importanceLabels },
  {
    key: 'confidentiality',
    name: messages.fieldConfidentiality,
    codes: confidentialities,
    labels: confidentialityLabels,
  },
] as const

/** Conditions that are a choice among entries of an editable list, of the tree of units or of the staff. */
export const listConditions = [
  { key: 'type', name: messages.fieldType },
  { key: 'handler', name: messages.fieldHandler },
  { key: 'department', name: messages.fieldDepartment },
  { key: 'channel', name: messages.fieldChannel },
  { key: 'service', name: messages.fieldService },
  { key: 'office', name: messages.office },
] as const

export type ConditionKey =
  | (typeof codeConditions)[number]['key']
  | (typeof listConditions)[number]['key']
  | 'text'
  | 'receivedFrom'
  | 'receivedTo'
  | 'late'

export const conditionNames: Readonly<Record<ConditionKey, PlainMessage>> = {
  text: messages.fieldText,
  status: messages.fieldStatus,
  type: messages.fieldType,
  priority: messages.priority,
  handler: messages.fieldHandler,
  office: messages.office,
  department: messages.fieldDepartment,
  channel: messages.fieldChannel,
  service: messages.fieldService,
  complexity: messages.fieldComplexity,
  importance: messages.fieldImportance,
  confidentiality: messages.fieldConfidentiality,
  receivedFrom: messages.fieldReceivedFrom,
  receivedTo: messages.fieldReceivedTo,
  late: messages.fieldLate,
}

/** Conditions that are set, in the order of the panel. */
export function activeConditions(filter: CaseFilter): readonly ConditionKey[] {
  return (Object.keys(conditionNames) as ConditionKey[]).filter((key) => {
    const value = filter[key]
    return value === true || (value !== undefined && value.length > 0)
  })
}

/** Out: the filter without a condition. */
export function withoutCondition(filter: CaseFilter, key: ConditionKey): CaseFilter {
  const { [key]: _, ...rest } = filter
  return rest
}

export type ConditionValue = readonly string[] | string | boolean | null

/** Out: the filter with a condition set, or without it where nothing was chosen. */
export function withCondition(filter: CaseFilter, key: ConditionKey, value: ConditionValue): CaseFilter {
  const rest = withoutCondition(filter, key)
  const isChosen = typeof value === 'boolean' ? value : value !== null && value.length > 0
  return isChosen ? { ...rest, [key]: value } : rest
}
