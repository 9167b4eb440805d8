import { updateIndex } from '#core/search/update-index.ts'
import { rebuildTables } from '#core/workers/rebuild-tables.ts'
import { runTask } from '#core/workers/run-task.ts'
import { findBlob } from '#core/store/blob-queue.ts'
import { leaveCheckpoints, rowsWritten } from '#core/store/checkpoint.ts'
import { leaveToLedger } from '#core/store/leftovers.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { backupViews, isBackupOlder, makeRollingBackup } from './backups.ts'
import type { Office } from './office.ts'
import { checkFile } from './file-check.ts'
import { startDuties } from './duties.ts'
import { resumeRecounts } from './recount.ts'
import { codeOf } from './tracking-code.ts'
import { sweepOffice } from './sweep-office.ts'
import { sweepUploads } from './sweep-uploads.ts'
import type { Vault } from '#core/vault/vault.ts'

/*
 * What a long-lived core does by itself: the search index within a second behind the commits, in slices of the writer's
 * time; commits go from the write-ahead logs into the files by a worker; tables that another version built are made anew by a worker; the file is read through when the start is over; a rolling
 * backup every four hours of work.
 */
const indexEveryMs = 250
/** A slice behind another leaves the writer's time to whoever works. */
const indexAgainMs = 15
/** A case that cannot be read is tried again, and the log is not filled with it. */
const indexFailedMs = 60_000
const sliceCases = 8
/** After an import or a first fill nobody finds anything by words: slices of twelve milliseconds take three quarters of the writer's time. */
const whileMany = { wait: 500, cases: 24, againMs: 4 }
const backupEveryMs = 4 * 60 * 60 * 1000
/** Reading through a file of gigabytes, or copying it, takes the disk and a processor from the window that opens just now. */
const settledMs = 20_000

/** Starts it all; ends with the office. */
export function startBackground(office: Office, vault: Vault): void {
  const stopIndexing = keepIndexed(office)
  const stopCheckpoints = keepCheckpointed(office)
  const backups = setInterval(() => beside(office, 'rolling backup', makeRollingBackup(office, vault)), backupEveryMs)
  backups.unref()
  const settled = setTimeout(() => {
    if (isBackupDue(office)) beside(office, 'rolling backup', makeRollingBackup(office, vault))
    void checkFile(office)
  }, settledMs).unref()
  office.onClose.push(() => {
    stopIndexing()
    stopCheckpoints()
    clearInterval(backups)
    clearTimeout(settled)
  })
  beside(
    office,
    'sweep of files',
    office.files.sweep((address) => findBlob(office.store.db, address) !== null).then(() => sweepUploads(office)),
  )
  const tables = office.store.tablesReady ? Promise.resolve() : rebuild(office)
  beside(
    office,
    'tables and open counts',
    tables.then(() => resumeRecounts(office)),
  )
  // Somebody was forgotten, and the core ended before all of him was gone, or it kept no ledger then (S19).
  beside(
    office,
    'sweep of what was forgotten',
    tables.then(() => {
      leaveToLedger(office.store.db)
      return sweepOffice(office, vault)
    }),
  )
  office.store.onTablesLost(() => beside(office, 'tables', rebuild(office)))
  office.onClose.push(startDuties(office))
}

/** Work nobody waits for: what goes wrong with it is logged and ends nothing else. */
function beside(office: Office, what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => office.ports.log.error(`${what} failed`, { error: String(error) }))
}

function keepIndexed(office: Office): () => void {
  let timer: NodeJS.Timeout
  let most = sliceCases
  const turn = (): void => {
    const waiting = office.store.tablesReady ? indexSlice(office, most) : 0
    const isMuch = waiting !== null && waiting > whileMany.wait
    most = isMuch ? whileMany.cases : sliceCases
    const again = isMuch ? whileMany.againMs : indexAgainMs
    const next = waiting === 0 ? indexEveryMs : again
    timer = setTimeout(turn, waiting === null ? indexFailedMs : next).unref()
  }
  timer = setTimeout(turn, indexEveryMs).unref()
  return () => clearTimeout(timer)
}

/** Out: how many cases wait still; null where one cannot be read, which must not end the work of all others. */
function indexSlice(office: Office, most: number): number | null {
  try {
    return updateIndex(office.store.db, codeOf(office), most)
  } catch (error) {
    office.ports.log.error('indexing failed', { error: String(error) })
    return null
  }
}

/** So many rows are about a thousand pages. */
const checkpointRows = 800
const checkpointEveryMs = 500

function keepCheckpointed(office: Office): () => void {
  const { db } = office.store
  leaveCheckpoints(db)
  let done = rowsWritten(db)
  let isRunning = false
  const turn = (): void => {
    const written = rowsWritten(db)
    if (isRunning || written - done < checkpointRows) return
    done = written
    isRunning = true
    const work = runTask(office.store, 'checkpoint', { input: null }).finally(() => (isRunning = false))
    beside(office, 'checkpoint', work)
  }
  const timer = setInterval(turn, checkpointEveryMs).unref()
  return () => clearInterval(timer)
}

const staleBackupMs = 12 * 60 * 60 * 1000

/** An office that is open for an hour a day gets its copy too: at the start, when the newest one is half a day old. */
const isBackupDue = (office: Office): boolean =>
  lastSeq(office.store.db) > 0 && (backupViews(office).length === 0 || isBackupOlder(office, staleBackupMs))

const builtAtOpen = new WeakMap<Office['store'], number>()

/** For one command's core: makes outdated tables before it answers. */
export async function rebuildAtOpen(office: Office): Promise<void> {
  await rebuild(office)
  builtAtOpen.set(office.store, lastSeq(office.store.db))
}

/** Whether the tables were made for this very command from all that the log holds but for its sign-in: making them again would say the same. */
export function areTablesNew({ store }: Office): boolean {
  const seq = builtAtOpen.get(store)
  const since = "SELECT 1 FROM events WHERE seq > ? AND stream NOT LIKE 'audit:%' LIMIT 1"
  return seq !== undefined && store.db.value<number>(since, seq) === undefined
}

const running = new WeakMap<Office['store'], Promise<void>>()

/**
 * Builds all tables anew while everything goes on, and puts them in place (design: a changed projection is built and swapped).
 * Who asks while one is under way waits for it; the office's end ends it.
 */
export function rebuild(office: Office): Promise<void> {
  const under = running.get(office.store)
  if (under !== undefined) return under
  const abort = new AbortController()
  office.onClose.push(() => abort.abort())
  const work = rebuildTables(office.store, { signal: abort.signal })
    .then(() => office.changes.publish(['queues', 'jobs']))
    .finally(() => running.delete(office.store))
  running.set(office.store, work)
  return work
}
