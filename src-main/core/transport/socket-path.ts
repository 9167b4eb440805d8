import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

const longestUnixPath = 100

/**
 * Where the core of a data folder listens: inside the folder, or, where the system's limit for socket paths forbids
 * that, in a private folder of the user's own; a named pipe on Windows.
 */
export function socketPath(dataDir: string): string {
  const folder = resolve(dataDir)
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\insaf-${digest}`
  const inside = join(folder, 'core.sock')
  if (Buffer.byteLength(inside) <= longestUnixPath) return inside
  const own = join(tmpdir(), `insaf-${userInfo().uid}`)
  mkdirSync(own, { recursive: true, mode: 0o700 })
  return join(own, `${digest}.sock`)
}
