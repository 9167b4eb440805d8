import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EventBody, StoredEvent } from '#server/log/server-log.ts'

/** Every audience asks it of every event. */
const known = new WeakMap<object, EventBody>()

/** In: an event of the log. Out: its type and facts; what a push brought was parsed when it arrived. */
export function readEventBody(event: Pick<StoredEvent, 'envelope' | 'facts' | 'parsed'>): EventBody {
  const found = event.parsed ?? known.get(event)
  if (found !== undefined) return found
  const { type } = parseCanonical(event.envelope) as { readonly type: string }
  const read: EventBody = { type, body: parseCanonical(event.facts) as EventBody['body'] }
  known.set(event, read)
  return read
}
