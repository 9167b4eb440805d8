import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ToCore } from '#shared/contract/desktop/core-process.ts'
import type { StartCore } from '#shared/contract/desktop/core-process.ts'
import { refuse as refusal } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { openCore } from './core.ts'
import type { CoreOptions } from './core.ts'
import { fillPractice, preparePractice } from './services/practice.ts'
import { errorAnswer } from './transport/call-route.ts'
import type { CoreApi } from './transport/core-api.ts'
import { findCore } from './transport/find-core.ts'
import { serveLocalSocket } from './transport/local-socket.ts'
import { findParent } from './transport/parent.ts'
import { parentSecrets } from './transport/parent-secrets.ts'
import type { ParentSecrets } from './transport/parent-secrets.ts'
import { relayedPorts } from './transport/relayed-ports.ts'
import { portServer } from './transport/serve-port.ts'
import type { CorePort } from './transport/serve-port.ts'
import { socketPath } from './transport/socket-path.ts'

/*
 * Entry of the core's own process: Electron's utility process, or a plain Node child. The parent's first message names
 * the data folder; the answer names the socket. A window comes by a port (handed over, or relayed over the channel) or
 * over the socket. When the parent goes, the core closes its store.
 */
const parent = findParent()

/** No window comes before the core has said that it listens. */
let servePort = (_port: CorePort): void => {}
let secrets: ParentSecrets | null = null
// Whatever this process writes is the user's own: store, keys, files, backups.
process.umask(0o077)

let started = false

const relay = relayedPorts(parent.tell, (port) => servePort(port))

function receive(data: unknown, ports: readonly CorePort[]): void {
  const parsed = ToCore.safeParse(data)
  if (!parsed.success) return
  const message = parsed.data
  switch (message.kind) {
    case 'start':
      if (!started) begin(message)
      return
    case 'window-port':
      for (const port of ports) servePort(port)
      return
    case 'secret-answer':
      secrets?.answered(message)
      return
    case 'stop':
      stop()
      return
    default:
      relay(message)
  }
}

let stop = (): void => process.exit(0)

function begin(message: StartCore): void {
  started = true
  start(message).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}

async function start({ dataDir, demo, secrets: chain }: StartCore): Promise<void> {
  const path = socketPath(dataDir)
  // Half-way open it is opened first, so that it can be closed in good order.
  let isToStop = false
  stop = () => {
    isToStop = true
  }
  secrets = chain === null ? null : parentSecrets(chain.backend, parent.tell)
  // A folder that nothing was set up in has no lock yet, but may have a core that waits for it.
  const other = await findCore(path)
  if (other !== null) return refuse({ code: 'folder-in-use', params: { pid: other } })
  const opened = await openWhenFree({ dataDir, background: true, socketPath: path, ports: { secrets } })
  if (!opened.ok) return refuse(opened.refusal)
  const core = opened.value
  const isToFill = demo && (await preparePractice(core.call))
  const server = await serveLocalSocket(core, path)
  stop = stopper(core, server)
  servePort = portServer(core)
  parent.tell({ kind: 'listening', socket: path })
  if (isToStop) return stop()
  if (isToFill) fillPractice(core.call).catch((error: unknown) => core.logFault('practice data', error))
}

const heldPatienceMs = 3000
const heldStepMs = 100

/** A command line may hold the folder for a moment; another core that starts just now is found by its socket then. */
async function openWhenFree(options: CoreOptions & { readonly socketPath: string }): Promise<Result<CoreApi>> {
  const until = performance.now() + heldPatienceMs
  for (;;) {
    const opened = await openCore(options)
    if (opened.ok || opened.refusal.code !== 'folder-in-use' || performance.now() > until) return opened
    await wait(heldStepMs)
    const other = await findCore(options.socketPath)
    if (other !== null) return refusal('folder-in-use', { pid: other })
  }
}

function refuse(reason: Refusal): void {
  const answer = errorAnswer(reason)
  if (!answer.ok) parent.tell({ kind: 'refused', answer })
  process.exitCode = 2
  // The channel is emptied first: the parent must hear why.
  setTimeout(() => process.exit(2), 50)
}

function stopper(core: CoreApi, server: Server): () => void {
  let isStopping = false
  return () => {
    if (isStopping) return
    isStopping = true
    server.closeAllConnections()
    server.close()
    core.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
}

parent.onMessage(receive)
parent.onGone(() => stop())
process.on('SIGTERM', () => stop())
// Ctrl-C in a terminal reaches parent and child alike; the parent says when to stop.
process.on('SIGINT', () => {})
