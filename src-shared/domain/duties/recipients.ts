import type { UserId, UserSet } from '#shared/domain/access/events.ts'
import { isAway, mayStandInFor } from '#shared/domain/access/leave.ts'
import { rightsOf } from '#shared/domain/access/rights-of.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { ShippedGroup } from '#shared/domain/access/roles.ts'
import { unitsAbove } from '#shared/domain/access/unit-tree.ts'
import { mayOpen } from '#shared/domain/case/may-open.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { LocalDate } from '#shared/domain/clock/local-date.ts'
import type { Ladder, Rung, RungUnit } from '#shared/domain/lists/ladder.ts'

const mostTold = 200
/** The shipped group of those who answer for a department (G-01). */
const liaison: ShippedGroup = 'liaison'

/** What somebody is to be told of. */
export interface Told {
  readonly state: Case
  readonly department: string
  readonly access: AccessState
  /** Where the case's office is. */
  readonly today: LocalDate
}

/** Whose rung is climbed. */
export interface Raised extends Told {
  readonly ladder: Ladder
}

/**
 * In: a rung, what is raised. Out: whom it tells: the holders of its groups, nearest unit first, and for a holder who is
 * away his deputy. Where a post is vacant, its holders are inactive or away without a deputy, or none of them may open the
 * case, the next above who exists: the later rungs' holders in turn, at last the central unit, or the office itself where
 * nobody stands above it. Where all of these are away, they are told all the same. Empty: a fault that a list shows
 * (E-03, B-10, SYNC-DUTY-3). The tree may circle; `unitsAbove` ends.
 */
export function recipientsOf(rung: Rung, raised: Raised): readonly UserId[] {
  const later = raised.ladder.rungs.filter((each) => each.rung > rung.rung)
  const posts = [rung, ...later].flatMap((each) =>
    placesOf(each.unit, raised).map((unit) => ({ unit, holds: inGroups(each.groups) })),
  )
  const heads = lastPlaces(raised).flatMap((unit) =>
    (['final_closure', 'refer'] as const).map((right) => ({ unit, holds: withRight(raised.access, right) })),
  )
  const places = [...posts, ...heads].map(({ unit, holds }) => holdersIn(unit, { holds, raised }))
  const reached = [...places.map((users) => standIns(users, raised)), ...places].find((users) => users.length > 0)
  return reached?.map(({ id }) => id).slice(0, mostTold) ?? namedUsersOf(raised)
}

/**
 * In: a referral that is being sent. Out: whom its department is told by: the liaison officers, for one who is away his
 * deputy, and where there is none whoever else answers for it. Empty: the department works on paper, or nobody of it may
 * open the case (F-03, R-08).
 */
export function liaisonsOf(told: Told): readonly UserId[] {
  const officers = holdersIn(told.department, { holds: inGroups([liaison]), raised: told })
  const answering = holdersIn(told.department, { holds: withRight(told.access, 'answer_for_department'), raised: told })
  const holders = officers.length > 0 ? officers : answering
  const here = standIns(holders, told)
  return (here.length > 0 ? here : holders).map(({ id }) => id).slice(0, mostTold)
}

type Holds = (user: UserSet) => boolean

const inGroups =
  (groups: readonly string[]): Holds =>
  (user) =>
    user.groups.some((group) => groups.includes(group))

const withRight =
  (access: AccessState, right: Right): Holds =>
  (user) =>
    rightsOf(access, user).has(right)

function holdersIn(
  unit: string,
  { holds, raised }: { readonly holds: Holds; readonly raised: Told },
): readonly UserSet[] {
  return [...raised.access.users.values()]
    .filter((user) => user.active && user.unit === unit && holds(user) && mayBeTold(user, raised))
    .toSorted(byId)
}

const byId = (one: UserSet, other: UserSet): number => (one.id < other.id ? -1 : 1)

/** Those of them who are here, and of the others the deputies who are. */
function standIns(holders: readonly UserSet[], raised: Told): readonly UserSet[] {
  const { access, today } = raised
  const reached = holders.flatMap((holder) => {
    if (!isAway(holder, today)) return [holder]
    const deputy = access.users.get(holder.leave?.deputy ?? ('' as UserId))
    const isFit = deputy !== undefined && mayStandInFor(access.units, deputy, holder) && !isAway(deputy, today)
    return isFit && mayBeTold(deputy, raised) ? [deputy] : []
  })
  return [...new Set(reached)].toSorted(byId)
}

/** Nobody is told of a case that he may not open. */
const mayBeTold = (user: UserSet, { state, access }: Told): boolean =>
  mayOpen(state, { user: user.id, unit: user.unit, staffId: user.staffId, rights: [...rightsOf(access, user)] })

const isDepartment = ({ access }: Raised, unit: string): boolean =>
  ['department', 'directorate'].includes(access.units.get(unit)?.kind ?? '')

function placesOf(unit: RungUnit, raised: Raised): readonly string[] {
  const { access, department, state } = raised
  switch (unit) {
    case 'department':
      return [department, ...unitsAbove(access.units, department).filter((each) => isDepartment(raised, each))]
    case 'office':
      return [state.office]
    case 'central':
      return centralUnits(raised)
  }
}

const centralUnits = ({ access }: Raised): readonly string[] =>
  [...access.units.values()].filter(({ kind, active }) => kind === 'central' && active).map(({ id }) => id)

/** Who takes it when no rung has a holder, highest first. */
const lastPlaces = (raised: Raised): readonly string[] => [
  ...new Set([
    ...centralUnits(raised),
    ...unitsAbove(raised.access.units, raised.state.office).toReversed(),
    raised.state.office,
  ]),
]

/** A strictly confidential case has its named users, whatever their groups. */
const namedUsersOf = ({ state, access }: Raised): readonly UserId[] =>
  state.namedUsers.filter((user) => access.users.get(user)?.active === true).toSorted()
