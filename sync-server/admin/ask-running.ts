/** The command line's side of the local socket: light, because most commands only ask a running server. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const longestUnixPath = 100
const mostBytes = 1024 * 1024

/** Inside the folder, or, where the system's limit forbids that, in a private folder of the user's own. */
export function socketPath(folder: string): string {
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\insaf-server-${digest}`
  const inside = join(resolve(folder), 'admin.sock')
  if (Buffer.byteLength(inside) <= longestUnixPath) return inside
  const own = join(tmpdir(), `insaf-${userInfo().uid}`)
  mkdirSync(own, { recursive: true, mode: 0o700 })
  return join(own, `${digest}.server.sock`)
}

/** One line of JSON. */
export async function readLine(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (text.includes('\n') || text.length > mostBytes) break
  }
  return text.split('\n', 1)[0] ?? ''
}

const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    refusal: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  }),
])

/** Whether a server serves this folder. */
export async function isServed(folder: string): Promise<boolean> {
  const socket = await reach(folder)
  socket?.destroy()
  return socket !== null
}

async function reach(folder: string): Promise<Socket | null> {
  const socket = createConnection(socketPath(folder))
  const isOpen = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  return isOpen ? socket : null
}

/** Asks the server that holds this folder; null when none listens. */
export async function askRunning(
  folder: string,
  asked: { readonly name: string; readonly input: unknown },
): Promise<z.infer<typeof Answer> | null> {
  const socket = await reach(folder)
  if (socket === null) return null
  socket.write(`${JSON.stringify(asked)}\n`)
  return Answer.parse(JSON.parse(await readLine(socket)))
}
