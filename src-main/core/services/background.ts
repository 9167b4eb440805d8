import { updateIndex } from '#core/search/update-index.ts'
import { runTask } from '#core/workers/run-task.ts'
import { nextTablesFile } from '#core/store/tables.ts'
import { makeRollingBackup } from './backups.ts'
import type { Office } from './office.ts'
import type { Vault } from '#core/vault/vault.ts'

/*
 * What a long-lived core does by itself: the search index within a second behind the commits, in slices of the writer's
 * time; tables that another version built are made anew by a worker; the file is read through after the start; a rolling
 * backup every four hours of work.
 */
const indexEveryMs = 250
/** While many wait (after an import) slices follow each other closely, each as short as ever. */
const indexAgainMs = 15
const sliceCases = 8
const backupEveryMs = 4 * 60 * 60 * 1000

/** Starts it all; ends with the office. */
export function startBackground(office: Office, vault: Vault): void {
  const stopIndexing = keepIndexed(office)
  const backups = setInterval(() => void makeRollingBackup(office, vault), backupEveryMs)
  backups.unref()
  office.onClose.push(() => {
    stopIndexing()
    clearInterval(backups)
  })
  void office.files.sweep()
  void checkFile(office)
  if (!office.store.tablesReady) void rebuild(office)
}

function keepIndexed(office: Office): () => void {
  let timer: NodeJS.Timeout
  const turn = (): void => {
    const waiting = office.store.tablesReady ? updateIndex(office.store.db, sliceCases) : 0
    timer = setTimeout(turn, waiting > 0 ? indexAgainMs : indexEveryMs).unref()
  }
  timer = setTimeout(turn, indexEveryMs).unref()
  return () => clearTimeout(timer)
}

async function checkFile(office: Office): Promise<void> {
  const wrong = await runTask(office.store, 'checkLog', { input: null }).catch((error: unknown) => String(error))
  if (wrong !== null) office.ports.log.error('the store is damaged', { wrong })
}

/** Builds all tables anew while everything goes on, and puts them in place (design: a changed projection is built and swapped). */
export async function rebuild(office: Office): Promise<void> {
  const file = nextTablesFile(office.store.folder)
  if (await runTask(office.store, 'buildAllTables', { input: { file } })) office.store.adoptTables(file)
  office.changes.publish(['queues', 'jobs'])
}
