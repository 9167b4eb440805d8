import { currentCycle, validRating } from '#shared/domain/case/reading.ts'
import { closingMessages as messages } from '#shared/i18n/case-steps-closing.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { ClosingList } from './closing-steps.tsx'
import type { StepProps } from './use-step.ts'
import css from './check-list.module.css'

interface CheckListProps {
  readonly view: StepProps['view']
  readonly value: ClosingList
  readonly needsAnalysis: boolean
}

interface Check {
  readonly words: PlainMessage
  readonly done: boolean
}

/** What closing asks for and how far it has come (Z-09). */
export function CheckList({ view, value, needsAnalysis }: CheckListProps) {
  const { t } = useSpeech()
  const checks = checksOf(view, value, needsAnalysis)
  return (
    <ul className={css['list']} aria-label={t(messages.checkList)}>
      {checks.map(({ words, done }) => (
        <li key={words.en} className={css['item']} data-tone={done ? 'good' : 'neutral'}>
          <Icon name={done ? 'check-circle' : 'circle'} size={16} />
          <span>{t(words)}</span>
          <span className="visually-hidden">({t(done ? messages.checkDone : messages.checkOpen)})</span>
        </li>
      ))}
    </ul>
  )
}

function checksOf({ state }: StepProps['view'], value: ClosingList, needsAnalysis: boolean): readonly Check[] {
  const cycle = currentCycle(state)
  const measured =
    validRating(cycle) !== null ||
    cycle.declinedAt !== null ||
    cycle.unreachable !== null ||
    cycle.resolution?.surveyable === false
  const isUpheld = value.outcome === 'upheld' || value.outcome === 'partly'
  const isComplaint = state.type === 'complaint'
  return [
    { words: messages.checkSatisfaction, done: measured },
    { words: messages.checkData, done: !isComplaint || (state.subjects.length > 0 && cycle.classification !== null) },
    { words: messages.checkOutcome, done: !isComplaint || value.outcome !== null },
    {
      words: messages.checkRootCause,
      done: value.rootCause !== null || (!isUpheld && value.outcome !== null) || !isComplaint,
    },
    { words: messages.checkAnalysis, done: !needsAnalysis || value.analysis.trim() !== '' },
    { words: messages.checkKnowledge, done: value.knowledge !== null },
    { words: messages.checkImprovement, done: value.improvement !== null },
  ]
}
