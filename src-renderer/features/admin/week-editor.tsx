import type { Period, Week } from '#shared/domain/clock/calendar.ts'
import { weekdays } from '#shared/domain/clock/local-date.ts'
import type { Weekday } from '#shared/domain/clock/local-date.ts'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import { weekdayNames } from '#shared/i18n/month-names.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { TimeField } from '#renderer/ui/date-time-field.tsx'
import css from './admin.module.css'

export interface WeekEditorProps {
  readonly week: Week
  readonly onChange: (week: Week) => void
  /** Keeps the names of fields apart where two editors are on screen. */
  readonly prefix: string
}

/** The periods of every weekday; a day without any is off. */
export function WeekEditor(props: WeekEditorProps) {
  return (
    <div className={css['week']}>
      {weekdays.map((day) => (
        <WeekDay key={day} day={day} {...props} />
      ))}
    </div>
  )
}

function WeekDay({ day, week, onChange, prefix }: WeekEditorProps & { readonly day: Weekday }) {
  const { t, language } = useSpeech()
  const name = weekdayNames[language][Number(day)] ?? ''
  const periods = week[day]
  const set = (next: readonly Period[]) => onChange({ ...week, [day]: [...next] })
  const copy = () =>
    onChange(Object.fromEntries(weekdays.map((each) => [each, week[each].length > 0 ? periods : week[each]])) as Week)
  return (
    <div className={css['day']} role="group" aria-label={name}>
      <span className={css['day-name']}>{name}</span>
      <div className={css['periods']}>
        {periods.length === 0 && <span className={css['day-off']}>{t(words.dayOff)}</span>}
        {periods.map((period, place) => (
          <PeriodFieldsOfDay
            key={place}
            name={`${prefix}-${day}-${place}`}
            day={name}
            place={place}
            period={period}
            onChange={(next) => set(periods.with(place, next))}
            onRemove={() => set(periods.toSpliced(place, 1))}
          />
        ))}
      </div>
      <div className={css['day-tools']}>
        {periods.length > 0 && (
          <Button size="xs" kind="quiet" icon="copy" onClick={copy}>
            <span aria-hidden="true">{t(words.copyDay)}</span>
            <span className="visually-hidden">{t(words.copyDayOf, { day: name })}</span>
          </Button>
        )}
        <IconButton
          icon="plus"
          label={t(words.addPeriod, { day: name })}
          disabled={periods.length >= 12}
          onClick={() => set([...periods, nextPeriod(periods)])}
        />
      </div>
    </div>
  )
}

/** What is likely meant: a whole day first, then an afternoon behind what is there. */
function nextPeriod(periods: readonly Period[]): Period {
  const last = periods.at(-1)
  if (last === undefined) return { from: '08:00', to: '15:00' }
  const hour = Math.min(22, Number(last.to.slice(0, 2)) + 1)
  return { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(Math.min(24, hour + 2)).padStart(2, '0')}:00` }
}

interface PeriodFieldsProps {
  readonly name: string
  readonly day: string
  readonly place: number
  readonly period: Period
  readonly onChange: (period: Period) => void
  readonly onRemove: () => void
}

function PeriodFieldsOfDay({ name, day, place, period, onChange, onRemove }: PeriodFieldsProps) {
  const { t } = useSpeech()
  const params = { day, place: place + 1 }
  return (
    <div className={css['period']}>
      <div className={css['time']} data-label-hidden>
        <TimeField
          name={`${name}-from`}
          label={t(words.fromOf, params)}
          value={period.from}
          onChange={(from) => onChange({ ...period, from: from ?? '' })}
        />
      </div>
      <span aria-hidden="true">–</span>
      <div className={css['time']} data-label-hidden>
        <TimeField
          name={`${name}-to`}
          label={t(words.toOf, params)}
          value={period.to}
          onChange={(to) => onChange({ ...period, to: endOfDay(to) })}
        />
      </div>
      <IconButton size="sm" icon="close" label={t(words.removePeriod, params)} onClick={onRemove} />
    </div>
  )
}

/** A period that ends at midnight ends at 24:00. */
const endOfDay = (to: string | null): string => (to === '00:00' ? '24:00' : (to ?? ''))
