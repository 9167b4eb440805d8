import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import type { CaseFilter } from '#renderer/client/answers.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { activeConditions, conditionNames, withoutCondition } from './case-filter.ts'
import { useSpeech } from './speech.tsx'
import { useConditionWords } from './use-condition-options.ts'
import css from './case-filter.module.css'

interface CaseFilterChipsProps {
  readonly filter: CaseFilter
  readonly onChange: (filter: CaseFilter) => void
}

/** The conditions in force, each taken away by one press. */
export function CaseFilterChips({ filter, onChange }: CaseFilterChipsProps) {
  const { t } = useSpeech()
  const words = useConditionWords()
  const active = activeConditions(filter)
  if (active.length === 0) return null
  return (
    <div className={css['chips']}>
      {active.map((key) => (
        <button
          key={key}
          type="button"
          className={css['chip']}
          aria-label={`${words(filter, key)} – ${t(messages.removeCondition, { name: t(conditionNames[key]) })}`}
          onClick={() => onChange(withoutCondition(filter, key))}
        >
          <span className={css['chip-words']}>{words(filter, key)}</span>
          <Icon name="close" size={14} />
        </button>
      ))}
      <Button size="xs" kind="quiet" onClick={() => onChange(filter.ids === undefined ? {} : { ids: filter.ids })}>
        {t(messages.clearFilter)}
      </Button>
    </div>
  )
}
