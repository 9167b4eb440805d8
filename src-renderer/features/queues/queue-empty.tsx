import type { CaseFilter, QueueName } from '#shared/contract/desktop/cases.ts'
import { queueLabels, queueMeanings, queuesMessages as messages } from '#shared/i18n/queues.ts'
import { activeConditions } from '#renderer/parts/case-filter.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useAllConditionWords } from '#renderer/parts/use-condition-options.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'

interface QueueEmptyProps {
  readonly queue: QueueName
  readonly filter: CaseFilter
  readonly onClear: () => void
}

/** Why nothing stands here: the filter, the right, or nothing to do (UI rule 3). */
export function QueueEmpty({ queue, filter, onClear }: QueueEmptyProps) {
  const { t } = useSpeech()
  const { session, has } = useSession()
  const words = useAllConditionWords()
  if (activeConditions(filter).length > 0)
    return (
      <EmptyState
        icon="filter"
        title={t(messages.emptyFilter)}
        text={t(messages.emptyFilterText, { conditions: words(filter) })}
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
