import { allProjections } from '../projections/all-projections.ts'
import { buildTables } from '../store/tables.ts'
import type { TaskContext } from './task.ts'

/** Builds all tables anew in the file that was given. Out: false when cancelled. */
export function buildAllTables({ file }: { file: string }, context: TaskContext): boolean {
  const { folder, key, isCancelled, onProgress } = context
  const log = context.openReader()
  try {
    return buildTables(log, { folder, key, projections: allProjections }, { file, isCancelled, progress: onProgress })
  } finally {
    log.close()
  }
}
