import { useEffect, useRef } from 'react'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import type { CaseFilter } from '#renderer/client/answers.ts'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { MultiSelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { ConditionKey, ConditionValue } from './case-filter.ts'
import { codeConditions, conditionNames, listConditions, withCondition } from './case-filter.ts'
import { useSpeech } from './speech.tsx'
import { useConditionOptions } from './use-condition-options.ts'
import css from './case-filter.module.css'

interface CaseFilterPanelProps {
  readonly filter: CaseFilter
  readonly onChange: (filter: CaseFilter) => void
  /** Beside the box of a search, which asks for words itself, stand the conditions that tell cases apart soonest. */
  readonly of: 'queue' | 'search'
}

const [status, priority, complexity, importance, confidentiality] = codeConditions
const [type, handler, department, channel, service, office] = listConditions
const choicesOf = {
  queue: [
    status,
    type,
    priority,
    handler,
    department,
    channel,
    service,
    complexity,
    importance,
    confidentiality,
    office,
  ],
  search: [status, type, priority, handler, department, channel, service],
} as const

/** All conditions of a list at once; every change is seen in the list below at once. */
export function CaseFilterPanel({ filter, onChange, of }: CaseFilterPanelProps) {
  const { t } = useSpeech()
  const optionsOf = useConditionOptions()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[name=filter-text]')?.focus(), [])
  const choices = choicesOf[of].filter(({ key }) => key !== 'office' || optionsOf(key).length > 1)
  const set = (key: ConditionKey, value: ConditionValue) => onChange(withCondition(filter, key, value))
  return (
    <div ref={box} role="search" aria-label={t(messages.filterPanel)}>
      <Panel>
        <Columns count={of === 'queue' ? 7 : 5} gap="sm">
          {of === 'queue' && (
            <TextField
              name="filter-text"
              label={t(messages.fieldText)}
              placeholder={t(messages.textOrNumber)}
              value={filter.text ?? ''}
              maxLength={200}
              onChange={(text) => set('text', text)}
            />
          )}
          {choices.map(({ key, name }) => (
            <MultiSelectField
              key={key}
              name={`filter-${key}`}
              label={t(name)}
              placeholder={t(messages.anyValue)}
              options={optionsOf(key)}
              values={filter[key] ?? []}
              onChange={(values) => set(key, values)}
            />
          ))}
          {(['receivedFrom', 'receivedTo'] as const).map((key) => (
            <DateField
              key={key}
              name={`filter-${key}`}
              label={t(conditionNames[key])}
              value={filter[key] ?? null}
              onChange={(day) => set(key, day)}
            />
          ))}
          <div className={css['late']}>
            <CheckboxField
              name="filter-late"
              label={t(messages.fieldLate)}
              checked={filter.late === true}
              onChange={(late) => set('late', late)}
            />
          </div>
        </Columns>
      </Panel>
    </div>
  )
}
