import { ladderSet } from '#shared/domain/case/shipped-office.ts'
import { checkLadder } from '#shared/domain/lists/ladder.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import type { Office } from './office.ts'
import { mayChange } from './own-units.ts'
import { writeCommit } from './write.ts'

/** Another ladder for the office (E-03); rungs that were climbed stay climbed. */
export function setLadder(office: Office, caller: Caller, ladder: Ladder): Result<Ladder> {
  const allowed = mayChange(office, { caller, right: 'manage_lists' })
  if (!allowed.ok) return allowed
  const checked = checkLadder(ladder)
  if (!checked.ok) return checked
  const { settings } = office.reference
  const written = writeCommit(office, authorOf(caller), () => ok([ladderSet(settings.office, checked.value)]))
  return written.ok ? ok(office.reference.ladder) : written
}
