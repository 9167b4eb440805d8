import { z } from 'zod'
import { openCore } from './core.ts'
import { errorAnswer } from './transport/call-route.ts'
import { serveLocalSocket } from './transport/local-socket.ts'
import { socketPath } from './transport/socket-path.ts'

/*
 * Entry of the core's own process: Electron's utility process, or a plain Node child of the browser host. The parent's
 * first message names the data folder; the answer names the socket. When the parent goes, the core closes its store.
 */
const Start = z.object({ kind: z.literal('start'), dataDir: z.string().min(1), demo: z.boolean() })

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort
const tell = (message: unknown): void => {
  if (parentPort === undefined) process.send?.(message)
  else parentPort.postMessage(message)
}

async function start(message: z.infer<typeof Start>): Promise<void> {
  const opened = await openCore({ dataDir: message.dataDir, background: true, socketPath: socketPath(message.dataDir) })
  if (!opened.ok) {
    tell({ kind: 'refused', answer: errorAnswer(opened.refusal) })
    process.exit(2)
  }
  const core = opened.value
  const path = socketPath(message.dataDir)
  const server = await serveLocalSocket(core, path)
  const stop = (): void => {
    server.closeAllConnections()
    server.close()
    core.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('disconnect', stop)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  tell({ kind: 'listening', socket: path })
}

let started = false
function receive(data: unknown): void {
  const message = Start.safeParse(data)
  if (!message.success || started) return
  started = true
  start(message.data).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}

if (parentPort === undefined) process.on('message', receive)
else parentPort.on('message', (event) => receive(event.data))
