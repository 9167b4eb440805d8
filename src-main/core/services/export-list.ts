import { setImmediate as turn } from 'node:timers/promises'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'

import { listCsv } from '#core/reports/list-csv.ts'
import { recordRead } from './audit.ts'
import type { Caller } from './caller.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'
import { listQueue } from './queue.ts'
import type { QueueAsked } from './queue.ts'

/** What is longer is no list for a meeting; the annual workbook has all cases. */
const mostLines = 5000
const atOnce = 250

/** A queue as it is filtered and ordered, as a file; that it was taken out is recorded (B-15, B-16). */
export async function exportList(
  office: Office,
  caller: Caller,
  {
    language = caller.user.language,
    ...asked
  }: Omit<QueueAsked, 'page'> & { readonly language?: Caller['user']['language'] | undefined },
): Promise<Result<{ name: string; url: string }>> {
  const pageAt = (offset: number) => listQueue(office, caller, { ...asked, page: { offset, limit: atOnce } })
  const first = pageAt(0)
  if (first.total > mostLines) return refuse('list-too-long', { count: first.total, most: mostLines })
  const lines: CaseLine[] = [...first.lines]
  for (let offset = atOnce; offset < first.total; offset += atOnce) {
    // Whoever registers meanwhile does not wait for the whole list.
    await turn()
    lines.push(...pageAt(offset).lines)
  }
  const { zone } = office.reference.settings
  const csv = listCsv(lines, { language, zone })
  recordRead(office, caller, { kind: 'exported', of: 'cases' })
  const name = `${asked.queue}-${localDateOf(zone, office.ports.clock.now())}.csv`
  const file = bytesAs({ name, mediaType: 'text/csv', inline: false }, csv)
  return ok({ name, url: office.tickets.issue(caller, () => Promise.resolve(file)) })
}
