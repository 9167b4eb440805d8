import type { GoalsInput } from '#shared/contract/desktop/admin.ts'
import { goalsSet } from '#shared/domain/case/shipped-office.ts'
import { goalCodes } from '#shared/domain/indicators/headline-figures.ts'
import { withGoals } from '#shared/domain/lists/goals.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import type { Office } from './office.ts'
import { mayChange } from './own-units.ts'
import { writeCommit } from './write.ts'

/** The goals of one year or quarter as they were approved (K-07); the other periods keep theirs. */
export function setGoals(office: Office, caller: Caller, input: GoalsInput): Result<readonly Goal[]> {
  const allowed = mayChange(office, { caller, right: 'manage_lists' })
  if (!allowed.ok) return allowed
  const { year, quarter, approvedBy, approvedAt } = input
  const known: readonly string[] = goalCodes
  const stranger = input.values.find(({ code }) => !known.includes(code))
  if (stranger !== undefined) return refuse('bad-input', { detail: stranger.code })
  const wanted = input.values.map((value): Goal => ({ ...value, year, quarter, approvedBy, approvedAt }))
  const { settings, goals } = office.reference
  const all = withGoals(goals, { year, quarter }, wanted)
  const written = writeCommit(office, authorOf(caller), () => ok([goalsSet(settings.office, all)]))
  return written.ok ? ok(office.reference.goals) : written
}
