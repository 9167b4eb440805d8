import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '#core/store/sync-folder.ts'
import { assert } from '#shared/lib/assert.ts'

export const assertAddress = (address: string): void =>
  assert(/^[0-9a-f]{64}$/.test(address), 'an attachment address is a SHA-256 in hexadecimal')

/** `files/ab/abcdef…`: 256 folders keep a directory small at hundreds of thousands of files. */
export function addressPath(folder: string, address: string): string {
  assertAddress(address)
  return join(folder, address.slice(0, 2), address)
}

/** On the same volume as the files, so that a rename is one step. */
export const temporaryFolder = (folder: string): string => join(folder, 'tmp')

/** A whole, synced file gets its place; it and its name survive loss of power when this returns. */
export async function moveIntoPlace(folder: string, path: string, address: string): Promise<void> {
  const place = addressPath(folder, address)
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await rename(path, place)
  // The name is durable only when its folder is, and the folder's name when the folder above is.
  syncFolder(dirname(place))
  syncFolder(folder)
}
