import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { CaseId } from './event-parts.ts'
import { caseEvents } from './events.ts'
import type { CaseEventType, RecordedCaseEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { noCase } from './state.ts'
import type { CaseState } from './state.ts'
import { isCaseEventType } from './upcast.ts'

/** One event of a past case as a file states it. */
export interface ImportedEvent {
  readonly id: string
  readonly type: string
  readonly facts: unknown
  readonly private: unknown
  readonly at: Instant
  readonly actor: string
}

/** An event whose schema and place were checked. */
export interface CheckedEvent {
  readonly recorded: RecordedCaseEvent
  readonly private: Readonly<Record<string, unknown>> | null
}

export interface CheckedHistory {
  readonly events: readonly CheckedEvent[]
  readonly state: CaseState
}

/**
 * Past cases are facts: checked by schema and by order in time, not by `decide` (interfaces: `import history`).
 * In: the events of one case in their order, now. Out: the same, read, and the state they fold to.
 * Refuses, naming the place: facts that do not fit, times that run back or ahead of now, what stands nowhere in the
 * history (a reply to no referral, an approval of no draft).
 */
export function checkHistory(id: CaseId, events: readonly ImportedEvent[], now: Instant): Result<CheckedHistory> {
  const checked: CheckedEvent[] = []
  let state: CaseState = noCase
  let last = ''
  for (const [place, event] of events.entries()) {
    const at = place + 1
    const read = readEvent(event, at)
    if (!read.ok) return read
    if (event.at < last || event.at > now || isAheadOfItself(read.value.recorded))
      return refuse('import-time', { type: event.type, at })
    state = evolve(state, read.value.recorded, id)
    if (state.unapplied.length > 0) return refuse('import-order', { type: event.type, at })
    checked.push(read.value)
    last = event.at
  }
  if (state.kind === 'none')
    return refuse('import-order', { type: events.at(-1)?.type ?? 'registered', at: events.length })
  return ok({ events: checked, state })
}

function readEvent(event: ImportedEvent, at: number): Result<CheckedEvent> {
  const { type, id, actor } = event
  if (!isCaseEventType(type)) return refuse('import-facts', { type, at, detail: 'type' })
  const shape = caseEvents[type]
  const facts = shape.facts.safeParse(event.facts)
  if (!facts.success) return refuse('import-facts', { type, at, detail: firstIssue(facts.error.issues) })
  const recorded = {
    type,
    facts: facts.data,
    id,
    at: event.at,
    actor,
    via: 'import',
    verdict: 'pending',
  } as RecordedCaseEvent
  if (shape.private === null) return ok({ recorded, private: null })
  const hidden = shape.private.safeParse(event.private)
  if (!hidden.success) return refuse('import-facts', { type, at, detail: firstIssue(hidden.error.issues) })
  return ok({ recorded, private: hidden.data })
}

function firstIssue(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const issue = issues[0]
  return issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`
}

/** Facts that name a moment in the past of their event. */
const pastMoments: Partial<Readonly<Record<CaseEventType, string>>> = {
  received: 'receivedAt',
  rejection_notified: 'sentAt',
  reply_sent: 'sentAt',
  resolved: 'resolvedAt',
  correction_sent: 'sentAt',
  contact_attempt: 'attemptedAt',
  rated: 'ratedAt',
  external_transferred: 'transferredAt',
}

function isAheadOfItself(event: RecordedCaseEvent): boolean {
  const name = pastMoments[event.type]
  const moment = name === undefined ? undefined : (event.facts as Readonly<Record<string, unknown>>)[name]
  return typeof moment === 'string' && moment > event.at
}
