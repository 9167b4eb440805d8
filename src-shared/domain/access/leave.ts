import type { UserSet } from './events.ts'
import { isOver } from './unit-tree.ts'
import type { Units } from './unit-tree.ts'

/** In: a user, a day where his office is (`YYYY-MM-DD`). Out: whether he is away on it; both ends of a leave belong to it (E-02). */
export const isAway = ({ leave }: Pick<UserSet, 'leave'>, day: string): boolean =>
  leave !== undefined && leave !== null && leave.from <= day && day <= leave.until

/** Whether one may stand in for the other: an active colleague of his unit or of one above it, who sees its work anyway (N-05). */
export const mayStandInFor = (
  units: Units,
  deputy: Pick<UserSet, 'id' | 'unit' | 'active'>,
  user: Pick<UserSet, 'id' | 'unit'>,
): boolean =>
  deputy.active && deputy.id !== user.id && (deputy.unit === user.unit || isOver(units, deputy.unit, user.unit))
