import { join } from 'node:path'
import { assert } from '#shared/lib/assert.ts'

/** `files/ab/abcdef…`: 256 folders keep a directory small at hundreds of thousands of files. */
export function addressPath(folder: string, address: string): string {
  assert(/^[0-9a-f]{64}$/.test(address), 'an attachment address is a SHA-256 in hexadecimal')
  return join(folder, address.slice(0, 2), address)
}

/** On the same volume as the files, so that a rename is one step. */
export const temporaryFolder = (folder: string): string => join(folder, 'tmp')
