import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { historyCsv } from '#core/reports/history-csv.ts'
import { recordRead } from './audit.ts'
import type { Caller } from './caller.ts'
import { caseNames } from './case-names.ts'
import { caseView } from './case-view.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'

/** The history of one case, as its page shows it to the caller, as a file; that it was taken out is recorded (G-06, B-16). */
export function exportHistory(
  office: Office,
  caller: Caller,
  {
    case: asked,
    language = caller.user.language,
  }: { readonly case: string; readonly language?: Caller['user']['language'] | undefined },
): Result<{ name: string; url: string }> {
  const opened = openCase(office, caller, asked)
  if (!opened.ok) return opened
  const view = caseView(office, caller, opened.value)
  const { zone, country } = office.reference.settings
  const lines = view.timeline.map((entry) => ({ ...entry, by: entry.actor.name[language] }))
  const settings = { language, digits: 'latin', hijri: false, zone, country } as const
  const csv = historyCsv(lines, { settings, names: caseNames(office, view, language) })
  recordRead(office, caller, { kind: 'exported', of: opened.value.id })
  const name = `history-${opened.value.reference}.csv`
  const file = bytesAs({ name, mediaType: 'text/csv', inline: false }, csv)
  return ok({ name, url: office.tickets.issue(caller, () => Promise.resolve(file)) })
}
