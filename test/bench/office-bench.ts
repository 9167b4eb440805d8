import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printFigure, printMeasure } from './measure.ts'
import { makeBench, openBench, upToDate } from './office.ts'
import {
  measureCounts,
  measureFiltered,
  measureDashboard,
  measureLists,
  measureOpening,
  measureReport,
  measureSearch,
  queries,
  sampleLines,
  samplePhones,
} from './reading.ts'
import { measureRegistration, measureUnderLoad } from './registration.ts'
import { openServed, startCore } from './start.ts'
import { build, openBrowser, startWindow } from './window.ts'
import { coreEntry } from '#test/support/core-entry.ts'

/*
 * `npm run bench`: what the issue promises at 1,000, 10,000 and 100,000 cases, with targets. `-- --cases 1000,10000` (or
 * INSAF_BENCH_CASES) chooses the sizes; `--keep DIR` keeps the offices there and takes them again.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string' }, keep: { type: 'string' } },
})
const sizes = (values.cases ?? process.env['INSAF_BENCH_CASES'] ?? '1000,10000,100000').split(',').map(Number)
const place = values.keep ?? mkdtempSync(join(tmpdir(), 'insaf-bench-'))

/** The quarter before the present one: whole. */
function lastQuarter(): { year: number; quarter: number } {
  const now = new Date()
  const quarter = Math.floor(now.getMonth() / 3)
  return quarter === 0 ? { year: now.getFullYear() - 1, quarter: 4 } : { year: now.getFullYear(), quarter }
}

async function prepared(cases: number): Promise<string> {
  const folder = join(place, String(cases))
  if (existsSync(join(folder, 'keys.json'))) {
    await upToDate(folder)
    return folder
  }
  mkdirSync(folder, { recursive: true })
  const seconds = await makeBench(folder, cases)
  printFigure('practice data and index', `${seconds.toFixed(1)} s, ${(cases / seconds).toFixed(0)} cases/s`)
  return folder
}

const builtOrNot = coreEntry.endsWith('.ts') ? 'from source' : 'built'

async function benchStart(folder: string): Promise<void> {
  const starts = [await startCore(folder), await startCore(folder), await startCore(folder)]
  printMeasure({
    name: 'start of the core to usable',
    times: starts.map(({ ms }) => ms),
    target: { of: 'median', ms: 2000 },
    note: builtOrNot,
  })
  printFigure(
    'memory of the core after its start',
    `${Math.max(...starts.map(({ megabytes }) => megabytes)).toFixed(0)} MB`,
  )
}

/** Start to usable: to the form that takes a name. Beside it, because a person types between: from the press of “Sign in” to a queue with its rows. */
async function benchWindow(folder: string): Promise<void> {
  const target = { of: 'median', ms: 2000 } as const
  const browser = await openBrowser()
  if (browser === null)
    return printMeasure({ name: 'start to a usable window', times: [], note: 'no Chromium on this machine' })
  build()
  const starts = [
    await startWindow(browser, folder),
    await startWindow(browser, folder),
    await startWindow(browser, folder),
  ]
  await browser.close()
  const part = (name: string, times: readonly number[]): void => printMeasure({ name, times })
  part(
    '  start of the program to its address',
    starts.map(({ served }) => served),
  )
  part(
    '  … to the first paint',
    starts.map(({ painted }) => painted),
  )
  const usable = starts.map(({ form }) => form)
  printMeasure({ name: 'start to a usable window: its form takes a name', times: usable, target, note: 'built' })
  part(
    '  “Sign in” to the queue of all open cases',
    starts.map(({ queue }) => queue),
  )
  part(
    '  both together',
    starts.map(({ form, queue }) => form + queue),
  )
}

async function benchWriting(office: Awaited<ReturnType<typeof openBench>>): Promise<void> {
  const { cold, times, tables, floor, ratio } = await measureRegistration(office)
  printMeasure({ name: 'registration, the first of a process', times: cold, target: { of: 'p95', ms: 10 } })
  printMeasure({ name: 'registration (durable)', times, target: { of: 'p95', ms: 10 } })
  printMeasure({ name: '  its tables, right after the answer', times: tables })
  printMeasure({ name: '  its floor: same bytes and rows, encrypted', times: floor })
  printFigure('  registration / floor, median of 5', ratio.toFixed(2), ratio <= 3 ? '≤ 3 pass' : '≤ 3 MISS')
  printMeasure({
    name: 'registration while report and backup run',
    times: await measureUnderLoad(office, lastQuarter()),
    target: { of: 'p95', ms: 30 },
  })
}

async function benchReading(office: Awaited<ReturnType<typeof openBench>>): Promise<void> {
  const lines = await sampleLines(office)
  const texts = queries(lines, await samplePhones(office, lines))
  const quick = { of: 'p95', ms: 50 } as const
  printMeasure({ name: 'search', times: await measureSearch(office, texts), target: quick })
  printMeasure({ name: 'search with conditions', times: await measureFiltered(office), target: quick })
  printMeasure({ name: 'list of a queue', times: await measureLists(office), target: quick })
  printMeasure({ name: 'counts of all queues', times: await measureCounts(office) })
  printMeasure({ name: 'opening a case', times: await measureOpening(office, lines), target: quick })
}

/** In a core as the program runs it, once it is at rest: nobody asks for a report while the day's copy is made at the start. */
async function benchReports(folder: string): Promise<void> {
  const office = await openServed(folder)
  await office.atRest()
  printMeasure({ name: 'dashboard', times: await measureDashboard(office) })
  printMeasure({
    name: 'quarterly report (Word, workbook, figures)',
    times: await measureReport(office, lastQuarter()),
    target: { of: 'median', ms: 5000 },
    note: builtOrNot,
  })
  await office.close()
}

console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? ''}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)
for (const cases of sizes) {
  console.log(`${cases.toLocaleString('en')} cases`)
  const folder = await prepared(cases)
  await benchStart(folder)
  await benchWindow(folder)
  await benchReports(folder)
  const office = await openBench(folder)
  await benchReading(office)
  await benchWriting(office)
  printFigure('memory of this process (core and bench)', `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
  await office.close()
  printFigure('on disk: log', `${(statSync(join(folder, 'insaf.db')).size / 1e6).toFixed(0)} MB`)
}
if (values.keep === undefined) rmSync(place, { recursive: true, force: true })
process.exit(0)
