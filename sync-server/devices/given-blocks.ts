/**
 * `numbers/` in the data folder: an empty file for each block of numbers that was given, durable before it is answered. A
 * block leaves no entry in any feed, so of a database that was put back beside the folder nobody would learn that it gave
 * it: what has its file is not given again (SYNC-RECOVER-10, R-01). Several servers on one database share the folder.
 */
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '#shared/sync/bytes.ts'
import type { OpenServer } from '#server/open-server.ts'
import { faultText } from '#server/fault-text.ts'

export interface NumberBlock {
  readonly unit: string
  readonly year: number
  readonly from: number
}

/**
 * Notes that a block is given. Out: whether it was not before. A folder that is full or read-only keeps no desk from its
 * numbers: the journal says so, and the database alone knows of the block.
 */
export function isGivenFirst({ folder, ports }: Pick<OpenServer, 'folder' | 'ports'>, block: NumberBlock): boolean {
  const { unit, year, from } = block
  // A unit's name may be longer, or other, than a file's.
  const name = `${toHex(ports.hash(Buffer.from(unit))).slice(0, 16)}-${year}-${from}`
  try {
    note(join(folder, 'numbers'), name)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    ports.journal.error('block not noted', { unit, year, from, error: faultText(error) })
    return true
  }
}

function note(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  closeSync(openSync(join(folder, name), 'wx', 0o600))
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
