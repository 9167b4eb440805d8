import { setImmediate as turn } from 'node:timers/promises'
import type { CaseLine, CasePage } from '#shared/contract/desktop/views.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { listCsv } from '#core/reports/list-csv.ts'
import { recordRead } from './audit.ts'
import { isDepartmentOnly, needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { linesOf } from './case-lines.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'
import { idsOfQueue, listQueue } from './queue.ts'
import type { QueueAsked } from './queue.ts'

/** What is longer is no list for a meeting; the workbook of the report has all cases. */
const mostLines = 5000
const atOnce = 250

type Asked = Omit<QueueAsked, 'page'> & { readonly language?: Caller['user']['language'] | undefined }

/**
 * A queue as it is filtered and ordered at this moment, as a file; that it was taken out is recorded, with which queue and
 * how many (B-15, B-16). A department takes out what was sent to it; of an office's cases it takes the right to exports.
 */
export async function exportList(
  office: Office,
  caller: Caller,
  { language = caller.user.language, ...asked }: Asked,
): Promise<Result<{ name: string; url: string }>> {
  const allowed = isDepartmentOnly(office, caller) ? ok(null) : needs(caller, 'report')
  if (!allowed.ok) return allowed
  const ids = idsOfQueue(office, caller, { ...asked, most: mostLines + 1 })
  if (ids.length > mostLines) return refuse('list-too-long', { most: mostLines })
  const lines: CaseLine[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    lines.push(...linesOf(office, caller, ids.slice(from, from + atOnce)))
    // Whoever registers meanwhile does not wait for the whole list.
    await turn()
  }
  const { zone } = office.reference.settings
  const csv = listCsv(lines, { language, zone })
  recordRead(office, caller, { kind: 'exported', of: `cases ${asked.queue} ${lines.length}` })
  const name = `${asked.queue}-${localDateOf(zone, office.ports.clock.now())}.csv`
  const file = bytesAs({ name, mediaType: 'text/csv', inline: false }, csv)
  return ok({ name, url: office.tickets.issue(caller, () => Promise.resolve(file)) })
}

/** What a print holds; more is for a spreadsheet. */
const mostOnPaper = 500

/**
 * The list as a paper, for whoever sees it: it says no more than the screen does, and is on record as printed (G-06). Out: its
 * first lines in its order, and how many there are.
 */
export function paperList(office: Office, caller: Caller, asked: Omit<QueueAsked, 'page'>): CasePage {
  const page = listQueue(office, caller, { ...asked, page: { offset: 0, limit: mostOnPaper } })
  recordRead(office, caller, { kind: 'printed', of: `cases ${asked.queue} ${page.lines.length}` })
  return page
}
