import type { Card } from '#shared/contract/desktop/reports.ts'
import { dashboardMessages as words } from '#shared/i18n/dashboard.ts'
import { core } from '#renderer/client/core.ts'
import { failureOf } from '#renderer/client/errors.ts'
import { openFigureCases } from '#renderer/parts/figure-cases.ts'
import type { Speech } from '#renderer/parts/speech.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { Trend } from '#renderer/ui/trend.tsx'
import { formatValue, readFigure } from './figure-reading.ts'
import css from './dashboard.module.css'

interface FigureCardProps {
  readonly card: Card
  readonly dayMinutes: number
  /** What it was counted for. */
  readonly of: CountedFor
}

interface CountedFor {
  readonly departments: string[]
  readonly office?: string
}

/** One indicator: its number, what it is counted from, what it means, and how it went (K-06, K-07). */
export function FigureCard({ card, dayMinutes, of }: FigureCardProps) {
  const speech = useSpeech()
  const { t, say } = speech
  const name = card.code === 'K7a.overdue' ? t(words.cardOverdue) : say(card.name)
  const { value, base, small } = readFigure(speech, card.figure, dayMinutes)
  return (
    <section className={css['card']} aria-label={name}>
      <h2 className={css['name']}>{name}</h2>
      <div className={css['value-line']}>
        <FigureValue card={card} name={name} value={value} />
        {card.figure.provisional && (
          <span title={t(words.provisionalText)}>
            <Badge tone="warn">{t(words.provisional)}</Badge>
          </span>
        )}
      </div>
      <p className={css['base']} data-small={small || undefined}>
        {card.beside === null ? <Isolated>{base}</Isolated> : <Beside beside={card.beside} />}
        {small && <span className={css['small-note']}>{t(words.small)}</span>}
      </p>
      <Disclosure label={t(words.what)}>
        <p className={css['definition']}>{say(card.definition)}</p>
      </Disclosure>
      <div className={css['trend']}>
        <p className={css['trend-title']}>{t(words.trendShort)}</p>
        <Trend
          label={t(words.trend, { name })}
          points={card.trend.map((point, place) => {
            const month = monthLabel(speech, point.label)
            const runs = place === card.trend.length - 1
            const label = runs ? t(words.monthSoFar, { month }) : month
            return {
              label,
              value: point.value,
              ...(point.cases > 0 && {
                open: () => void openMonth({ ...of, code: card.code, month: point.label }, `${name} – ${label}`, say),
                opens: t(words.openCases, { name: `${name} – ${label}` }),
              }),
            }
          })}
          format={formatValue(speech, card.figure.unit, dayMinutes)}
        />
      </div>
    </section>
  )
}

/** Asks the core for the cases behind a month and opens their list. */
async function openMonth(
  asked: CountedFor & { readonly code: string; readonly month: string },
  title: string,
  say: Speech['say'],
): Promise<void> {
  try {
    const ids = await core.reports.casesOfMonth(asked)
    openFigureCases({ title, ids })
  } catch (error) {
    showToast({ tone: 'bad', text: say(failureOf(error)) })
  }
}

/** What the figure is a part of, which opens too. */
function Beside({ beside }: { readonly beside: NonNullable<Card['beside']> }) {
  const { t, say } = useSpeech()
  const name = say(beside.name)
  const text = t(words.besideOf, { count: beside.figure.value ?? 0 })
  if (beside.cases.length === 0) return <span>{text}</span>
  return (
    <button
      type="button"
      className={css['beside']}
      aria-label={`${text} – ${t(words.openCases, { name })}`}
      onClick={() => openFigureCases({ title: name, ids: beside.cases })}
    >
      {text}
    </button>
  )
}

interface FigureValueProps {
  readonly card: Card
  readonly name: string
  readonly value: string
}

/** The number opens its cases (UI rule 9); one without cases is plain text. */
function FigureValue({ card, name, value }: FigureValueProps) {
  const { t } = useSpeech()
  if (card.cases.length === 0) return <span className={css['value']}>{value}</span>
  return (
    <button
      type="button"
      className={css['value']}
      aria-label={`${value} – ${t(words.openCases, { name })}`}
      onClick={() => openFigureCases({ title: name, ids: card.cases })}
    >
      <Isolated>{value}</Isolated>
    </button>
  )
}

/** In: `2026-02` as months are named by the core; anything else stays as it is. */
function monthLabel(speech: Speech, label: string): string {
  return /^\d{4}-\d{2}$/.test(label) ? speech.month(Number(label.slice(0, 4)), Number(label.slice(5, 7))) : label
}
