import { UserSet } from '#shared/domain/access/events.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { offeredDevice } from '#server/engine/offered.ts'
import { foldedKinds } from '#server/engine/reference.ts'
import type { KeptCommit, LogReader, StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import { contentOf } from './stored-content.ts'
import type { World } from './story-world.ts'

/* S14: who had authority is told a second time, from the log and from what each push had confirmed. */

export interface AuthorityLog {
  readonly commits: readonly StoredCommit[]
  readonly kept: readonly KeptCommit[]
  /** Of every case and person. */
  readonly events: readonly StoredEvent[]
  /** Units, users, groups and settings in the order of acceptance. */
  readonly reference: readonly StoredEvent[]
}

export async function readAuthority(
  log: LogReader,
  { commits, events }: Pick<AuthorityLog, 'commits' | 'events'>,
): Promise<AuthorityLog> {
  const kept = await log.readKept(commits.map(({ commit }) => commit))
  return { commits, events, kept, reference: await log.readEventsOfKinds([...foldedKinds]) }
}

export function brokenAuthority(world: World, log: AuthorityLog): readonly string[] {
  const contents = contentsOf(log)
  const policies = policiesOf(log)
  return log.commits.flatMap((commit) => {
    const content = contents.get(commit.commit)
    if (content === undefined) return []
    return [...underAnotherName(world, content), ...misjudged(world, policies, { commit, content })]
  })
}

/** The first event of each commit, where it stands or where it is kept. */
function contentsOf({ events, kept }: AuthorityLog): ReadonlyMap<string, EnvelopeContent> {
  const all = [...kept.flatMap((commit) => commit.events), ...events]
  return new Map(all.map(contentOf).map((each) => [each.commit, each]))
}

/** One user's events never travel under another's name. */
function underAnotherName({ saved }: World, { commit, actor }: EnvelopeContent): readonly string[] {
  const author = saved.find((each) => each.commit === commit)?.actor ?? null
  return author === null || author === actor ? [] : [`S14 ${commit} of ${author} came as ${actor}’s`]
}

interface Policies {
  readonly rank: ReadonlyMap<string, number>
  readonly takenAt: readonly number[]
  readonly users: ReadonlyMap<
    string,
    readonly { readonly place: number; readonly user: UserSet; readonly at: number }[]
  >
}

function policiesOf({ reference, commits }: AuthorityLog): Policies {
  const times = new Map(commits.map(({ commit, receivedAt }) => [commit, Date.parse(receivedAt)]))
  const takenAt = reference.map(({ commit }) => times.get(commit) ?? 0)
  const set = reference.flatMap(({ stream, facts }, index) => {
    if (!stream.startsWith('user:')) return []
    return [{ place: index + 1, at: takenAt[index] ?? 0, user: UserSet.parse(parseCanonical(facts)) }]
  })
  return {
    rank: new Map(reference.map(({ id }, index) => [id, index + 1])),
    takenAt,
    users: Map.groupBy(set, ({ user }) => user.id),
  }
}

const monthMs = 30 * 86_400_000
/** A push that waited for its turn may have been judged so much later than it came. */
const turnMs = 10_000

interface Judged {
  readonly commit: StoredCommit
  readonly content: EnvelopeContent
}

/** Those that were judged once, by the push that brought them. */
function misjudged({ server }: World, policies: Policies, { commit, content }: Judged): readonly string[] {
  const { device, outcome, receivedAt } = commit
  const confirmed = server.confirmed.get(`${device} ${receivedAt}`)
  const set = policies.users.get(content.actor) ?? []
  const came = Date.parse(receivedAt)
  const isOther = device === offeredDevice || content.via === 'duty' || server.everHeld.has(commit.commit)
  if (isOther || confirmed?.size !== 1 || set.some(({ at }) => at > 0 && Math.abs(at - came) < turnMs)) return []
  const newest = set.findLast(({ at }) => at <= came)?.user
  if (newest?.active === false && newest.atOnce === true)
    return outcome.kind === 'held' ? [] : [`S14 ${commit.commit} came after its author’s end and is ${outcome.kind}`]
  const seen = [...confirmed].map((id) => placeAt(policies, id, came) ?? 0)
  const place = Math.max(...seen, namedPlace(policies, content, came))
  const activeAt = (at: number): boolean => (set.findLast((each) => each.place <= at) ?? set[0])?.user.active === true
  const isActive = activeAt(place)
  // What the device had confirmed before counts too, but a restored server forgets it: either may have been the policy.
  const before = confirmedBefore(server, device, receivedAt).map((id) => placeAt(policies, id, came) ?? 0)
  if (activeAt(Math.max(place, ...before)) !== isActive) return []
  const isTaken = outcome.kind === 'accepted' || outcome.kind === 'conflict'
  if (!isActive && isTaken) return [`S14 ${commit.commit} of ${content.actor}, who had no right to it, was taken`]
  const isRefused = outcome.kind === 'refused' && outcome.reason.code === 'sync-actor-inactive'
  return isActive && isRefused ? [`S14 ${commit.commit} was refused by a policy that its author had not seen`] : []
}

/** A twin shares the device, and may be behind what its original confirmed. */
const confirmedBefore = ({ confirmed }: World['server'], device: string, receivedAt: string): readonly string[] =>
  [...confirmed].flatMap(([key, ids]) => {
    const [by = '', at = ''] = key.split(' ')
    return by === device && at <= receivedAt ? [...ids] : []
  })

/** What a restored server took back later, it did not know then. */
function placeAt({ rank, takenAt }: Policies, id: string, came: number): number | undefined {
  const place = rank.get(id)
  return place !== undefined && (takenAt[place - 1] ?? 0) <= came ? place : undefined
}

/** The policy that the device had folded; none that was replaced 30 days ago, the newest where the server lacks it. */
function namedPlace(policies: Policies, { rights }: EnvelopeContent, came: number): number {
  const { takenAt } = policies
  const newest = takenAt.filter((at) => at <= came).length
  const named = rights === null || rights === '' ? 0 : (placeAt(policies, rights, came) ?? newest)
  const newer = takenAt.findIndex((at) => at > came - monthMs)
  return Math.max(named, newer === -1 ? takenAt.length : newer)
}
