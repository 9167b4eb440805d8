import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { must } from '#shared/lib/assert.ts'

const root = join(import.meta.dirname, '../../..')

/** The server as whoever runs it starts it: a process, a folder, a port. */
export interface ServerProcess {
  readonly address: string
  readonly pid: number
  readonly admin: (...args: readonly string[]) => Promise<string>
  /** Resident memory in MB. */
  readonly megabytes: () => number
  readonly stop: () => Promise<void>
}

export async function startServer(folder: string, databaseUrl: string | null): Promise<ServerProcess> {
  const place = ['--data', folder, ...(databaseUrl === null ? [] : ['--database-url', databaseUrl])]
  const server = spawn(process.execPath, [join(root, 'sync-server/main.ts'), ...place, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.on('exit', () => server.kill('SIGKILL'))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /https?:\/\/\S+:\d+/.exec(said)
      if (found !== null) resolve(found[0])
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return {
    address,
    pid: must(server.pid, 'it runs'),
    admin: async (...args) => {
      const asked = [join(root, 'sync-server/admin/main.ts'), ...args, ...place]
      return (await promisify(execFile)(process.execPath, asked)).stdout.trim()
    },
    megabytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}
