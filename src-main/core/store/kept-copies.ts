/**
 * The store as it was before a newer program changed its format or its cipher: the way back when the new one disappoints. A
 * copy holds whom the store may have to forget, so it goes with the first withdrawal or forgetting, as the rolling backups
 * do, and is never older than they may be (SYNC-MERGE-6, S19).
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Instant, msOf } from '#shared/domain/clock/instant.ts'

const copiesOf = (folder: string): string => join(folder, 'before-migration')

/** In: the log's file, everything of it in it, and the copy's name. */
export function keepCopyOf(file: string, name: string): void {
  const copies = copiesOf(dirname(file))
  mkdirSync(copies, { recursive: true, mode: 0o700 })
  const copy = join(copies, name)
  copyFileSync(file, copy)
  syncFile(copy)
}

/** Windows writes through none but a handle that may write. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const dropKeptCopies = (folder: string): void => rmSync(copiesOf(folder), { recursive: true, force: true })

export function dropCopiesOlderThan(folder: string, oldest: Instant): void {
  const copies = copiesOf(folder)
  if (!existsSync(copies)) return
  for (const name of readdirSync(copies))
    if (statSync(join(copies, name)).mtimeMs < msOf(oldest)) rmSync(join(copies, name))
}
