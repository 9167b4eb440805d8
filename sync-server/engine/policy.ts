import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import { rights as allRights } from '#shared/domain/access/rights.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { rightsOf } from '#shared/domain/access/rights-of.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { isAbove } from '#shared/domain/access/unit-tree.ts'
import type { AdmitPolicy } from '#shared/domain/case/admit.ts'
import { shippedCaseSettings } from '#shared/domain/case/settings.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { accessAt } from './reference.ts'
import type { Reference } from './reference.ts'

const settledDays = 30

/** Who pushes, when, and what rights it had confirmed. */
export interface Judging {
  readonly device: EnrolledDevice
  readonly now: Instant
  /** The last rights event that the device had confirmed. */
  readonly confirmed: string
}

/**
 * The policy an event is judged by: the one at the rights event it names, at a later one that its device had confirmed,
 * and never one that a change older than 30 days has replaced (SYNC-APPEND-4). A rights event the server never saw
 * stands for the newest.
 */
export function judgedAccess(
  reference: Reference,
  judging: Judging,
  { rights, actor }: Pick<EnvelopeContent, 'rights' | 'actor'>,
): AccessState {
  const named = rights === null || rights === '' ? 0 : (reference.rank.get(rights) ?? reference.events.length)
  const confirmed = reference.rank.get(judging.confirmed) ?? 0
  const judged = accessAt(reference, Math.max(named, confirmed, settled(reference, judging.now)))
  if (judged.users.has(actor) || !reference.now.users.has(actor)) return judged
  // His registration came later than his first work: he is judged by what it gave him.
  return accessAt(reference, reference.events.findIndex(({ stream }) => stream === `user:${actor}`) + 1)
}

function settled(reference: Reference, now: Instant): number {
  const limit = instantFromMs(msOf(now) - settledDays * 86_400_000)
  // In the order of acceptance nothing behind a newer change is older than it.
  const newer = reference.events.findIndex(({ takenAt }) => takenAt > limit)
  return newer === -1 ? reference.events.length : newer
}

const known = new WeakMap<AccessState, Map<string, readonly Right[]>>()

/** Rights of a user under a policy; none for whom it does not know. */
export function rightsUnder(access: AccessState, user: string): readonly Right[] {
  const kept = known.get(access) ?? new Map<string, readonly Right[]>()
  known.set(access, kept)
  const found = kept.get(user)
  if (found !== undefined) return found
  const given = access.users.get(user)
  const rights = given === undefined ? [] : [...rightsOf(access, given)]
  kept.set(user, rights)
  return rights
}

/** Whether something of a unit is a device's to write: its own, or one below it; the central unit stands above all. */
export function isWithin(reference: Reference, device: string, owner: string): boolean {
  return owner === device || device === 'central' || isAbove(reference.now.units, device, owner)
}

/** What `admit` judges a case's event by. Past cases are facts that the office's own machine vouches for. */
export function admitPolicy(
  reference: Reference,
  access: AccessState,
  of: { readonly office: string; readonly content: EnvelopeContent; readonly device: EnrolledDevice },
): AdmitPolicy {
  const isImport = of.content.via === 'import'
  return {
    rightsOf: (user: UserId) => (isImport ? allRights : rightsUnder(access, user)),
    staffIdOf: (user: UserId) => access.users.get(user)?.staffId ?? null,
    unitOf: (user: UserId) => access.users.get(user)?.unit ?? (null as UnitId | null),
    settings: {
      ...(reference.settings.get(of.office) ?? shippedCaseSettings),
      standAlone: of.device.stoodAloneUntil !== null && of.content.at <= of.device.stoodAloneUntil,
    },
  }
}
