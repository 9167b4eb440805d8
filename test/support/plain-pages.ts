/**
 * The bytes of a data folder as they would lie on the disk without encryption: every page of every database and write-ahead
 * log is opened with the folder's key, free pages and what is left in them included; of backups likewise. A test that
 * searches them sees more than any query shows.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { headerOf } from '#core/store/cipher.ts'
import { decrypt, streamOf } from './aegis.ts'

const pageSize = 4096
/** Behind each page: its tag and its nonce. */
const tagLength = 32
const nonceLength = 32
/** The first page begins with the salt and a part of SQLite's header that stays plain. */
const plainStart = 24
const walHeader = 32
const frameHeader = 24

export interface PlainFile {
  readonly name: string
  readonly bytes: Buffer
}

/** In: a folder that nobody writes in meanwhile, and its key. */
export function plainFilesOf(folder: string, key: Uint8Array): readonly PlainFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { name: path.slice(folder.length + 1), bytes: plainBytes(readFileSync(path), { name: entry.name, key }) }
    })
}

function plainBytes(bytes: Buffer, { name, key }: { readonly name: string; readonly key: Uint8Array }): Buffer {
  if (name.endsWith('-wal')) return Buffer.concat([Buffer.from(name), ...framesOf(bytes, key)])
  // A backup holds a whole database behind its own header.
  const start = bytes.indexOf(headerOf(key))
  if (start < 0) return Buffer.concat([Buffer.from(`${name}\n`), bytes])
  return Buffer.concat([Buffer.from(`${name}\n`), bytes.subarray(0, start), ...pagesOf(bytes.subarray(start), key)])
}

function* pagesOf(database: Buffer, key: Uint8Array): Generator<Buffer> {
  for (let at = 0; at + pageSize <= database.length; at += pageSize)
    yield plainPage(database.subarray(at, at + pageSize), { key, number: at / pageSize + 1 })
}

function* framesOf(log: Buffer, key: Uint8Array): Generator<Buffer> {
  for (let at = walHeader; at + frameHeader + pageSize <= log.length; at += frameHeader + pageSize) {
    const page = log.subarray(at + frameHeader, at + frameHeader + pageSize)
    yield plainPage(page, { key, number: log.readUInt32BE(at) })
  }
}

/** Each page has a key and a nonce of its own, drawn from the file's key by the page's nonce and number. */
function plainPage(page: Buffer, { key, number }: { readonly key: Uint8Array; readonly number: number }): Buffer {
  const end = pageSize - nonceLength - tagLength
  const own = streamOf({ key, nonce: page.subarray(pageSize - nonceLength) }, 64)
  own.writeUInt32BE(number, 60)
  return decrypt(
    { key: own.subarray(0, 32), nonce: own.subarray(32) },
    page.subarray(number === 1 ? plainStart : 0, end),
  )
}
