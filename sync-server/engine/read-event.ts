import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { type Hash, toHex } from '#shared/sync/bytes.ts'
import { readCanonical } from '#shared/sync/canonical-json.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { eventBounds } from '#shared/sync/event-bounds.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { readEnvelope } from '#shared/sync/read-envelope.ts'
import type { ReceivedEvent } from './received.ts'

/** One event as it arrived: canonical bytes, an envelope that fits, the private part it names, within bounds (SYNC-ENV-3). */
export function readEvent(hash: Hash, bytes: EventBytes): Result<ReceivedEvent> {
  if (bytes.facts.length > eventBounds.facts) return malformed('facts too long')
  const content = readEnvelope(bytes.envelope)
  if (content === null) return malformed('envelope')
  const body = readCanonical(bytes.facts)?.value
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return malformed('facts')
  const hidden = readPrivate(hash, bytes.private, content.privateHash)
  if (!hidden.ok) return hidden
  return ok({
    envelope: bytes.envelope,
    facts: bytes.facts,
    private: bytes.private,
    content,
    body: body as ReceivedEvent['body'],
    hidden: hidden.value,
    contentHash: contentHash(hash, bytes.envelope, bytes.facts),
  })
}

/** A private part may be missing (its person was forgotten before this arrived); what is there must be the one named. */
function readPrivate(hash: Hash, secret: Uint8Array | null, named: string | null): Result<unknown> {
  if (secret === null) return ok(null)
  if (named === null) return malformed('a private part that nothing names')
  if (secret.length > eventBounds.private) return malformed('private part too long')
  const sealed = readCanonical(secret)?.value
  const isSealed = typeof sealed === 'object' && sealed !== null && 'salt' in sealed && 'value' in sealed
  return isSealed && toHex(hash(secret)) === named ? ok(sealed.value) : malformed('private part')
}

export const malformed = (detail: string): ReturnType<typeof refuse> => refuse('sync-page-malformed', { detail })
