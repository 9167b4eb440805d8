import { z } from 'zod'
import { isCaseEventType } from '#shared/domain/case/upcast.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'

/*
 * One line of a history file (docs/history-format.md): who, when, which case, which event, and the event's own fields beside
 * them. What a rule computes (due dates, waited times, session, excluded staff) may be left out.
 */
const Row = z.looseObject({
  id: z.string().min(1).max(200),
  case: z.string().min(1).max(200),
  event: z.string().max(64),
  at: z.string().max(40),
  by: z.string().max(100).optional(),
})

/** Rows about the person of a case rather than the case (stream `person:<id>`). */
export const personRows = {
  person_linked: 'person.linked',
  person_unlinked: 'person.unlinked',
  person_forgotten: 'person.forgotten',
} as const
export type PersonRowType = keyof typeof personRows

export const isPersonRow = (event: string): event is PersonRowType => Object.hasOwn(personRows, event)

export interface PersonRow extends Omit<HistoryRow, 'event'> {
  readonly event: PersonRowType
}

export interface HistoryRow {
  readonly id: string
  readonly case: string
  readonly event: CaseEventType
  readonly at: Instant
  readonly by: string | null
  /** Everything else on the line. */
  readonly fields: Readonly<Record<string, unknown>>
}

const longestLine = 200_000

/**
 * In: one line, the moment of the import. Out: the row; refuses what is not JSON, not a row, not an event of the catalogue,
 * has no time with offset, or has not happened yet.
 */
export function readHistoryRow(line: string, now: Instant): Result<HistoryRow | PersonRow> {
  if (line.length > longestLine) return refuse('history-line-too-long', { limit: longestLine })
  const json = parseJson(line)
  const row = Row.safeParse(json)
  if (!row.success)
    return refuse('history-not-a-row', {
      detail: row.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')
        .slice(0, 300),
    })
  const { id, case: caseId, event, at, by, ...fields } = row.data
  const instant = parseInstant(at)
  if (instant === null) return refuse('history-bad-time', { at })
  if (instant > now) return refuse('history-in-future', { at })
  const rest = { id, case: caseId, at: instant, by: by ?? null, fields }
  if (isPersonRow(event)) return ok({ ...rest, event })
  return isCaseEventType(event) ? ok({ ...rest, event }) : refuse('history-unknown-event', { event })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return null
  }
}
