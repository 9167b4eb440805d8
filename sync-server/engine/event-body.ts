import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { StoredEvent } from '#server/log/server-log.ts'

/** Type and facts of an event that stands in the log. */
export interface EventBody {
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

export function readEventBody({ envelope, facts }: Pick<StoredEvent, 'envelope' | 'facts'>): EventBody {
  const { type } = parseCanonical(envelope) as { readonly type: string }
  return { type, body: parseCanonical(facts) as EventBody['body'] }
}
