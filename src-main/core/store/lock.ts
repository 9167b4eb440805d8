/**
 * One process at a time writes in a data folder. The lock is a kernel lock on `lock.db`, held for the process's life:
 * it goes with the process, also at SIGKILL, so there is never a stale one to break by hand.
 * `running.json` stands beside it only to be read: who holds the lock and where it listens. It is removed at a clean
 * stop; found by the next opener it says that the stop before was not clean.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { holdExclusively } from './driver.ts'

export const LockHolder = z.object({ pid: z.int(), socketPath: z.string().nullable() })
export type LockHolder = z.infer<typeof LockHolder>

export interface FolderLock {
  readonly stoppedUncleanly: boolean
  /** After the store was closed in good order. */
  releaseClean(): void
  /** Leaves the mark of an unclean stop. */
  release(): void
}

/** Refuses `folder-in-use`. */
export function lockFolder(folder: string, holder: LockHolder): Result<FolderLock> {
  const held = holdExclusively(join(folder, 'lock.db'))
  if (held === null) return refuse('folder-in-use', { pid: readHolder(folder)?.pid ?? 0 })
  const stoppedUncleanly = existsSync(holderFile(folder))
  writeHolder(folder, holder)
  return ok({
    stoppedUncleanly,
    release: held.release,
    releaseClean: () => {
      rmSync(holderFile(folder), { force: true })
      held.release()
    },
  })
}

/** Who holds (or last held) the folder; null after a clean stop. */
export function readHolder(folder: string): LockHolder | null {
  try {
    return LockHolder.parse(JSON.parse(readFileSync(holderFile(folder), 'utf8')))
  } catch {
    return null
  }
}

function writeHolder(folder: string, holder: LockHolder): void {
  const handle = openSync(holderFile(folder), 'w', 0o600)
  try {
    writeFileSync(handle, JSON.stringify(holder))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const holderFile = (folder: string): string => join(folder, 'running.json')
