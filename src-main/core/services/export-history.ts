import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Names } from '#shared/wording/names.ts'
import { historyCsv } from '#core/reports/history-csv.ts'
import { recordRead } from './audit.ts'
import type { Caller } from './caller.ts'
import { caseView } from './case-view.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import { entryLabel, unitLabel, userLabel } from './reference-data.ts'

/** The history of one case, as its page shows it to the caller, as a file; that it was taken out is recorded (G-06, B-16). */
export function exportHistory(office: Office, caller: Caller, asked: string): Result<{ name: string; url: string }> {
  const opened = openCase(office, caller, asked)
  if (!opened.ok) return opened
  const view = caseView(office, caller, opened.value)
  const { language } = caller.user
  const { zone, country } = office.reference.settings
  const lines = view.timeline.map((entry) => ({ ...entry, by: entry.actor.name[language] }))
  const settings = { language, digits: 'latin', hijri: false, zone, country } as const
  const csv = historyCsv(lines, { settings, names: namesIn(office, view, language) })
  recordRead(office, caller, { kind: 'exported', of: opened.value.id })
  const name = `history-${opened.value.reference}.csv`
  const file = bytesAs({ name, mediaType: 'text/csv', inline: false }, csv)
  return ok({ name, url: office.tickets.issue(caller, () => Promise.resolve(file)) })
}

function namesIn({ reference }: Office, { referrals }: CaseView, language: 'ar' | 'en'): Names {
  const departments = new Map<string, Label>(referrals.map(({ id, department }) => [id, department.name]))
  return {
    user: (id) => userLabel(reference, id)[language],
    unit: (id) => unitLabel(reference, id)[language],
    referral: (id) => departments.get(id)?.[language] ?? id,
    list: (list, code) => entryLabel(reference, list, code)[language],
  }
}
