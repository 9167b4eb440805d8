/** Who holds a stream now, and what of an event each of them may hold. */
import type { Audience, Share } from '#shared/domain/access/audience.ts'
import { auditMembers, insideMembers, membersBut, referenceMembers } from '#shared/domain/access/members.ts'
import { caseMembers, caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import type { CaseReach } from '#shared/domain/case/audience.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { homeOf, referenceOwner } from './authority.ts'
import { forgottenNote, notedOwner, readPersonNotes } from './notes.ts'
import type { Notes } from './notes.ts'
import { feedOfAudience } from './reference.ts'
import type { Work } from './work.ts'

/** What decides about one stored event. */
export interface Shown {
  readonly type: string
  readonly facts: Readonly<Record<string, unknown>>
}

export interface Members {
  readonly feeds: readonly FeedName[]
  /** What a feed may hold of an event of this stream. */
  readonly shareIn: (feed: FeedName, event: Shown) => Share
}

const sorted = (audiences: readonly Audience[]): readonly FeedName[] =>
  [...new Set(audiences.map(feedOfAudience))].toSorted()

const all = (): Share => 'all'

export const nobody: Members = { feeds: [], shareIn: () => 'none' }

/** Members of a case: by its reach; one that has only begun stays with the office of the device. */
export function membersOfCase(work: Work, state: CaseState): Members {
  const { units } = work.reference.now
  if (state.kind === 'none') return { feeds: sorted(insideMembers(units, homeOf(work))), shareIn: all }
  return membersByReach(caseReach(state), caseMembers(caseReach(state), units))
}

function membersByReach(reach: CaseReach, audiences: readonly Audience[]): Members {
  const byFeed = new Map(audiences.map((audience) => [feedOfAudience(audience), audience]))
  return {
    feeds: [...byFeed.keys()].toSorted(),
    shareIn: (feed, { type, facts }) => {
      const audience = byFeed.get(feed)
      return audience === undefined
        ? 'none'
        : shareOfCaseEvent({ type, referral: referralNamed(facts) }, audience, reach)
    },
  }
}

/**
 * A person stands with his office, unless only strict cases name him; with the units that cases of his stand with (G-07);
 * and with departments he is disclosed to (R-08, B-17). A unit above of whose people all his cases are does not hold him (G-05).
 * One who was forgotten before his record came (a restored server lost it) may be known to any office: each is told (S19).
 */
export function membersOfPerson(work: Work, notes: Notes): Members {
  const { strict, hasOpenly, moved, departments, excluded } = readPersonNotes(notes)
  const { units } = work.reference.now
  const owner = notedOwner(notes)
  const isOfAnyOffice = owner === null && notes.includes(forgottenNote)
  const owners = isOfAnyOffice ? [...units.keys()] : [owner ?? homeOf(work)]
  const isInside = hasOpenly || strict.length === 0
  const holders = [...owners, ...moved].flatMap((unit) => insideMembers(units, unit))
  // Whose record he is knows him anyhow.
  const about = excluded.filter((unit) => !owners.includes(unit))
  const inside = isInside ? membersBut(about, holders) : []
  const named = strict.map((id): Audience => ({ kind: 'named', case: id }))
  const disclosed = departments.map((unit): Audience => ({ kind: 'department', unit }))
  const outside = new Set(disclosed.map(feedOfAudience))
  return {
    feeds: sorted([...inside, ...named, ...disclosed]),
    // A department learns who he is, not whom he is linked with.
    shareIn: (feed, { type }) => (outside.has(feed) && type !== 'person.recorded' ? 'none' : 'all'),
  }
}

const kindOf = (stream: string): string => stream.slice(0, stream.indexOf(':'))

/** An issued report never reaches a department (N-05). */
const membersAs = (kind: string): typeof referenceMembers =>
  kind === 'audit' ? auditMembers : kind === 'report' ? insideMembers : referenceMembers

export function membersOfOther(work: Work, stream: string): Members {
  const { units } = work.reference.now
  const isAudit = stream.startsWith('audit:')
  const owner = isAudit
    ? (notedOwner(work.rows.get(stream)?.notes ?? []) ?? work.judging.device.unit)
    : referenceOwner(work, stream)
  return { feeds: sorted(membersAs(kindOf(stream))(units, owner)), shareIn: all }
}

/** Departments of a reach to which the complainant is disclosed now. */
export function disclosedTo(state: CaseState): readonly string[] {
  return state.kind === 'none' ? [] : [...caseReach(state).disclosed.keys()]
}
