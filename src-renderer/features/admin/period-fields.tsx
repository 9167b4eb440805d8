import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { adminLimitMessages as words } from '#shared/i18n/admin-limits.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Panel } from '#renderer/ui/page.tsx'

/** Day counts of the targets that stand as plain numbers; those by the calendar and not by working days are marked. */
const working = [
  'pauseCapDays',
  'reopenWindowDays',
  'dueSoonDays',
  'receiptNoticeDays',
  'progressNoticeDays',
  'staleDays',
  'fcrAnswerDays',
] as const
const observed = [
  'fcrObservationDays',
  'accuracyObservationDays',
  'inquiryObservationDays',
  'repeatWindowDays',
] as const

type DayCount = (typeof working)[number] | (typeof observed)[number]

/** Targets being typed: a number not yet fit is null. */
export interface PeriodDraft {
  readonly days: Readonly<Record<DayCount, number | null>>
  readonly weights: Readonly<Record<keyof ServiceTargets['responseWeights'], number | null>>
}

export function periodDraft(targets: ServiceTargets): PeriodDraft {
  const days = Object.fromEntries([...working, ...observed].map((name) => [name, targets[name]])) as PeriodDraft['days']
  return { days, weights: targets.responseWeights }
}

/** In: targets and what was typed. Out: the new targets, or null while a number is missing. */
export function withPeriods(targets: ServiceTargets, { days, weights }: PeriodDraft): ServiceTargets | null {
  const numbers = [...Object.values(days), ...Object.values(weights)]
  if (numbers.includes(null)) return null
  return {
    ...targets,
    ...(days as Record<DayCount, number>),
    responseWeights: weights as ServiceTargets['responseWeights'],
  }
}

interface PeriodFieldsProps {
  readonly draft: PeriodDraft
  readonly onChange: (draft: PeriodDraft) => void
}

/** The other periods of an office: windows, notices, weights (spec: kpis 5.2 to 5.4). */
export function PeriodFields({ draft, onChange }: PeriodFieldsProps) {
  const { t } = useSpeech()
  const field = (name: DayCount, unit: 'unitWorking' | 'unitCalendar') => (
    <NumberField
      key={name}
      required
      name={name}
      label={t(words[name])}
      min={1}
      max={1000}
      unit={t(words[unit])}
      value={draft.days[name]}
      onChange={(value) => onChange({ ...draft, days: { ...draft.days, [name]: value } })}
    />
  )
  const weight = (name: keyof PeriodDraft['weights'], label: string) => (
    <NumberField
      key={name}
      required
      name={`weight-${name}`}
      label={label}
      max={100}
      value={draft.weights[name]}
      onChange={(value) => onChange({ ...draft, weights: { ...draft.weights, [name]: value } })}
    />
  )
  return (
    <>
      <Panel title={t(words.periods)}>
        <Columns count={3}>{working.map((name) => field(name, 'unitWorking'))}</Columns>
      </Panel>
      <Panel title={t(words.observation)}>
        <Columns count={4}>{observed.map((name) => field(name, 'unitCalendar'))}</Columns>
      </Panel>
      <Panel title={t(words.weights)}>
        <Columns count={3}>
          {weight('inTime', t(words.weightInTime))}
          {weight('late', t(words.weightLate))}
          {weight('none', t(words.weightNone))}
        </Columns>
      </Panel>
    </>
  )
}
