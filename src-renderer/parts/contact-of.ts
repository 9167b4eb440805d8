import type { LinkView } from '#renderer/client/answers.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'

/** When the server was last heard: with an open line that is now, however long ago the core was asked. */
export function contactOf(link: Exclude<LinkView, { readonly kind: 'stand_alone' }>, now: Instant): Instant | null {
  if (link.kind !== 'online' || !link.live || link.lastContact > now) return link.lastContact
  return now
}
