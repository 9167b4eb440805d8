import { useState } from 'react'
import type { Limit } from '#shared/domain/clock/limits.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import type { Lack } from './lack.ts'
import { lacking } from './lack.ts'
import type { LimitPlace } from './limit-table.ts'
import { useLimitWords } from './use-limit-words.ts'

type LimitUnit = 'days' | 'working' | 'elapsed'

interface LimitDialogProps {
  readonly place: LimitPlace
  readonly limit: Limit | null
  readonly onSet: (limit: Limit | null) => void
  readonly onClose: () => void
}

const unitOf = (limit: Limit | null): LimitUnit => (limit === null || limit.unit === 'days' ? 'days' : limit.mode)

const limitOf = (unit: LimitUnit, amount: number): Limit =>
  unit === 'days' ? { unit: 'days', amount, mode: 'working' } : { unit: 'hours', amount, mode: unit }

/** One limit: how much of which time. */
export function LimitDialog({ place, limit, onSet, onClose }: LimitDialogProps) {
  const { t } = useSpeech()
  const { sayPlace } = useLimitWords()
  const [amount, setAmount] = useState<number | null>(limit?.amount ?? null)
  const [unit, setUnit] = useState(unitOf(limit))
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const isGeneral = place.kind === 'case-fallback' || place.kind === 'referral-fallback'
  const submit = () => {
    const found = lacking([{ field: 'amount', words: words.needAmount, lacks: amount === null }])
    setLacks(found)
    if (amount !== null) onSet(limitOf(unit, amount))
  }
  const clear = (
    <Button kind="quiet" icon="close" onClick={() => onSet(null)}>
      {t(words.useGeneral)}
    </Button>
  )
  return (
    <EditorDialog
      title={t(words.limitOf, { name: sayPlace(place) })}
      size="md"
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
      extra={isGeneral || limit === null ? undefined : clear}
    >
      <NumberField
        required
        autoFocus
        name="amount"
        label={t(words.amount)}
        min={1}
        max={unit === 'days' ? 1000 : 10_000}
        value={amount}
        onChange={setAmount}
      />
      <RadioField
        name="unit"
        label={t(words.unitOfTime)}
        options={[
          { value: 'days', label: t(words.workingDays) },
          { value: 'working', label: t(words.workingHours) },
          { value: 'elapsed', label: t(words.elapsedHours) },
        ]}
        value={unit}
        onChange={(value) => setUnit(value === 'working' || value === 'elapsed' ? value : 'days')}
      />
    </EditorDialog>
  )
}
