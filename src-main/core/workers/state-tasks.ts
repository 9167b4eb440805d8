import { hashOfStates, wrongStates } from '../projections/fold-log.ts'
import type { TaskContext } from './task.ts'

/** S6: one hash over all cases as the log tells them. */
export function hashStates(_: null, context: TaskContext): ReturnType<typeof hashOfStates> {
  const db = context.openReader()
  try {
    return db.snapshot(() => hashOfStates(db, context.isCancelled))
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
