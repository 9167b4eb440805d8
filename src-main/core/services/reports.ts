import type { Card, FigureView, OfficeRow } from '#shared/contract/desktop/reports.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { groupBy } from '#shared/domain/indicators/figure.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { runTask } from '#core/workers/run-task.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import type { FigureInput } from '#core/reports/report-input.ts'
import type { CountedBoard } from '#core/reports/report-tasks.ts'
import { officeData, unitLabel } from './reference-data.ts'
import { figureInput, reportedOffices } from './report-input.ts'
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

/** The board as it was counted last, by the place of the log that it counted. */
const counted = new WeakMap<Office['store'], { readonly key: string; readonly board: Promise<CountedBoard> }>()

interface BoardAsked {
  readonly departments: readonly string[]
  /** One of the offices that this machine's stands over (N-05). */
  readonly office?: string | undefined
}

/**
 * The four cards as they stand now (K-06), of all offices here or of one, which then goes by its own rules; of all of them with
 * a row for each (N-05). A department is told nothing of the office's figures.
 */
export async function dashboard(office: Office, caller: Caller, asked: BoardAsked) {
  const input = inputNow(office, caller, asked)
  if (!input.ok) return input
  const { asOf, strict, movedAway, only } = input.value
  const nothing = { asOf, cards: [], offices: [], byOffice: [], strict, movedAway: 0 }
  if (isDepartmentOnly(office, caller)) return ok(nothing)
  const offices = reportedOffices(office.reference).map(({ id, name }) => ({ id, name }))
  const own = office.reference.settings.office
  // Whoever stands over the offices is none of them: a row of its own is there for the cases that it has itself.
  const over = only === null ? offices.flatMap(({ id }) => (id === own ? [] : [id])) : []
  const { cards, byOffice } = await countedBoard(office, { input: input.value, departments: asked.departments, over })
  const opens = caller.rights.has('report')
  const sight = opens ? seenBy(office, caller) : () => []
  return ok({
    ...nothing,
    movedAway,
    cards: cards.map(cardView).map(withCases(sight, opens)),
    offices: offices.length > 1 ? offices : [],
    byOffice: officeRows(office, byOffice, sight),
  })
}

function inputNow(office: Office, { user: { language } }: Caller, { office: only }: BoardAsked): Result<FigureInput> {
  const asOf = office.ports.clock.now()
  if (only === undefined) return ok(figureInput(office, { asOf, language, only: null }))
  const { reference } = office
  if (!reportedOffices(reference).some(({ id }) => id === only)) return refuse('not-found', { what: only })
  const its = { ...office, reference: { ...reference, ...officeData(reference, only) } }
  return ok(figureInput(its, { asOf, language, only }))
}

interface MonthAsked extends BoardAsked {
  readonly code: string
  readonly month: string
}

/** Cases behind one month of a card's trend, by the very function that counted it (B-01, K-06). */
export async function casesOfMonth(office: Office, caller: Caller, { code, month, ...asked }: MonthAsked) {
  if (isDepartmentOnly(office, caller) || !caller.rights.has('report')) return ok([])
  const input = inputNow(office, caller, asked)
  if (!input.ok) return input
  const departments = asked.departments.toSorted()
  const cases = await runTask(office.store, 'casesOfMonth', { input: { input: input.value, departments, code, month } })
  return ok(seenBy(office, caller)(cases))
}

interface Board {
  readonly input: FigureInput
  readonly departments: readonly string[]
  readonly over: readonly string[]
}

/** Counted by a worker from the events; once for the same events and minute. */
function countedBoard(office: Office, { input, over, ...asked }: Board): Promise<CountedBoard> {
  const departments = asked.departments.toSorted()
  const key = [lastSeq(office.store.db), input.asOf.slice(0, 16), input.only, ...departments].join(' ')
  const before = counted.get(office.store)
  if (before?.key === key) return before.board
  const board = runTask(office.store, 'countDashboard', { input: { input, departments, over } })
  counted.set(office.store, { key, board })
  return board
}

/** One row for each office, the fullest first, its figures in the order in which the report's table has them. */
function officeRows({ reference }: Office, figures: readonly Figure[], sight: Sight): readonly OfficeRow[] {
  const rows = groupBy(figures, ({ by }) => by?.['office'] ?? '')
  const received = ([first]: readonly Figure[]): number => first?.value ?? 0
  const inOrder = rows.toSorted(([, left], [, right]) => received(right) - received(left))
  return inOrder.map(([id, own]) => ({
    office: { id, name: unitLabel(reference, id) },
    figures: own.map((figure) => ({
      figure: figureView(figure),
      name: must(figureCatalogue[figure.code], 'a figure stands in the catalogue').name,
      cases: sight(figure.cases),
    })),
  }))
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
