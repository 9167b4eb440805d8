/** The encrypted bytes as they lie: what is sent needs no key. */
import { open, stat } from 'node:fs/promises'
import { addressPath } from './attachment-paths.ts'

export interface SealedFile {
  readonly bytes: number
  /** Up to `length` bytes from `from` on. */
  readonly read: (from: number, length: number) => Promise<Uint8Array>
}

/** Out: null when it is not here; one that cannot be looked at may be. The file is opened for each reading: nothing is held while a slow line sends. */
export async function openSealed(folder: string, address: string): Promise<SealedFile | null> {
  const path = addressPath(folder, address)
  const found = await stat(path).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  })
  if (found === null || !found.isFile()) return null
  return { bytes: found.size, read: (from, length) => readPart(path, from, length) }
}

async function readPart(path: string, from: number, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
