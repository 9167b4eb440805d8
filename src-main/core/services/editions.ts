import type { EditionView, ReportFile } from '#shared/contract/desktop/reports.ts'
import { IssuedFiles, ReportIssued } from '#shared/domain/indicators/edition.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReportFile as MadeFile } from '#core/reports/task.ts'
import { readStream } from '#core/store/read-stream.ts'
import { recordRead } from './audit.ts'
import { isDepartmentOnly, needs } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { userLabel } from './reference-data.ts'
import { giveFiles, reportMediaTypes } from './report-files.ts'

/** Where an office's issued reports stand. */
export const editionStream = ({ reference }: Pick<Office, 'reference'>): string => `report:${reference.settings.office}`

interface Issued {
  readonly event: RecordedEvent
  readonly facts: ReportIssued
}

/** Every report that this office issued, oldest first. */
export const issuedEditions = (office: Office): readonly Issued[] =>
  readStream(office.store.db, editionStream(office))
    .filter(({ type }) => type === 'report.issued')
    .map((event) => ({ event, facts: ReportIssued.parse(event.facts) }))

const formatOf = (name: string): ReportFile['format'] =>
  must(
    (Object.keys(reportMediaTypes) as ReportFile['format'][]).find((format) => name.endsWith(`.${format}`)),
    'a file of a report is of a known format',
  )

/** Whoever may read reports of the office; a department has none. */
export function mayReport(office: Office, caller: Caller): Result<null> {
  return isDepartmentOnly(office, caller) ? refuse('not-allowed', { right: 'report' }) : needs(caller, 'report')
}

/** What was issued, newest first (P4). */
export function listEditions(office: Office, caller: Caller): Result<readonly EditionView[]> {
  const allowed = mayReport(office, caller)
  return allowed.ok
    ? ok(
        issuedEditions(office)
          .map((issued) => viewOf(office, issued))
          .toReversed(),
      )
    : allowed
}

function viewOf(office: Office, { event, facts }: Issued): EditionView {
  const { kind, year, quarter, edition, reason, audience, asOf, definitions, edits, files } = facts
  return {
    id: event.id,
    kind,
    year,
    quarter,
    edition,
    reason,
    audience,
    edits,
    asOf,
    definitions,
    issuedAt: event.at,
    issuedBy: userLabel(office.reference, event.actor),
    files: files.map(({ name, size }) => ({ name, size, format: formatOf(name) })),
  }
}

/** The very bytes that were issued (P4). */
export async function editionFiles(
  office: Office,
  caller: Caller,
  { id, outDir }: { readonly id: string; readonly outDir?: string | undefined },
): Promise<Result<{ readonly files: readonly ReportFile[] }>> {
  const allowed = mayReport(office, caller)
  if (!allowed.ok) return allowed
  const issued = issuedEditions(office).find(({ event }) => event.id === id)
  if (issued === undefined || issued.event.private === null) return refuse('not-found', { what: id })
  recordRead(office, caller, { kind: 'exported', of: `report ${issued.facts.year}-${issued.facts.quarter}` })
  const files: MadeFile[] = []
  for (const { file, key, name } of IssuedFiles.parse(issued.event.private).attached) {
    if (office.sync !== null && !office.files.hasNow(file)) await office.sync.fetchFile(file)
    const bytes = await office.files.read({ address: file, key })
    if (!bytes.ok) return bytes
    files.push({ name, format: formatOf(name), bytes: bytes.value })
  }
  return ok(await giveFiles(office, caller, { files, outDir }))
}
