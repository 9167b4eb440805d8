/**
 * Whether the log is still the one that this process knows (SYNC-RECOVER-1, SYNC-RECOVER-10): another server on the same
 * database may have opened a log epoch, and a database that was put back by its own means knows nothing of it.
 */
import { findLackedHead } from '#server/engine/lacked-head.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import { readLogEpoch } from '#server/devices/log-epoch.ts'
import { beginBehind } from '#server/devices/put-back.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { WireHost } from './context.ts'

/** In: heads that a machine shows at its hello. Behind it the server is called by the log epoch that stands. */
export async function followEpoch(
  host: Host,
  { id: device }: EnrolledDevice,
  heads: readonly SignedHead[],
): Promise<void> {
  const { server } = host
  const known = await readLogEpoch(server.db)
  // What this process knew already, the database has forgotten, or another call has just said it there.
  const isForgotten = known < server.identity.logEpoch
  enterEpoch(host, isForgotten ? await beginBehind(server, { known, device, lacked: null }) : known)
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
