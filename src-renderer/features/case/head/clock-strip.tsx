import { useState } from 'react'
import type { CaseView, ClockView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { clockSentence } from '#shared/wording/clock-sentence.ts'
import type { ClockSentence } from '#shared/wording/clock-sentence.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { Tone } from '#renderer/ui/badge.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { DueExplanationDialog } from './due-explanation.tsx'
import css from './clock-strip.module.css'

/** Every clock of the case in one strip; each opens the reckoning of its date (UI-4, UI-5). */
export function ClockStrip({ view }: { readonly view: CaseView }) {
  const { t } = useSpeech()
  const [asked, setAsked] = useState<ClockView | null>(null)
  const first = view.clocks[0]
  const explained = view.clocks.filter(({ kind }) => kind === 'case' || kind === 'referral')
  useKeys(
    first === undefined
      ? []
      : [
          {
            id: 'why-due',
            code: 'KeyW',
            label: t(messages.whyDate),
            group: t(messages.keysCase),
            run: () => setAsked(first),
          },
        ],
  )
  return (
    <>
      <ul className={css['strip']} aria-label={t(messages.clocks)}>
        {view.clocks.map((clock) => (
          <Clock
            key={`${clock.kind}:${clock.referral ?? ''}`}
            clock={clock}
            day={view.state.registrationLag.day}
            onWhy={explained.includes(clock) ? () => setAsked(clock) : undefined}
          />
        ))}
      </ul>
      <DueExplanationDialog caseId={view.line.id} clock={asked} onClose={() => setAsked(null)} />
    </>
  )
}

interface ClockProps {
  readonly clock: ClockView
  /** Working minutes of the office's normal day. */
  readonly day: number
  readonly onWhy: (() => void) | undefined
}

function Clock({ clock, day, onWhy }: ClockProps) {
  const { t, say, date, dateTime, shortDate, time } = useSpeech()
  const { standing, tone, icon, text } = useClockWords(day)(clock)
  return (
    <li className={css['clock']} data-tone={tone} data-stopped={clock.stopped !== null || undefined}>
      <span className={css['label']}>
        {clock.kind === 'referral' ? t(messages.clockOf, { name: say(clock.label) }) : say(clock.label)}
      </span>
      {onWhy !== undefined && (
        <button type="button" className={css['why']} onClick={onWhy}>
          {t(messages.whyDate)}
        </button>
      )}
      <span className={css['due']}>
        {standing !== 'held' && (
          <span className={css['date']} title={dateTime(clock.due.at)}>
            <bdi>{date(clock.due.at)}</bdi> <bdi className={css['time']}>{time(clock.due.at)}</bdi>
          </span>
        )}
        <span className={css['left']}>
          <Icon name={icon} size={14} />
          {text}
        </span>
        {clock.extendedFrom !== null && (
          <span className={css['before']}>{t(messages.clockExtended, { date: shortDate(clock.extendedFrom) })}</span>
        )}
      </span>
    </li>
  )
}

interface ClockWords {
  readonly standing: ClockSentence['standing']
  readonly tone: Tone
  readonly icon: IconName
  readonly text: string
}

/** Left, late, paused or stopped, in working time. */
function useClockWords(day: number): (clock: ClockView) => ClockWords {
  const speech = useSpeech()
  const now = useNow()
  return (clock) => {
    const { standing, text } = clockSentence(clock, {
      speech,
      onDay: speech.shortDate,
      now,
      zone: speech.settings.zone,
      day,
    })
    const isSoon = clock.minutesLeft <= 2 * day
    return { standing, ...looks[standing], ...(standing === 'running' && isSoon ? { tone: 'warn' } : {}), text }
  }
}

const looks: Readonly<Record<ClockSentence['standing'], Omit<ClockWords, 'text' | 'standing'>>> = {
  'stopped-late': { tone: 'bad', icon: 'alert' },
  'stopped-in-time': { tone: 'good', icon: 'check' },
  late: { tone: 'bad', icon: 'alert' },
  held: { tone: 'warn', icon: 'pause' },
  paused: { tone: 'warn', icon: 'pause' },
  'last-day': { tone: 'warn', icon: 'clock' },
  running: { tone: 'neutral', icon: 'clock' },
}
