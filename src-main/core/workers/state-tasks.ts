import type { Audience } from '#shared/domain/access/audience.ts'
import { hashOfStates, wrongStates } from '../projections/fold-log.ts'
import type { TaskContext } from './task.ts'

/** S6: one hash over all cases as the log tells them. */
export function hashStates(
  { audience }: { audience: Audience },
  context: TaskContext,
): ReturnType<typeof hashOfStates> {
  const db = context.openReader()
  try {
    return db.snapshot(() => hashOfStates(db, audience, context.isCancelled))
  } finally {
    db.close()
  }
}

/** Cases whose tables say something else than the log. */
export function compareStates(_: null, context: TaskContext): readonly string[] {
  const db = context.openReader()
  try {
    return wrongStates(db, context.isCancelled)
  } finally {
    db.close()
  }
}
