import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { StoredEvent } from '#server/log/server-log.ts'

/** Type and facts of an event that stands in the log. */
export interface EventBody {
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Every audience asks it of every event; what a push brought was parsed when it arrived. */
const known = new WeakMap<object, EventBody>()

export function readEventBody(event: Pick<StoredEvent, 'envelope' | 'facts'>): EventBody {
  const found = known.get(event)
  if (found !== undefined) return found
  const { type } = parseCanonical(event.envelope) as { readonly type: string }
  return rememberBody(event, { type, body: parseCanonical(event.facts) as EventBody['body'] })
}

export function rememberBody(event: Pick<StoredEvent, 'envelope' | 'facts'>, body: EventBody): EventBody {
  known.set(event, body)
  return body
}
