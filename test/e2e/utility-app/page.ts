import type { Client } from '@orpc/client'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

/** The page's side of a port, as the window's own client does it. */
type Ask<Output> = Client<Record<never, never>, undefined, Output, Error>

type Core = { readonly pid: Ask<number>; readonly wrapped: Ask<readonly number[]> }

const held = globalThis as typeof globalThis & { core?: Core | null; insaf?: { readonly connect: () => void } }

let lost: (() => void) | null = null

window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source !== window) return
  if (data === 'insaf-port-lost') lost?.()
  if (data !== 'insaf-port' || port === undefined) return
  lost = () => {
    held.core = null
    // What is under way on it would wait for ever: the old Chromium says nothing of a port whose other side has died.
    port.dispatchEvent(new Event('close'))
  }
  const core: Core = createORPCClient(new RPCLink({ port }))
  held.core = core
  port.start()
})
held.insaf?.connect()
