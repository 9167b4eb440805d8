import type { Audience, Share } from '#shared/domain/access/audience.ts'
import { caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import type { CaseReach } from '#shared/domain/case/audience.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { StoredEvent } from '#server/log/server-log.ts'
import { readEventBody } from './event-body.ts'

/** In: the stream of an event of a case or a person, and its bytes. Out: what a feed's audience may hold of it now. */
export type ShareNow = (stream: string, event: Pick<StoredEvent, 'envelope' | 'facts'>) => Share

/** In: a feed, the cases as they stand. People are held: that is asked before. */
export function shareInFeed(feed: FeedName, states: ReadonlyMap<string, CaseState>): ShareNow {
  const audience = audienceOfFeed(feed)
  const reaches = new Map<string, CaseReach>()
  for (const [stream, state] of states) if (state.kind === 'case') reaches.set(stream, caseReach(state))
  return (stream, event) => {
    const { type, body } = readEventBody(event)
    if (stream.startsWith('person:'))
      return audience.kind === 'department' && type !== 'person.recorded' ? 'none' : 'all'
    const reach = reaches.get(stream)
    return reach === undefined ? 'none' : shareOfCaseEvent({ type, referral: referralNamed(body) }, audience, reach)
  }
}

function audienceOfFeed(feed: FeedName): Audience {
  const [kind, name = ''] = feed.split(':')
  if (kind === 'central') return { kind: 'central' }
  if (kind === 'case') return { kind: 'named', case: name }
  return { kind: kind === 'department' ? 'department' : 'office', unit: name }
}
