import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allProjections } from '#core/projections/all-projections.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { openStore } from '#core/store/open-store.ts'
import type { Store } from '#core/store/open-store.ts'
import { silentLog } from '#core/system-ports.ts'

/*
 * The real store, on a disk of memory where there is one. A crash loses the open transaction and nothing else, as the
 * real file does; what the disk does below that is tested on real files.
 */
export interface SimStore extends Store {
  /** So many writes succeed, the next one throws: the machine dies in the middle of it. Null: none does. */
  crashAfter(writes: number | null): void
  /** A copy of the folder as it is now: for a restore, or for a twin. */
  copy(): string
}

/** The machine or the server died in the middle of something. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

const key = randomBytes(32)
const memoryDisk = '/dev/shm'
const place = mkdtempSync(join(existsSync(memoryDisk) ? memoryDisk : tmpdir(), 'insaf-sim-'))
process.once('exit', () => rmSync(place, { recursive: true, force: true }))
let folders = 0
let template: string | null = null

const nextFolder = (): string => join(place, String((folders += 1)))

function opened(folder: string, create: boolean): Store {
  const store = openStore({ folder, key, projections: allProjections, log: silentLog, create })
  if (!store.ok) throw new Error(`${store.refusal.code} ${JSON.stringify(store.refusal.params)}`)
  return store.value
}

function makeTemplate(): string {
  const folder = nextFolder()
  opened(folder, true).close()
  return folder
}

/** In: the copy of another store; without one, an empty store. */
export function openSimStore(copyOf?: string): SimStore {
  const folder = nextFolder()
  cpSync(copyOf ?? (template ??= makeTemplate()), folder, { recursive: true })
  const store = opened(folder, false)
  let left: number | null = null
  const db: WritableDb = {
    ...store.db,
    run: (sql, ...params) => {
      if (left !== null && (left -= 1) < 0) {
        left = null
        throw new Crash('power lost')
      }
      return store.db.run(sql, ...params)
    },
    get inTransaction() {
      return store.db.inTransaction
    },
  }
  return {
    ...store,
    db,
    tablesReady: true,
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
    crashAfter: (writes) => void (left = writes),
    copy: () => copyOfFolder(folder),
  }
}

/** What a copying program would take from a running machine: both files with their logs, not the lock. */
function copyOfFolder(folder: string): string {
  const copy = nextFolder()
  cpSync(folder, copy, { recursive: true, filter: (source) => !/lock\.db|running\.json/.test(source) })
  return copy
}
