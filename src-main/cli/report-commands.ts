import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Option } from 'commander'
import type { Command } from 'commander'
import { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { EditionView, JobView, ReportFile } from '#shared/contract/desktop/reports.ts'
import type { Caller } from './door.ts'
import type { WithCaller } from './main.ts'
import { Refused, print, refusal } from './output.ts'

interface ReportOptions {
  readonly year: string
  readonly quarter?: string
  readonly circulation?: boolean
  readonly asOf?: string
  readonly out: string
  readonly language: string
  readonly override?: string
  readonly issue?: boolean
  readonly reason?: string
  readonly edition?: string
}

const pollEvery = 40

/** A line that draws itself anew belongs on a terminal, not in a log. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(text)
}

async function finished<T>(caller: Caller, job: string): Promise<T> {
  for (;;) {
    const view = await caller.call<JobView<T>>('reports.job', { job })
    if (view.kind === 'done') return view.result
    if (view.kind === 'failed') throw new Refused(view)
    if (view.kind === 'cancelled') throw new Error('cancelled')
    showProgress(`\r${view.step} ${view.done}/${view.total}   `)
    await wait(pollEvery)
  }
}

/** What was typed is told before anything is made, in words of the command line. */
function periodOf(kind: string, { year, quarter }: ReportOptions) {
  const parsed = ReportRequest.pick({ kind: true, year: true, quarter: true }).safeParse({
    kind,
    year: Number(year),
    quarter: Number(quarter),
  })
  if (parsed.success) return parsed.data
  const isOfKind = parsed.error.issues.some(({ path }) => path[0] === 'kind')
  throw refusal(isOfKind ? 'report-kind-unknown' : 'report-period-wrong', { kind })
}

interface Asked {
  readonly period: ReturnType<typeof periodOf>
  readonly options: ReportOptions
  readonly outDir: string
}

/** Made anew, or as they were issued. */
const filesOf = (caller: Caller, asked: Asked): Promise<readonly ReportFile[]> =>
  asked.options.edition === undefined ? made(caller, asked) : issued(caller, asked)

async function made(caller: Caller, { period, options, outDir }: Asked): Promise<readonly ReportFile[]> {
  const { job } = await caller.call<{ job: string }>('reports.start', {
    ...period,
    language: options.language,
    audience: options.circulation === true ? 'circulation' : 'official',
    outDir,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.override === undefined ? {} : { overrideNote: options.override }),
    ...(options.issue === true ? { issue: { reason: options.reason ?? '' } } : {}),
  })
  const { files } = await finished<{ files: readonly ReportFile[] }>(caller, job)
  showProgress('\n')
  return files
}

async function issued(caller: Caller, { period, options, outDir }: Asked): Promise<readonly ReportFile[]> {
  const editions = await caller.call<readonly EditionView[]>('reports.editions', {})
  const edition = Number(options.edition)
  const found = editions.find(
    (each) => each.year === period.year && each.quarter === period.quarter && each.edition === edition,
  )
  if (found === undefined) throw refusal('report-edition-unknown', { edition: String(options.edition) })
  const { files } = await caller.call<{ files: readonly ReportFile[] }>('reports.editionFiles', {
    id: found.id,
    outDir,
  })
  return files
}

/** `report KIND --year Y [--quarter Q] [--as-of TIME] [--circulation] [--issue [--reason TEXT]] [--edition N] --out DIR`: Word, workbook and figures.json; prints the files. */
export function addReport(program: Command, withGlobals: (command: Command) => Command, withCaller: WithCaller): void {
  withGlobals(program.command('report'))
    .argument('<kind>', 'quarterly')
    .requiredOption('--year <year>')
    .option('--quarter <quarter>')
    .option('--as-of <time>', 'ISO 8601 with offset')
    .addOption(new Option('--language <language>').choices(['ar', 'en']).default('ar'))
    .option('--override <note>', 'export although the flow does not reconcile')
    .option('--circulation', 'for circulation: without the list of cases')
    .option('--issue', 'issue it: both languages, kept as they are, the next edition of its period')
    .option('--reason <text>', 'why there is another edition')
    .option('--edition <number>', 'the files of an edition that was issued, byte for byte')
    .requiredOption('--out <dir>')
    .action((kind: string, options: ReportOptions, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const period = periodOf(kind, options)
        const outDir = resolve(options.out)
        mkdirSync(outDir, { recursive: true })
        const files = await filesOf(caller, { period, options, outDir })
        const paths = files.map((file) => join(outDir, file.name))
        print(globals.json ? { files: paths } : paths.join('\n'), globals.json)
      }),
    )
}
