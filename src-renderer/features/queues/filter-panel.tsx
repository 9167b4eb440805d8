import { useEffect, useRef } from 'react'
import type { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { MultiSelectField } from '#renderer/ui/select-field.tsx'
import type { ConditionKey } from './queue-filter.ts'
import { codeConditions, conditionNames, listConditions, withCondition } from './queue-filter.ts'
import { useConditionOptions } from './use-condition-options.ts'

interface FilterPanelProps {
  readonly filter: CaseFilter
  readonly onChange: (filter: CaseFilter) => void
}

const [status, complexity, importance, confidentiality] = codeConditions
const order = [status, ...listConditions, complexity, importance, confidentiality]

/** All conditions of a queue at once; every change is seen in the list below at once. */
export function FilterPanel({ filter, onChange }: FilterPanelProps) {
  const { t } = useSpeech()
  const optionsOf = useConditionOptions()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(), [])
  const set = (key: ConditionKey, value: readonly string[] | string | null) =>
    onChange(withCondition(filter, key, value))
  return (
    <div ref={box} role="search" aria-label={t(messages.filterPanel)}>
      <Panel>
        <Columns count={4} gap="sm">
          {order.map(({ key, name }) => (
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
          <DateField
            name="filter-from"
            label={t(conditionNames.receivedFrom)}
            value={filter.receivedFrom ?? null}
            onChange={(day) => set('receivedFrom', day)}
          />
          <DateField
            name="filter-to"
            label={t(conditionNames.receivedTo)}
            value={filter.receivedTo ?? null}
            onChange={(day) => set('receivedTo', day)}
          />
        </Columns>
      </Panel>
    </div>
  )
}
