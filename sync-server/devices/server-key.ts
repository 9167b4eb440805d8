import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncPath } from '#server/log/pglite/sync-folder.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** `server.key`: what proves the server to its machines, and what its blind index of people is keyed with. */
const KeyFile = z.object({
  /** PKCS#8, base64. */
  privateKey: z.string().min(40),
  /** Keys the marks of documents (L-16): without it they cannot be guessed back, with another they match nothing. */
  indexKey: hex(32),
})

export interface ServerKeys {
  /** PKCS#8. */
  readonly privateKey: Uint8Array
  readonly indexKey: Uint8Array
}

const pathIn = (folder: string): string => join(folder, 'server.key')

/** The keys of this folder; null where it has none. */
export function readServerKeys(folder: string): ServerKeys | null {
  if (!existsSync(pathIn(folder))) return null
  const { privateKey, indexKey } = KeyFile.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')))
  return { privateKey: Buffer.from(privateKey, 'base64'), indexKey: Buffer.from(indexKey, 'hex') }
}

/** New keys, on disk before they are used: readable by the server's own user alone. */
export function createServerKeys(folder: string): ServerKeys {
  const { privateKey } = generateKeyPairSync('ed25519')
  const keys = { privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }), indexKey: randomBytes(32) }
  keepServerKeys(folder, keys)
  return keys
}

export function keepServerKeys(folder: string, { privateKey, indexKey }: ServerKeys): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const text = JSON.stringify({
    privateKey: Buffer.from(privateKey).toString('base64'),
    indexKey: Buffer.from(indexKey).toString('hex'),
  })
  const fresh = `${pathIn(folder)}.new`
  const file = openSync(fresh, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(fresh, pathIn(folder))
  // The name is on disk with the folder, not with the file. Windows opens no folder, and writes names by its own journal.
  if (process.platform !== 'win32') syncPath(folder)
}
