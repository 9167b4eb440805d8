import type { Instant } from '#shared/domain/clock/instant.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import { instantOfMoment, localMomentOf } from '#renderer/parts/local-moment.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useOfficeCalendar } from '#renderer/parts/use-office-calendar.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { DateTimeField } from '#renderer/ui/date-time-field.tsx'
import type { Lack } from './step-form.tsx'

interface MomentFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** null: the present minute, as long as nobody changed it. */
  readonly value: LocalMoment | null
  readonly onChange: (value: LocalMoment) => void
  readonly autoFocus?: boolean
}

interface FutureFieldProps extends MomentFieldProps {
  readonly required?: boolean
  /** A due date, which falls at the end of work like every other. */
  readonly isDue?: boolean
}

/** When something happened; the present minute until someone says otherwise. */
export function PastField({ name, label, hint, value, onChange, autoFocus = false }: MomentFieldProps) {
  const { settings } = useSpeech()
  const now = localMomentOf(useNow(), settings.zone)
  return (
    <DateTimeField
      required
      name={name}
      label={label}
      hint={hint}
      autoFocus={autoFocus}
      value={value ?? now}
      onChange={onChange}
      {...(now.day === null ? {} : { max: now.day })}
    />
  )
}

const noon = '12:00'

/** A moment to come. */
export function FutureField({
  name,
  label,
  hint,
  value,
  onChange,
  autoFocus = false,
  required = true,
  isDue = false,
}: FutureFieldProps) {
  const { settings } = useSpeech()
  const now = localMomentOf(useNow(), settings.zone)
  const end = useOfficeCalendar()?.end ?? noon
  const shown = value ?? { day: null, time: isDue ? end : noon }
  return (
    <DateTimeField
      required={required}
      name={name}
      label={label}
      hint={hint}
      autoFocus={autoFocus}
      value={shown}
      onChange={onChange}
      {...(now.day === null ? {} : { min: now.day })}
    />
  )
}

/** Out: reads a moment as typed, `null` standing for the present minute. */
export function useInstantOf(): (moment: LocalMoment | null) => Instant | null {
  const { settings } = useSpeech()
  const now = useNow()
  return (moment) => (moment === null ? now : instantOfMoment(moment, settings.zone))
}

/** Missing where day or time is, or cannot be read. */
export const momentLack = (moment: LocalMoment | null, field: string): Lack =>
  moment !== null && (moment.day === null || moment.time === null) ? [field, messages.momentMissing] : null

/** Missing also where nothing was said. */
export const futureLack = (moment: LocalMoment | null, field: string): Lack =>
  moment === null ? [field, messages.momentMissing] : momentLack(moment, field)
