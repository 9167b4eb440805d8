import type { Client } from '@orpc/client'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

/** The page's side of a port, as the window's own client does it. */
type Ask<Output> = Client<Record<never, never>, undefined, Output, Error>

type Core = { readonly pid: Ask<number>; readonly wrapped: Ask<readonly number[]> }

const held = globalThis as typeof globalThis & { core?: Core | null; insaf?: { readonly connect: () => void } }

window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source !== window) return
  if (data === 'insaf-port-lost') held.core = null
  if (data !== 'insaf-port' || port === undefined) return
  const core: Core = createORPCClient(new RPCLink({ port }))
  held.core = core
  port.start()
})
held.insaf?.connect()
