import type { MessagePortMain } from 'electron'
import type { CoreChild } from '#main/host/core-child.ts'
import { FromCore } from '#shared/contract/desktop/core-process.ts'
import type { ShellCore } from './shell-core.ts'

/**
 * A core that ports cannot be handed to: each window's port gets a number, and what is said over it travels in the
 * channel to the child.
 */
export function relayCore(child: CoreChild): ShellCore {
  const ports = new Map<number, MessagePortMain>()
  let last = 0
  child.onMessage((data) => {
    const message = FromCore.safeParse(data)
    if (message.success && message.data.kind === 'relay')
      ports.get(message.data.connection)?.postMessage(message.data.data)
  })
  child.onExit(() => {
    for (const port of ports.values()) port.close()
    ports.clear()
  })
  return {
    ...child,
    takePort: (port) => {
      last += 1
      const connection = last
      ports.set(connection, port)
      port.on('message', ({ data }) => child.send({ kind: 'relay', connection, data }))
      port.on('close', () => {
        if (ports.delete(connection)) child.send({ kind: 'relay-closed', connection })
      })
      port.start()
    },
  }
}
