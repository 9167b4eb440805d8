import type { Card, FigureView } from '#shared/contract/desktop/reports.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { runTask } from '#core/workers/run-task.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import type { FigureInput } from '#core/reports/report-input.ts'
import { figureInput } from './report-input.ts'
import { allowedInput } from './make-report.ts'
import type { Request } from './make-report.ts'
import { withSight } from './report-sight.ts'
import { hiddenCases } from './visibility.ts'

export const figureView = ({ code, by, value, unit, numerator, denominator, provisional }: Figure): FigureView => ({
  code,
  ...(by === undefined ? {} : { by: by as Record<string, string> }),
  value,
  unit,
  numerator,
  denominator,
  provisional,
})

/** The cards as they were counted last, by the place of the log they counted. */
const counted = new WeakMap<Office['store'], { readonly key: string; readonly cards: Promise<readonly Card[]> }>()

/** The four cards as they stand now (K-06). A department is told nothing of the office's figures (N-05). */
export async function dashboard(office: Office, caller: Caller, { departments }: { departments: readonly string[] }) {
  const input = inputNow(office, caller)
  const cards = isDepartmentOnly(office, caller) ? [] : await countedCards(office, input, departments.toSorted())
  const opens = caller.rights.has('report')
  const sight = opens ? seenBy(office, caller) : () => []
  return ok({ asOf: input.asOf, cards: cards.map(withCases(sight, opens)) })
}

const inputNow = (office: Office, { user: { language } }: Caller): FigureInput =>
  figureInput(office, { asOf: office.ports.clock.now(), language, only: null })

interface MonthAsked {
  readonly departments: readonly string[]
  readonly code: string
  readonly month: string
}

/** Cases behind one month of a card's trend, by the very function that counted it (B-01, K-06). */
export async function casesOfMonth(office: Office, caller: Caller, { departments, code, month }: MonthAsked) {
  if (isDepartmentOnly(office, caller) || !caller.rights.has('report')) return ok([])
  const asked = { input: inputNow(office, caller), departments: departments.toSorted(), code, month }
  return ok(seenBy(office, caller)(await runTask(office.store, 'casesOfMonth', { input: asked })))
}

/** Counted by a worker from the events; once for the same events and minute. */
function countedCards(office: Office, input: FigureInput, departments: readonly string[]): Promise<readonly Card[]> {
  const key = [lastSeq(office.store.db), input.asOf.slice(0, 16), ...departments].join(' ')
  const before = counted.get(office.store)
  if (before?.key === key) return before.cards
  const cards = runTask(office.store, 'countDashboard', { input: { input, departments } }).then((made) =>
    made.map(cardView),
  )
  counted.set(office.store, { key, cards })
  return cards
}

type Sight = (cases: readonly string[]) => readonly string[]

/** Of the cases behind a figure those the caller may open; the figure itself counts all. */
function seenBy(office: Office, caller: Caller): Sight {
  const hidden = hiddenCases(office, caller)
  return (cases) => (hidden.size === 0 ? cases : cases.filter((id) => !hidden.has(id)))
}

const withCases =
  (sight: Sight, opensMonths: boolean) =>
  (card: Card): Card => ({
    ...card,
    cases: sight(card.cases),
    trend: card.trend.map((point) => ({ ...point, cases: opensMonths ? point.cases : 0 })),
    beside: card.beside === null ? null : { ...card.beside, cases: sight(card.beside.cases) },
  })

type CountedCard = Pick<Card, 'code' | 'name' | 'definition' | 'trend'> & {
  readonly figure: Figure
  readonly beside: Figure | null
}

const cardView = ({ code, name, definition, figure, beside, trend }: CountedCard): Card => ({
  code,
  name,
  definition,
  figure: figureView(figure),
  cases: figure.cases,
  beside:
    beside === null
      ? null
      : {
          figure: figureView(beside),
          name: must(figureCatalogue[beside.code], 'a figure stands in the catalogue').name,
          cases: beside.cases,
        },
  trend,
})

export async function previewReport(office: Office, caller: Caller, request: Request) {
  const input = allowedInput(office, caller, request)
  if (!input.ok) return input
  const preview = await runTask(office.store, 'previewReport', { input: input.value })
  return ok({ ...preview, model: withSight(preview.model, seenBy(office, caller)) })
}

interface FigureAsked extends Request {
  readonly code: string
  readonly by?: Record<string, string> | undefined
  readonly also?: readonly Record<string, string>[] | undefined
  readonly part?: 'counted' | undefined
}

/** Cases behind one figure of a report, by the very function that counted it (B-01). */
export async function casesOfFigure(
  office: Office,
  caller: Caller,
  request: FigureAsked,
): Promise<Result<readonly string[]>> {
  const input = allowedInput(office, caller, request)
  if (!input.ok) return input
  const { code, by, also, part } = request
  const cases = await runTask(office.store, 'casesOfFigure', {
    input: {
      input: input.value,
      code,
      ...(by === undefined ? {} : { by }),
      ...(also === undefined ? {} : { also }),
      ...(part === undefined ? {} : { part }),
    },
  })
  return ok(seenBy(office, caller)(cases))
}
