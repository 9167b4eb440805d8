/**
 * The administrator's way to a running server: a local socket that only its owner opens. One JSON line asks, one
 * answers. Only where the folder's own store is in use does anybody need it: PostgreSQL takes several at once.
 */
import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { z } from 'zod'
import type { Result } from '#shared/lib/result.ts'
import { faultText } from '#server/fault-text.ts'
import type { AdminHost } from './admin-host.ts'
import { readLine, socketPath } from './ask-running.ts'
import { runCommand } from './commands.ts'

const Asked = z.object({ name: z.string().max(60), input: z.unknown() })

/** Listens for the command line until the answer is called. The caller holds the folder, so an old socket is nobody's. */
export async function listenForAdmin(folder: string, host: AdminHost): Promise<() => Promise<void>> {
  const path = socketPath(folder)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => void attend(socket, host))
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return () => new Promise((done) => server.close(() => done()))
}

async function attend(socket: Socket, host: AdminHost): Promise<void> {
  socket.on('error', () => socket.destroy())
  const line = await readLine(socket).catch(() => '')
  // Who only looks whether a server stands here asks nothing; who left has nobody to answer.
  if (line === '') return void socket.destroy()
  const answer = await answerTo(line, host)
  socket.end(`${JSON.stringify(answer)}\n`)
}

async function answerTo(line: string, host: AdminHost): Promise<Result<unknown>> {
  try {
    const { name, input } = Asked.parse(JSON.parse(line))
    return await runCommand(host, { name, input })
  } catch (error) {
    const id = host.server.ports.ids.uuid()
    host.server.ports.journal.error('administration', { id, error: faultText(error) })
    return { ok: false, refusal: { code: 'internal-fault', params: { id } } }
  }
}
