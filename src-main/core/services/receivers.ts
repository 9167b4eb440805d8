import type { Receiver } from '#shared/contract/desktop/views.ts'
import type { UserSet } from '#shared/domain/access/events.ts'
import { isComplainedAbout } from '#shared/domain/case/complained-about.ts'
import { mayOpen } from '#shared/domain/case/may-open.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { Office } from './office.ts'

/*
 * Who receives a referral at a machine of his own. Nothing here refuses: a department may work on paper, and the office
 * then enters its answer; but whoever refers is to know it before he sends.
 */

/** Departments where nobody would receive this case's referral, with what is missing (F-01, R-08); none in an office that stands alone. */
export function lackingReceivers(office: Office, state: Case): readonly Receiver[] {
  const { enrolledUnit, units } = office.reference
  if (enrolledUnit === null) return []
  return [...units.values()]
    .filter(({ active, kind }) => active && (kind === 'department' || kind === 'directorate'))
    .flatMap(({ id }) => {
      const answering = answeringUsers(office, id)
      if (answering.some((user) => opens(office, user, state))) return []
      return [{ unit: id, lack: lackOf(answering, state), answering: answering.map(({ name }) => name) }]
    })
}

/** A joined department answers itself where somebody of its own may open the case; else the office enters what it says. */
export const answersItself = (office: Office, state: Case, department: string): boolean =>
  office.reference.enrolledUnit !== null &&
  answeringUsers(office, department).some((user) => opens(office, user, state))

const answeringUsers = ({ reference }: Office, unit: string): readonly UserSet[] =>
  [...reference.users.values()].filter(
    (user) => user.active && user.unit === unit && reference.rightsOf(user).has('answer_for_department'),
  )

const opens = ({ reference }: Office, user: UserSet, state: Case): boolean =>
  mayOpen(state, { user: user.id, unit: user.unit, staffId: user.staffId, rights: [...reference.rightsOf(user)] })

function lackOf(answering: readonly UserSet[], state: Case): Receiver['lack'] {
  if (answering.length === 0) return 'nobody'
  if (answering.every((user) => isComplainedAbout(state, user))) return 'concerned'
  return state.confidentiality === 'strict' ? 'not_named' : 'no_right'
}
