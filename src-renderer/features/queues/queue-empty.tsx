import type { CaseFilter, QueueName } from '#shared/contract/desktop/cases.ts'
import { queueLabels, queueMeanings, queuesMessages as messages } from '#shared/i18n/queues.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { activeConditions } from './queue-filter.ts'
import { useConditionWords } from './use-condition-options.ts'

interface QueueEmptyProps {
  readonly queue: QueueName
  readonly filter: CaseFilter
  readonly onClear: () => void
}

/** Why nothing stands here: the filter, the right, or nothing to do (UI rule 3). */
export function QueueEmpty({ queue, filter, onClear }: QueueEmptyProps) {
  const { t, language } = useSpeech()
  const { session, has } = useSession()
  const words = useConditionWords()
  const active = activeConditions(filter)
  if (active.length > 0)
    return (
      <EmptyState
        icon="filter"
        title={t(messages.emptyFilter)}
        text={t(messages.emptyFilterText, {
          conditions: active.map((key) => words(filter, key)).join(language === 'ar' ? '؛ ' : '; '),
        })}
        action={<Button onClick={onClear}>{t(messages.clearFilter)}</Button>}
      />
    )
  return (
    <EmptyState
      icon="check-circle"
      title={t(messages.emptyQueue, { queue: t(queueLabels[queue]) })}
      text={
        <>
          <p>{t(queueMeanings[queue])}</p>
          {isDepartment(session.unit) && <p>{t(messages.emptyDepartment)}</p>}
          {!has('see_confidential') && <p>{t(messages.emptyRight)}</p>}
        </>
      }
    />
  )
}
