/**
 * Whether the log is still the one that this process knows (SYNC-RECOVER-1, SYNC-RECOVER-10): another server on the same
 * database may have opened a log epoch, and a database that was put back by its own means knows nothing of it.
 */
import { findLackedHead } from '#server/engine/lacked-head.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import type { Caller } from '#server/devices/find-device.ts'
import { beginBehind, standingEpoch } from '#server/devices/put-back.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { WireHost } from './context.ts'

/** In: who calls, and the log epoch that the database said with it. Behind it this process is in the one that stands. */
export async function followEpoch(host: Host, { device, logEpoch }: Caller): Promise<void> {
  enterEpoch(host, await standingEpoch(host.server, { device: device.id, known: logEpoch }))
}

/** In: heads that a machine shows at its hello. Behind it the server is called by the log epoch that stands. */
export async function holdAgainst(
  host: Host,
  { id: device }: EnrolledDevice,
  heads: readonly SignedHead[],
): Promise<void> {
  const { server } = host
  const { log, identity, ports } = server
  const lacked = await log.read((reader) =>
    findLackedHead({ log: reader, signing: ports.signing, server: identity }, heads),
  )
  if (lacked !== null) enterEpoch(host, await beginBehind(server, { known: identity.logEpoch, device, lacked }))
}

type Host = Pick<WireHost, 'server' | 'live'>

/** What follows the log as it was ends: its machines come again and greet. */
export function enterEpoch({ server, live }: Host, logEpoch: number): void {
  if (server.enter(logEpoch)) live.closeAll()
}
