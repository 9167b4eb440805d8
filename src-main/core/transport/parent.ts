/*
 * The process that started the core: Electron's shell (utility process, which hands over ports) or a Node parent
 * (child process, whose channel carries messages only).
 */
import type { FromCore } from '#shared/contract/desktop/core-process.ts'
import type { CorePort } from './serve-port.ts'

export interface Parent {
  readonly tell: (message: FromCore) => void
  readonly onMessage: (listener: (data: unknown, ports: readonly CorePort[]) => void) => void
  /** The parent is gone. */
  readonly onGone: (listener: () => void) => void
}

interface UtilityParent {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports?: readonly StartablePort[] }) => void): void
}

interface StartablePort extends CorePort {
  start(): void
}

export function findParent(): Parent {
  const utility = (process as { parentPort?: UtilityParent }).parentPort
  return utility === undefined ? nodeParent() : utilityParent(utility)
}

const utilityParent = (port: UtilityParent): Parent => ({
  tell: (message) => port.postMessage(message),
  onMessage: (listener) =>
    port.on('message', (event) => {
      const ports = event.ports ?? []
      listener(event.data, ports)
      for (const each of ports) each.start()
    }),
  // Electron ends its utility processes itself.
  onGone: () => {},
})

const nodeParent = (): Parent => ({
  tell: (message) => {
    if (process.connected) process.send?.(message)
  },
  onMessage: (listener) => void process.on('message', (data) => listener(data, [])),
  onGone: (listener) => void process.on('disconnect', listener),
})
