/**
 * Whom a case may name (SYNC-APPEND-3): where a person stands follows from the cases that name him, so whoever could name
 * anybody would be shown anybody's record. A device names whom its feeds show by this server's own tables, or whom the server
 * does not know yet: whoever records him owns him. What names another is held, not refused: he may have been withdrawn from an
 * honest machine while it was away, or the move that brought him may be lost with a backup (R-08, R-09, S12).
 */
import { audienceOfUnit } from '#shared/domain/access/audience.ts'
import { because } from '#shared/domain/case/because.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import type { Ruling } from './authority.ts'
import { worksAt } from './feeds-of-device.ts'
import { holdStreams, rowOf } from './load-streams.ts'
import { namedRow } from './notes.ts'
import type { ReceivedCommit, ReceivedEvent } from './received.ts'
import { feedOfAudience } from './reference.ts'
import type { Work } from './work.ts'

/** The stream of whomever an event of a case names; null where it names nobody. */
const personIn = ({ content, body }: ReceivedEvent): string | null =>
  content.type === 'complainant_set' && typeof body['person'] === 'string' ? `person:${body['person']}` : null

/** People whom the commit's cases name: where they stand follows from those cases. */
export const personsNamed = ({ events }: Pick<ReceivedCommit, 'events'>): readonly string[] => [
  ...new Set(events.map(personIn).filter((person) => person !== null)),
]

/** In: an event, and its case as the events before left it. Out: null where it names whom its device may name. */
export async function ruleNamed(work: Work, event: ReceivedEvent, state: CaseState): Promise<Ruling> {
  const person = personIn(event)
  if (person === null || isNamedBy(state, person)) return null
  await holdStreams(work, [person])
  const isUnknown = rowOf(work, person).length === 0
  if (isUnknown || (await isShown(work, person))) return null
  return { kind: 'held', refusal: because('sync-person-elsewhere', { stream: person, event: '' }) }
}

const isNamedBy = (state: CaseState, person: string): boolean =>
  state.kind !== 'none' && `person:${state.complainant?.person ?? ''}` === person

/** By a feed of the device: its unit's, or one of a strict case that names somebody who has signed in there (SYNC-FEED-6). */
async function isShown(work: Work, person: string): Promise<boolean> {
  const { feeds } = rowOf(work, person)
  const { device } = work.judging
  if (feeds.includes(feedOfAudience(audienceOfUnit(work.reference.now.units, device.unit)))) return true
  const strict = feeds.filter((feed) => feed.startsWith('case:'))
  const users = device.users.filter((user) => worksAt(work.reference, device, user)).map(namedRow)
  if (strict.length === 0 || users.length === 0) return false
  await holdStreams(work, users)
  return users.some((user) => rowOf(work, user).notes.some((note) => strict.some((feed) => feed === note)))
}
