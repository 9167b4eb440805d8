import type { Units } from './unit-tree.ts'

/*
 * Who may hold which event, as one table: the class of an event × the kind of audience. Who the members of a stream
 * are stands in `members.ts` and, for cases, in `case/audience.ts`.
 */

/** Class of every event type; each catalogue of events names it. */
export const audienceClasses = ['shared', 'referral', 'office', 'identity', 'reference', 'audit'] as const
export type AudienceClass = (typeof audienceClasses)[number]

/** Who holds a feed: a unit of the tree, or the named users of a strictly confidential case. */
export type Audience =
  | { readonly kind: 'central' }
  | { readonly kind: 'office'; readonly unit: string }
  | { readonly kind: 'department'; readonly unit: string }
  | { readonly kind: 'named'; readonly case: string }

/** What an audience may hold of one event. The hash of a private part that is withheld stays in the envelope. */
export const shares = ['none', 'facts', 'all'] as const
export type Share = (typeof shares)[number]

/** A department is outside: what names the complainant, or is the office's own, never reaches it. */
export type Side = 'inside' | 'department'

/** What a member may hold; whether it is one is asked before. */
const table: Readonly<Record<AudienceClass, Readonly<Record<Side, Share>>>> = {
  shared: { inside: 'all', department: 'facts' },
  /** Of its own referral. */
  referral: { inside: 'all', department: 'all' },
  office: { inside: 'all', department: 'none' },
  /** Unless disclosed to its referral. */
  identity: { inside: 'all', department: 'none' },
  reference: { inside: 'all', department: 'all' },
  /** Its own machines'. */
  audit: { inside: 'all', department: 'all' },
}

export const sideOf = ({ kind }: Audience): Side => (kind === 'department' ? 'department' : 'inside')

/** In: an event's class, a member. Out: what it may hold of it (R-08, R-09, N-05). */
export function shareOf(audienceClass: AudienceClass, audience: Audience): Share {
  return table[audienceClass][sideOf(audience)]
}

/** The audience of a unit's machines. A unit that the tree does not know is an office that stands alone. */
export function audienceOfUnit(units: Units, unit: string): Audience {
  const kind = units.get(unit)?.kind
  if (kind === 'central' || unit === 'central') return { kind: 'central' }
  return { kind: kind === 'department' || kind === 'directorate' ? 'department' : 'office', unit }
}

/** One text for each audience: the name of its feed (`central`, `office:<unit>`, `department:<unit>`, `case:<id>`). */
export function audienceName(audience: Audience): string {
  if (audience.kind === 'central') return 'central'
  return audience.kind === 'named' ? `case:${audience.case}` : `${audience.kind}:${audience.unit}`
}
