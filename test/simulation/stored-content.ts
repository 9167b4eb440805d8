import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'

const read = new WeakMap<Uint8Array, EnvelopeContent>()

/** What an event's envelope says. Several promises look at the same events: each is read once. */
export function contentOf({ envelope }: { readonly envelope: Uint8Array }): EnvelopeContent {
  const known = read.get(envelope)
  if (known !== undefined) return known
  const content = parseCanonical(envelope) as EnvelopeContent
  read.set(envelope, content)
  return content
}
