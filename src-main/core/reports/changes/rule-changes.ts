import type { Period } from '#shared/domain/indicators/period.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'

/*
 * Changes of what an office counts time by, for the report of their period: each unit's own calendar, the office's
 * limits, a service's own limit. A rule may be set for the unit itself, for its office or for the central unit, and the
 * nearest holds; so an event is a change only where another value holds after it than before. The first value that ever
 * held, and what came with the set-up, changed nothing.
 */
export interface RuleSet {
  /** The unit it was set for. */
  readonly owner: string
  /** Which rule: the calendar, the limits, the limit of one service. */
  readonly rule: string
  readonly value: unknown
  readonly at: Instant
  readonly commit: string
}

export interface RuleChange {
  readonly set: RuleSet
  /** The unit that works by another rule now. */
  readonly unit: string
  readonly before: unknown
}

interface Asked {
  readonly office: string
  /** Departments of the office: theirs is nearer than its own. */
  readonly departments: ReadonlySet<string>
  /** The commit that the office began with. */
  readonly setUp: string | null
  readonly period: Period
}

/** In: every setting of these rules in the order of their fold, whose report of which period. Out: its changes, oldest first. */
export function ruleChanges(sets: readonly RuleSet[], asked: Asked): readonly RuleChange[] {
  const { office, departments, setUp, period } = asked
  const standing = new Map<string, RuleSet>()
  const holds = (unit: string, rule: string): RuleSet | undefined =>
    [unit, office, 'central'].map((owner) => standing.get(`${owner} ${rule}`)).find((set) => set !== undefined)
  const changes: RuleChange[] = []
  for (const set of sets) {
    const unit = departments.has(set.owner) ? set.owner : office
    if (![unit, 'central'].includes(set.owner)) continue
    const before = holds(unit, set.rule)
    standing.set(`${set.owner} ${set.rule}`, set)
    const after = holds(unit, set.rule)
    const isOther = JSON.stringify(before?.value) !== JSON.stringify(after?.value)
    if (before !== undefined && isOther && set.commit !== setUp) changes.push({ set, unit, before: before.value })
  }
  return changes
    .filter(({ set: { at } }) => at >= period.from && at < period.to)
    .toSorted((left, right) => (left.set.at < right.set.at ? -1 : left.set.at > right.set.at ? 1 : 0))
}
