import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import type { CaseFilter } from '#renderer/client/answers.ts'
import type { Option } from '#renderer/ui/options.ts'
import type { ConditionKey } from './case-filter.ts'
import { activeConditions, codeConditions, conditionNames } from './case-filter.ts'
import { useDepartmentOptions, useListOptions, useOfficeOptions } from './lists.ts'
import { useSpeech } from './speech.tsx'
import { useStaff } from './use-staff.ts'

/** What may be chosen for each condition. */
export function useConditionOptions(): (key: ConditionKey) => readonly Option[] {
  const { label, say } = useSpeech()
  const staff = useStaff('draft_reply')
  const lists: Partial<Record<ConditionKey, readonly Option[]>> = {
    type: useListOptions('types'),
    channel: useListOptions('channels'),
    service: useListOptions('services'),
    department: useDepartmentOptions(),
    office: useOfficeOptions(),
    handler: staff.map(({ id, name }) => ({ value: id, label: say(name) })),
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
    if (value === true) return t(conditionNames[key])
    if (key === 'text') return t(messages.chip, { name: t(conditionNames.text), values: filter.text ?? '' })
    const words =
      typeof value === 'string'
        ? [shortDate(value)]
        : (value ?? []).map((code) => optionsOf(key).find((option) => option.value === code)?.label ?? code)
    return t(messages.chip, { name: t(conditionNames[key]), values: words.join(language === 'ar' ? '، ' : ', ') })
  }
}

/** All conditions in force, in one line. */
export function useAllConditionWords(): (filter: CaseFilter) => string {
  const { language } = useSpeech()
  const words = useConditionWords()
  return (filter) =>
    activeConditions(filter)
      .map((key) => words(filter, key))
      .join(language === 'ar' ? '؛ ' : '; ')
}
