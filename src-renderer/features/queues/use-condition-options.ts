import type { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { useDepartmentOptions, useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { Option } from '#renderer/ui/options.ts'
import type { ConditionKey } from './queue-filter.ts'
import { codeConditions, conditionNames } from './queue-filter.ts'

/** What may be chosen for each condition. */
export function useConditionOptions(): (key: ConditionKey) => readonly Option[] {
  const { label } = useSpeech()
  const lists: Partial<Record<ConditionKey, readonly Option[]>> = {
    type: useListOptions('types'),
    channel: useListOptions('channels'),
    service: useListOptions('services'),
    department: useDepartmentOptions(),
  }
  return (key) => {
    const codes = codeConditions.find((condition) => condition.key === key)
    return codes === undefined
      ? (lists[key] ?? [])
      : codes.codes.map((value) => ({ value, label: label(codes.labels, value) }))
  }
}

/** A condition in words: `الحالة: مسجّلة، محالة`. */
export function useConditionWords(): (filter: CaseFilter, key: ConditionKey) => string {
  const { t, shortDate, language } = useSpeech()
  const optionsOf = useConditionOptions()
  return (filter, key) => {
    const value = filter[key]
    const words =
      typeof value === 'string'
        ? [shortDate(value)]
        : (value ?? []).map((code) => optionsOf(key).find((option) => option.value === code)?.label ?? code)
    return t(messages.chip, { name: t(conditionNames[key]), values: words.join(language === 'ar' ? '، ' : ', ') })
  }
}
