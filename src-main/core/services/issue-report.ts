/**
 * Issuing a report (K-18, P4): its files in both languages are made from one moment of the data, kept encrypted as they
 * are, and named by one event. Until that event is on disk nothing was issued; afterwards nothing of it changes.
 */
import { createHash } from 'node:crypto'
import { ReportIssued, nextEdition, reportEvents } from '#shared/domain/indicators/edition.ts'
import type { IssuedFiles } from '#shared/domain/indicators/edition.ts'
import { definitionsVersion } from '#shared/domain/indicators/catalogue.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReportInput } from '#core/reports/report-input.ts'
import type { ReportFile as MadeFile } from '#core/reports/task.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { editionStream, issuedEditions } from './editions.ts'
import type { Office } from './office.ts'
import { calendarOf } from './reference-data.ts'
import { reportMediaTypes } from './report-files.ts'
import { writeCommit } from './write.ts'

/** The report as it will be issued, with the number of its edition. */
export interface IssuePlan extends ReportInput {
  readonly edition: NonNullable<ReportInput['edition']>
}

/** In: the report, why there is another edition. Refuses a period that its data do not cover, and a later edition without a reason. */
export function plannedIssue(office: Office, input: ReportInput, reason: string): Result<IssuePlan> {
  const { to } = quarterPeriod(input, input.format.zone)
  if (input.asOf < to) return refuse('report-period-open')
  const number = nextEdition(issuedFacts(office), input)
  if (number > 1 && reason.length < 3) return refuse('report-issue-reason', { edition: number })
  return ok({ ...input, edition: { number, reason: number === 1 ? null : reason } })
}

const issuedFacts = (office: Office): readonly ReportIssued[] => issuedEditions(office).map(({ facts }) => facts)

interface Issuing {
  readonly plan: IssuePlan
  readonly make: (input: ReportInput) => Promise<Result<readonly MadeFile[]>>
  readonly signal: AbortSignal
}

/** Makes, keeps and records. Out: the files as they were kept. */
export async function issueReport(
  office: Office,
  caller: Caller,
  { plan, make, signal }: Issuing,
): Promise<Result<readonly MadeFile[]>> {
  const files = await inBothLanguages(plan, make)
  if (!files.ok) return files
  const kept = await keepFiles(office, files.value)
  if (!kept.ok) return kept
  const written = writeCommit(office, authorOf(caller), () => {
    if (signal.aborted) return refuse('cancelled')
    const isTaken = nextEdition(issuedFacts(office), plan) !== plan.edition.number
    if (isTaken) return refuse('report-issued-meanwhile')
    const facts = ReportIssued.parse(factsOf(office, plan, files.value))
    const { version } = reportEvents['report.issued']
    const stream = editionStream(office)
    return ok([{ stream, type: 'report.issued', version, facts, private: { attached: kept.value } }])
  })
  if (written.ok) return files
  for (const { file } of kept.value) await office.files.remove(file)
  return written
}

/** One edition is the same figures in Arabic and in English, each with its documents; the figures for systems are once. */
async function inBothLanguages(plan: IssuePlan, make: Issuing['make']): Promise<Result<readonly MadeFile[]>> {
  const all: MadeFile[] = []
  for (const language of ['ar', 'en'] as const) {
    const made = await make({ ...plan, format: { ...plan.format, language } })
    if (!made.ok) return made
    const isFirst = all.length === 0
    all.push(...made.value.filter(({ format }) => format !== 'json' || isFirst))
  }
  return ok(all)
}

async function keepFiles(office: Office, files: readonly MadeFile[]): Promise<Result<IssuedFiles['attached']>> {
  const kept: IssuedFiles['attached'] = []
  for (const { name, format, bytes } of files) {
    const written = await office.files.write({ name, source: chunks(bytes) })
    if (!written.ok) return written
    const { address, size, key } = written.value
    kept.push({ file: address, size, mediaType: reportMediaTypes[format], pages: null, name, key })
  }
  return ok(kept)
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function factsOf(office: Office, plan: IssuePlan, files: readonly MadeFile[]): unknown {
  const { settings } = office.reference
  const json = must(
    files.find(({ format }) => format === 'json'),
    'a report has its figures',
  )
  const lastOf = (stream: string): string => readStream(office.store.db, stream).at(-1)?.id ?? ''
  return {
    office: settings.office,
    kind: plan.kind,
    year: plan.year,
    quarter: plan.quarter,
    edition: plan.edition.number,
    reason: plan.edition.reason,
    audience: plan.audience,
    asOf: plan.asOf,
    definitions: definitionsVersion,
    targets: lastOf(`targets:${settings.office}`),
    calendar: calendarOf(office.reference, settings.office).version,
    offices: plan.offices.map(({ lastSync }) => ({ office: settings.office, lastSync })),
    figures: hashOf(json.bytes),
    edits: plan.edits,
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, hash: hashOf(bytes) })),
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
