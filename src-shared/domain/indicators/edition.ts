/**
 * A report that was issued (K-18, P4): which period and which edition of it, from what its figures were counted, and the
 * files that went out. Events of the stream `report:<office>`. The files are kept as they are; the names, kinds and
 * hashes are facts, and what opens a file is in the private part, as with every file.
 */
import { z } from 'zod'
import { UnitId } from '#shared/domain/access/events.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import { ReportEdits } from './report-edit.ts'
import { OpenableFile } from '#shared/domain/case/event-parts.ts'

/** For whom a report is: for official use with its list of cases, or for circulation without it. */
export const reportAudiences = ['official', 'circulation'] as const
export const ReportAudience = z.enum(reportAudiences)
export type ReportAudience = z.infer<typeof ReportAudience>

const hexHash = z.string().regex(/^[0-9a-f]{64}$/)

export const ReportIssued = z.object({
  office: UnitId,
  kind: z.enum(['quarterly']),
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
  /** From 1, in the order of issuing. */
  edition: z.int().min(1).max(999),
  /** Why there is another one; null for the first. */
  reason: z.string().trim().min(3).max(500).nullable(),
  /** Editions of an earlier program were all for official use. */
  audience: ReportAudience.default('official'),
  /** The moment its data stood at. */
  asOf: Instant,
  /** Version of the formulas; ids of the last events that set limits or goals, and the calendar. */
  definitions: z.string().max(40),
  targets: z.string().max(40),
  calendar: z.string().max(40),
  offices: z.array(z.object({ office: UnitId, lastSync: Instant.nullable() })).max(500),
  /** SHA-256 of its figures, as they stand in `figures.json`. */
  figures: hexHash,
  /** Texts that were edited before it was issued, beside what they replace; editions of an earlier program have none. */
  edits: ReportEdits.default([]),
  files: z.array(z.object({ name: z.string().min(1).max(255), size: z.int().min(0), hash: hexHash })).max(20),
})
export type ReportIssued = z.infer<typeof ReportIssued>

/** What opens its files, in the order of `files`. */
export const IssuedFiles = z.object({ attached: z.array(OpenableFile).max(20) })
export type IssuedFiles = z.infer<typeof IssuedFiles>

export const reportEvents = { 'report.issued': { version: 1, facts: ReportIssued, private: IssuedFiles } } as const

type OfPeriod = Pick<ReportIssued, 'kind' | 'year' | 'quarter'>

/** In: what was issued, a period. Out: the number that its next edition gets. */
export function nextEdition(issued: readonly (OfPeriod & { readonly edition: number })[], period: OfPeriod): number {
  const before = issued.filter(
    ({ kind, year, quarter }) => kind === period.kind && year === period.year && quarter === period.quarter,
  )
  return Math.max(0, ...before.map(({ edition }) => edition)) + 1
}
