import type { Limit } from '#shared/domain/clock/limits.ts'
import { adminLimitMessages as words } from '#shared/i18n/admin-limits.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'

/** A limit while it is typed. */
export interface TypedLimit {
  readonly amount: number | null
  readonly unit: 'days' | 'working' | 'elapsed'
}

export const typedLimit = (limit: Limit | null): TypedLimit => ({
  amount: limit?.amount ?? null,
  unit: limit === null || limit.unit === 'days' ? 'days' : limit.mode,
})

/** Null while there is no amount. */
export function limitTyped({ amount, unit }: TypedLimit): Limit | null {
  if (amount === null) return null
  return unit === 'days' ? { unit: 'days', amount, mode: 'working' } : { unit: 'hours', amount, mode: unit }
}

interface LimitFieldsProps {
  readonly value: TypedLimit
  readonly onChange: (value: TypedLimit) => void
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly autoFocus?: boolean
}

/** How much of which time. */
export function LimitFields({ value, onChange, label, hint, required = false, autoFocus = false }: LimitFieldsProps) {
  const { t } = useSpeech()
  const isAsked = required || value.amount !== null
  return (
    <>
      <NumberField
        required={required}
        autoFocus={autoFocus}
        name="amount"
        label={label}
        {...(hint === undefined ? {} : { hint })}
        min={1}
        max={value.unit === 'days' ? 1000 : 10_000}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      {isAsked && (
        <RadioField
          name="unit"
          label={t(words.unitOfTime)}
          options={[
            { value: 'days', label: t(words.workingDays) },
            { value: 'working', label: t(words.workingHours) },
            { value: 'elapsed', label: t(words.elapsedHours) },
          ]}
          value={value.unit}
          onChange={(unit) => onChange({ ...value, unit: unit === 'working' || unit === 'elapsed' ? unit : 'days' })}
        />
      )}
    </>
  )
}
