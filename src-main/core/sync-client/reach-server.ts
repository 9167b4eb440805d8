import type { OpenLive } from './live-channel.ts'
import { networkLive } from './live-channel.ts'
import { LivePushes } from './live-pushes.ts'
import { networkWire } from './network-wire.ts'
import type { Line } from './network-wire.ts'
import type { Wire } from './wire.ts'

/** The server as a machine that is connected reaches it: by calls, and by the channel over which small pushes go. */
export function reachServer(line: Line): { readonly wire: Wire; readonly openLive: OpenLive } {
  const pushes = new LivePushes()
  return { wire: networkWire(line, pushes), openLive: networkLive(line, pushes) }
}
