import type { Audience } from '#shared/domain/access/audience.ts'
import { hashOfStates } from '../projections/fold-log.ts'
import { wrongTables, type WrongTables } from '../projections/wrong-tables.ts'
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

/** How much the tables and indexes say otherwise than the log. */
export function compareTables(_: null, context: TaskContext): WrongTables {
  const db = context.openReader()
  try {
    return wrongTables(db, context.isCancelled)
  } finally {
    db.close()
  }
}
