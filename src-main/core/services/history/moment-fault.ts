import type { CaseEventType } from '#shared/domain/case/events.ts'
import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import type { Case, Cycle } from '#shared/domain/case/state.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Refusal } from '#shared/lib/result.ts'

interface Moment {
  readonly name: string
  /** The earliest time it can have happened at: that of what it rests on. */
  readonly since: (state: Case, cycle: Cycle) => Instant
}

const resolvedAt = ({ receivedAt }: Case, { resolution }: Cycle): Instant => resolution?.at ?? receivedAt
const begun = ({ receivedAt }: Case, { number, startedAt }: Cycle): Instant => (number === 1 ? receivedAt : startedAt)

/** Facts that name a time of their own, before that of the event that tells of it. */
const moments: Partial<Readonly<Record<CaseEventType, Moment>>> = {
  reply_sent: { name: 'sentAt', since: (state, cycle) => latestDraft(cycle)?.approved?.at ?? begun(state, cycle) },
  resolved: { name: 'resolvedAt', since: begun },
  correction_sent: { name: 'sentAt', since: resolvedAt },
  contact_attempt: { name: 'attemptedAt', since: begun },
  rated: { name: 'ratedAt', since: resolvedAt },
  rejection_notified: { name: 'sentAt', since: ({ exit, receivedAt }) => exit?.at ?? receivedAt },
  external_transferred: { name: 'transferredAt', since: begun },
}

/**
 * In: an event of a past case with its fields, the case before it. Out: a refusal where the time that the event names
 * comes after the event itself, or before what it rests on (interfaces: `import history`); null where it can be.
 */
export function momentFault(
  event: { readonly type: CaseEventType; readonly at: Instant; readonly facts: object },
  state: Case,
): Refusal | null {
  const moment = moments[event.type]
  if (moment === undefined) return null
  const named = parseInstant(String((event.facts as Readonly<Record<string, unknown>>)[moment.name]))
  if (named === null) return null
  const since = moment.since(state, currentCycle(state))
  if (named >= since && named <= event.at) return null
  return refuse('history-moment', { event: event.type, at: named, since, until: event.at }).refusal
}
