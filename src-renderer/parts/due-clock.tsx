import type { Instant } from '#shared/domain/clock/instant.ts'
import { workingDaysBetween, workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { bentWorkingTime, wholeUnits } from '#shared/i18n/durations.ts'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import type { Tone } from '#renderer/ui/badge.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayOf } from './day-of.ts'
import type { clockOf } from './public-status.ts'
import { useNow } from './use-now.ts'
import { useOfficeCalendar } from './use-office-calendar.ts'
import type { Speech } from './speech.tsx'
import { useSpeech } from './speech.tsx'
import css from './due-clock.module.css'

export interface DueClockProps {
  readonly due: Instant | null
  /** As the core judged it; a finished case is not late. */
  readonly overdue: boolean
  /** Stopped: only the date is shown. Paused: that it stands still; held: that alone, for the date moves with every day. */
  readonly clock?: ReturnType<typeof clockOf>
  /** Date and distance on one line. */
  readonly inline?: boolean
}

/** A due date and how far it is, in words and icon; colour only repeats it. */
export function DueClock({ due, overdue, clock = 'running', inline = false }: DueClockProps) {
  const speech = useSpeech()
  const distance = useDueWords()
  if (due === null) return <span className={css['none']}>{speech.t(messages.dueNone)}</span>
  if (clock === 'held') return <span className={css['none']}>{speech.t(messages.dueStopped)}</span>
  const { text, tone } = clock === 'paused' ? paused(speech) : distance(due, overdue)
  return (
    <span className={css['clock']} data-inline={inline || undefined} title={speech.dateTime(due)}>
      <bdi className={css['date']}>{speech.shortDate(due)}</bdi>
      {clock !== 'stopped' && (
        <span className={css['left']} data-tone={tone}>
          {(tone === 'bad' || tone === 'warn') && <Icon name={tone === 'bad' ? 'alert' : 'clock'} size={13} />}
          {text}
        </span>
      )}
    </span>
  )
}

const paused = ({ t }: Speech): { readonly text: string; readonly tone: Tone } => ({
  text: t(messages.dueStopped),
  tone: 'neutral',
})

/** Out: how far a due date is, in working time of the office as its clock counts it (W2, W10), and its tone. */
export function useDueWords(): (due: Instant, overdue: boolean) => { readonly text: string; readonly tone: Tone } {
  const { t, time, settings, workingTime } = useSpeech()
  const now = useNow()
  const calendar = useOfficeCalendar()
  return (due, overdue) => {
    const days = dayOf(due, settings.zone) - dayOf(now, settings.zone)
    if (overdue) {
      const late = calendar === null ? 0 : workingMinutesBetween(calendar.compiled, due, now)
      const amount = calendar === null ? '' : workingTime(wholeUnits(late, calendar.day), calendar.day)
      return {
        tone: 'bad',
        text: late === 0 ? t(messages.lateJust) : t(messages.lateBy, { amount: bentWorkingTime(amount) }),
      }
    }
    // Past its date and yet not late: the clock stands still.
    if (days < 0) return { tone: 'neutral', text: t(messages.dueStopped) }
    if (days === 0) return { tone: 'warn', text: t(messages.dueToday, { time: time(due) }) }
    if (days === 1) return { tone: 'warn', text: t(messages.dueTomorrow, { time: time(due) }) }
    if (calendar === null) return { tone: 'neutral', text: '' }
    const left = workingDaysBetween(calendar.compiled, now, due)
    return { tone: left <= 2 ? 'warn' : 'neutral', text: t(messages.dueIn, { count: left }) }
  }
}
