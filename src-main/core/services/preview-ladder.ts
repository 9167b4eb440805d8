import type { LadderPreview } from '#shared/contract/desktop/admin.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { recipientsOf } from '#shared/domain/duties/recipients.ts'
import { momentOf } from '#shared/domain/duties/rung-moment.ts'
import { checkLadder } from '#shared/domain/lists/ladder.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { namedUser } from './case-lines.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import { calendarOf, unitLabel } from './reference-data.ts'

/**
 * Who would be told when, by a ladder that is not set yet, of the referrals of a case that wait: by the very rules that climb
 * it, and nothing is written (E-02, E-03).
 */
export function previewLadder(
  office: Office,
  caller: Caller,
  asked: { readonly case: string; readonly ladder: Ladder },
): Result<readonly LadderPreview[]> {
  const allowed = needs(caller, 'manage_lists')
  if (!allowed.ok) return allowed
  const ladder = checkLadder(asked.ladder)
  if (!ladder.ok) return ladder
  const state = openCase(office, caller, asked.case)
  if (!state.ok) return state
  const { reference } = office
  const now = office.ports.clock.now()
  const { zone } = calendarOf(reference, state.value.office).compiled.calendar
  const waiting = currentCycle(state.value).referrals.filter(({ endedAt }) => endedAt === null)
  return ok(
    waiting.map((referral) => {
      const { department } = referral
      const raised = { state: state.value, department, ladder: ladder.value, access: reference.access }
      const { compiled } = calendarOf(reference, department)
      return {
        department: unitLabel(reference, department),
        rungs: ladder.value.rungs.map((rung) => {
          const at = momentOf(compiled, referral, rung.moment)
          const today = localDateOf(zone, at > now ? at : now)
          return {
            rung: rung.rung,
            at,
            told: recipientsOf(rung, { ...raised, today }).map((user) => namedUser(reference, user)),
            climbed: referral.climbed.includes(rung.rung),
          }
        }),
      }
    }),
  )
}
