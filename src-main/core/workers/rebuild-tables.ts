import type { Store } from '../store/open-store.ts'
import { nextTablesFile, removeDatabase } from '../store/tables.ts'
import { runTask, type TaskOptions } from './run-task.ts'

/** Builds all tables anew in a worker while the log goes on, then puts them in place. Out: false when cancelled. */
export async function rebuildTables(store: Store, options: TaskOptions = {}): Promise<boolean> {
  const file = nextTablesFile(store.folder)
  let isBuilt = false
  try {
    isBuilt = await runTask(store, 'buildAllTables', { ...options, input: { file } })
  } finally {
    if (!isBuilt) removeDatabase(file)
  }
  if (isBuilt) store.adoptTables(file)
  return isBuilt
}
