import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  Card,
  FigureView,
  ReportFile,
  ReportRequest as ReportRequestSchema,
} from '#shared/contract/desktop/reports.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { reportSteps } from '#core/reports/report-steps.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { TaskEnded, runTask } from '#core/workers/run-task.ts'
import { recordRead } from './audit.ts'
import { isDepartmentOnly, needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { bytesAs } from './file-tickets.ts'
import type { JobControl } from './jobs.ts'
import type { Office } from './office.ts'
import { countQueues } from './queue.ts'
import type { ReportInput } from '#core/reports/report-input.ts'
import { reportInput } from './report-input.ts'
import { hiddenCases } from './visibility.ts'
import type { z } from 'zod'

type Request = z.output<typeof ReportRequestSchema>

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const

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

/** The four cards as they stand now (K-06), and the queues. A department is told nothing of the office's figures (N-05). */
export async function dashboard(office: Office, caller: Caller, { departments }: { departments: readonly string[] }) {
  const input = reportInput(office, { kind: 'quarterly', year: 2000, quarter: 1, language: caller.user.language })
  if (!input.ok) return input
  const cards = isDepartmentOnly(office, caller) ? [] : await countedCards(office, input.value, departments.toSorted())
  const sight = caller.rights.has('report') ? seenBy(office, caller) : () => []
  return ok({ asOf: input.value.asOf, cards: cards.map(withCases(sight)), queues: countQueues(office, caller) })
}

/** Counted by a worker from the events; once for the same events and minute. */
function countedCards(office: Office, input: ReportInput, departments: readonly string[]): Promise<readonly Card[]> {
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
  (sight: Sight) =>
  (card: Card): Card => ({
    ...card,
    cases: sight(card.cases),
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
  return input.ok ? ok(await runTask(office.store, 'previewReport', { input: input.value })) : input
}

interface FigureAsked extends Request {
  readonly code: string
  readonly by?: Record<string, string> | undefined
}

/** Cases behind one figure of a report, by the very function that counted it (B-01). */
export async function casesOfFigure(
  office: Office,
  caller: Caller,
  request: FigureAsked,
): Promise<Result<readonly string[]>> {
  const input = allowedInput(office, caller, request)
  if (!input.ok) return input
  const { code, by } = request
  const cases = await runTask(office.store, 'casesOfFigure', {
    input: { input: input.value, code, ...(by === undefined ? {} : { by }) },
  })
  return ok(seenBy(office, caller)(cases))
}

function allowedInput(office: Office, caller: Caller, request: Request) {
  const allowed = needs(caller, 'report')
  if (!allowed.ok) return allowed
  // The report is the office's, on all departments; `report` in a department's group is for its own extract.
  return isDepartmentOnly(office, caller) ? refuse('not-allowed', { right: 'report' }) : reportInput(office, request)
}

/** Makes Word file, workbook and figures as a job; the files are served by ticket and, for the command line, written. */
export function startReport(
  office: Office,
  caller: Caller,
  request: Request & { readonly outDir?: string | undefined },
): Result<{ job: string }> {
  const { overrideNote } = request
  const signed =
    overrideNote === undefined
      ? request
      : { ...request, overrideNote: `${overrideNote} – ${caller.user.name[request.language]}` }
  const input = allowedInput(office, caller, signed)
  if (!input.ok) return input
  recordRead(office, caller, { kind: 'exported', of: `report ${request.year}-${request.quarter}` })
  const work = async (control: JobControl): Promise<Result<{ files: readonly ReportFile[] }>> => {
    const onProgress = (done: number, total: number): void =>
      control.onProgress(reportSteps[done] ?? 'done', done, total)
    const made = await runTask(office.store, 'makeReport', {
      input: input.value,
      signal: control.signal,
      onProgress,
    }).catch(refuseCancelled)
    if (!made.ok) return made
    if (request.outDir !== undefined) for (const file of made.value) await writeWhole(request.outDir, file)
    return ok({ files: made.value.map((file) => servedReport(office, caller, file)) })
  }
  return ok({ job: office.jobs.start(caller.id, work) })
}

function refuseCancelled(error: unknown): Result<never> {
  if (error instanceof TaskEnded && error.reason === 'cancelled') return refuse('cancelled')
  throw error
}

interface MadeFile {
  readonly name: string
  readonly format: keyof typeof mediaTypes
  readonly bytes: Uint8Array
}

function servedReport(office: Office, caller: Caller, { name, format, bytes }: MadeFile): ReportFile {
  const file = bytesAs({ name, mediaType: mediaTypes[format], inline: false }, bytes)
  return { name, format, size: bytes.length, url: office.tickets.issue(caller, () => Promise.resolve(file)) }
}

/** Whole or not at all: written beside, synced, put in place. */
async function writeWhole(folder: string, { name, bytes }: MadeFile): Promise<void> {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `${name}.partial`)
  const handle = await open(partial, 'w')
  try {
    await handle.writeFile(bytes)
    // The core makes files for its own eyes; a report is for the office's.
    await handle.chmod(0o644)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, join(folder, name))
}
