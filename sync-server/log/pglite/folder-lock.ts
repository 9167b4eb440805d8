/**
 * One process at a time opens the server's folder: PGlite takes no lock of its own, and two openers lose each other's
 * rows without a word. The lock is the kernel's, on `lock.db`, and goes with the process however it ends, so a lock
 * left behind by a crash cannot be; the number beside it is only there to be read.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

export interface FolderLock {
  release(): void
}

/** Makes the folder where it is missing. Refuses: folder-in-use. */
export function lockServerFolder(folder: string): Result<FolderLock> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const holder = join(folder, 'holder.pid')
  const raw = new Database(join(folder, 'lock.db'), { timeout: 0 })
  try {
    raw.pragma('journal_mode = MEMORY')
    raw.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    raw.close()
    if (!isBusy(error)) throw error
    return refuse('folder-in-use', { pid: readPid(holder) })
  }
  writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 })
  return ok({ release: () => raw.close() })
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')

function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0
  } catch {
    return 0
  }
}
