import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportReport } from '#shared/contract/desktop/system.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { eventWord } from '#core/reports/event-word.ts'
import { needs } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { indexAll } from '../index-all.ts'
import { toldWork } from '../long-work.ts'
import type { Office } from '../office.ts'
import { createHistoryWriter } from './history-writer.ts'
import { readHistoryRow } from './history-row.ts'
import type { HistoryRow, PersonRow } from './history-row.ts'

/*
 * Past cases with their real times, a line an event. Written in slices, each on disk before the next begins, so that a run
 * that was cut off goes on where it stopped: rows that are there already are counted and passed over. A line that cannot be
 * taken is named with its number and reason; nothing of it is written, and the others go on.
 */
const sliceRows = 200
const keptProblems = 1000

interface NumberedRow {
  readonly line: number
  readonly row: HistoryRow | PersonRow
}

export async function importHistory(office: Office, caller: Caller, path: string): Promise<Result<ImportReport>> {
  const allowed = needs(caller, 'manage_store', 'final_closure')
  if (!allowed.ok) return allowed
  if (!existsSync(path)) return refuse('not-found', { what: basename(path) })
  return toldWork(office, 'import', (tell) => importFile(office, caller, { path, tell }))
}

interface FileAsked {
  readonly path: string
  /** Bytes of the file that were read, of how many. */
  readonly tell: (done: number, total: number) => void
}

async function importFile(office: Office, caller: Caller, { path, tell }: FileAsked): Promise<Result<ImportReport>> {
  const { size } = statSync(path)
  const input = createReadStream(path)
  const writer = createHistoryWriter(office, caller)
  const rejected: ImportReport['rejected'][number][] = []
  const reject = (line: number, refusal: Refusal): void => {
    if (rejected.length < keptProblems) rejected.push(problem(line, refusal))
  }
  let slice: NumberedRow[] = []
  const flush = async (): Promise<void> => {
    for (const { line, refusal } of writer.write(slice)) reject(line, refusal)
    slice = []
    tell(input.bytesRead, size)
    await nextTurn()
  }
  const now = office.ports.clock.now()
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1
    if (text.trim() === '') continue
    const row = readHistoryRow(text, now)
    if (row.ok) slice.push({ line, row: row.value })
    else reject(line, row.refusal)
    if (slice.length >= sliceRows) await flush()
  }
  await flush()
  await indexAll(office)
  return ok({ ...writer.counts(), rejected: rejected.toSorted((left, right) => left.line - right.line) })
}

/** The code of an event is a word of the file's format; a sentence in Arabic names the event. */
function inArabic(params: Refusal['params']): Refusal['params'] {
  const event = eventWord(params['event'])
  return event === null ? params : { ...params, event }
}

const problem = (line: number, { code, params }: Refusal): ImportReport['rejected'][number] => ({
  line,
  code,
  ar: refusalSentence(code, inArabic(params), 'ar'),
  en: refusalSentence(code, params, 'en'),
})
