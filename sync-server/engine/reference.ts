/**
 * Units, users, groups and settings in the order of their acceptance, so that the policy of any moment can be had: the
 * server judges an event by what its author's machine had folded (SYNC-APPEND-4).
 */
import { audienceName } from '#shared/domain/access/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { userAfter } from '#shared/domain/access/user-after.ts'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'

export interface ReferenceEvent {
  readonly id: string
  readonly stream: string
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
  /** Owner of streams whose name carries none. */
  readonly home: string
  /** When it was accepted; what was held came earlier. */
  readonly takenAt: string
}

export interface Reference {
  /** Of the marker stream: how many reference events the server has taken. */
  readonly length: number
  readonly events: readonly ReferenceEvent[]
  /** Event id → how many events the policy has that ends with it. */
  readonly rank: ReadonlyMap<string, number>
  readonly now: AccessState
  readonly settings: ReadonlyMap<string, OfficeSettings>
  /** Earlier policies by their number of events, as they were asked for. */
  readonly past: Map<number, AccessState>
}

/** Every transaction that writes reference data holds this row; its length tells whether a fold is still the newest. */
export const referenceMarker = '!reference'

export const foldedKinds = ['unit:', 'user:', 'group:', 'settings:'] as const

const isFolded = ({ stream }: ReferenceEvent): boolean => foldedKinds.some((kind) => stream.startsWith(kind))

export const noReference: Reference = {
  length: 0,
  events: [],
  rank: new Map(),
  now: { units: new Map(), users: new Map(), groups: new Map() },
  settings: new Map(),
  past: new Map(),
}

/** In: what was folded, events taken since, the marker's new length. Out: a new fold; the old one stays as it was. */
export function withReferenceEvents(before: Reference, more: readonly ReferenceEvent[], length: number): Reference {
  const folded = more.filter(isFolded)
  if (folded.length === 0) return { ...before, length }
  const rank = new Map(before.rank)
  for (const [index, { id }] of folded.entries()) rank.set(id, before.events.length + index + 1)
  const settings = new Map(before.settings)
  for (const { type, body } of folded)
    if (type === 'settings.set') settings.set(String(body['office']), body as unknown as OfficeSettings)
  return {
    length,
    events: [...before.events, ...folded],
    rank,
    now: foldAccess(before.now, folded),
    settings,
    // Its own: what a transaction that is undone, or another server, asked of its fold is nobody else's past.
    past: new Map(before.past),
  }
}

function foldAccess(before: AccessState, events: readonly ReferenceEvent[]): AccessState {
  const units = new Map(before.units)
  const users = new Map(before.users)
  const groups = new Map([...before.groups].map(([owner, own]) => [owner, new Map(own)]))
  for (const { type, body, stream, home } of events) {
    if (type === 'unit.set') units.set(String(body['id']), body as unknown as UnitSet)
    if (type === 'user.set') {
      const saved = body as unknown as UserSet
      users.set(saved.id, userAfter(users.get(saved.id), saved))
    }
    if (type !== 'group.set') continue
    const group = body as unknown as GroupSet
    const owner = ownerOfStream(stream, home)
    const own = groups.get(owner) ?? new Map<string, GroupSet>()
    groups.set(owner, own.set(group.code, group))
  }
  return { units, users, groups }
}

/** Units, users and groups as they were after so many events. */
export function accessAt(reference: Reference, count: number): AccessState {
  if (count >= reference.events.length) return reference.now
  const known = reference.past.get(count)
  if (known !== undefined) return known
  const folded = foldAccess(noReference.now, reference.events.slice(0, count))
  reference.past.set(count, folded)
  return folded
}

export const feedOfAudience = (audience: Audience): FeedName => audienceName(audience) as FeedName
