import { useState } from 'react'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import { weekdayInitials, weekdayNames } from '#shared/i18n/month-names.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import type { YearDay, YearMonth } from './year-days.ts'
import { yearMonths } from './year-days.ts'
import css from './year-view.module.css'

const kinds = {
  work: words.kindWork,
  special: words.kindSpecial,
  off: words.kindOff,
  holiday: words.kindHoliday,
} as const

/** A year of the calendar at a glance; each kind of day has a sign of its own beside its colour. */
export function YearView({ calendar }: { readonly calendar: WorkCalendar }) {
  const { t, number } = useSpeech()
  const now = useNow()
  const [year, setYear] = useState(Number(now.slice(0, 4)))
  const months = yearMonths(calendar, year)
  const work = months.reduce(
    (sum, month) => sum + month.days.filter((day) => day.kind === 'work' || day.kind === 'special').length,
    0,
  )
  const title = t(words.year, { year: String(year).replace(/\d/g, (digit) => number(Number(digit))) })
  const turn = (
    <>
      <Button size="xs" onClick={() => setYear(year - 1)}>
        {t(words.yearBefore)}
      </Button>
      <Button size="xs" onClick={() => setYear(year + 1)}>
        {t(words.yearAfter)}
      </Button>
    </>
  )
  return (
    <Panel title={`${title} · ${t(words.workDays, { count: work })}`} actions={turn}>
      <ul className={css['legend']} aria-label={t(words.legend)}>
        {Object.entries(kinds).map(([kind, label]) => (
          <li key={kind}>
            <span className={css['sample']} data-kind={kind} aria-hidden="true">
              1
            </span>
            {t(label)}
          </li>
        ))}
      </ul>
      <div className={css['year']}>
        {months.map((month) => (
          <Month key={month.month} year={year} month={month} />
        ))}
      </div>
    </Panel>
  )
}

function Month({ year, month }: { readonly year: number; readonly month: YearMonth }) {
  const speech = useSpeech()
  const title = speech.month(year, month.month)
  const cells: readonly (YearDay | null)[] = [...Array.from({ length: month.startsOn }, () => null), ...month.days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  return (
    <table className={css['month']}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {weekdayNames[speech.language].map((name, place) => (
            <th key={name} scope="col" abbr={name}>
              <span aria-hidden="true">{weekdayInitials[speech.language][place]}</span>
              <span className="visually-hidden">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, place) => (
          <tr key={place}>
            {week.map((day, at) => (day === null ? <td key={at} aria-hidden="true" /> : <Day key={at} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day }: { readonly day: YearDay }) {
  const { t, say, number } = useSpeech()
  const what = [t(kinds[day.kind]), ...(day.name === null ? [] : [say(day.name)])].join(': ')
  return (
    <td data-kind={day.kind} title={day.kind === 'work' ? undefined : what}>
      {number(Number(day.date.slice(8, 10)))}
      {day.kind !== 'work' && <span className="visually-hidden"> {what}</span>}
    </td>
  )
}
