import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { caseEvents } from './events.ts'
import type { CaseEventType } from './events.ts'

type Facts = Readonly<Record<string, unknown>>

/** Before it was asked whether the matter was within the remit, or while that could be left out (L-02). */
const remitUnasked = (facts: Facts): Facts => ({ withinRemit: null, ...facts })

/** Steps from one version of an event's facts to the next: `type@version` → facts of version + 1. */
const steps: Readonly<Record<string, (facts: Facts) => Facts>> = {
  'rejected@1': remitUnasked,
  'filed@1': remitUnasked,
}

export const isCaseEventType = (type: string): type is CaseEventType => Object.hasOwn(caseEvents, type)

/**
 * Brings stored facts to the version this program works with. Refuses a type it does not know and a newer version:
 * such an event is parked and replayed after the update (S11).
 */
export function upcast(
  type: string,
  version: number,
  facts: Facts,
): Result<{ readonly type: CaseEventType; readonly facts: Facts }> {
  if (!isCaseEventType(type)) return refuse('event-newer', { type, version })
  const current = caseEvents[type].version
  if (version > current) return refuse('event-newer', { type, version })
  let brought = facts
  for (let at = version; at < current; at++) brought = (steps[`${type}@${at}`] ?? unchanged)(brought)
  return ok({ type, facts: brought })
}

const unchanged = (facts: Facts): Facts => facts
