/**
 * Whether the log is still the one that this process knows (SYNC-RECOVER-1, SYNC-RECOVER-10): another server on the same
 * database may have opened a log epoch, and a database that was put back by its own means knows nothing of it.
 */
import { randomInt } from 'node:crypto'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { findLackedHead } from '#server/engine/lacked-head.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import { logPutBack, raiseAlarm } from '#server/devices/alarms.ts'
import { openLogEpoch, readLogEpoch } from '#server/devices/log-epoch.ts'
import { restoreLots } from '#server/devices/take-numbers.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { WireHost } from './context.ts'

/** In: heads that a machine shows at its hello. Behind it the server is called by the log epoch that stands. */
export async function followEpoch(host: Host, device: EnrolledDevice, heads: readonly SignedHead[]): Promise<void> {
  const { server } = host
  const known = await readLogEpoch(server.db)
  // What this process knew already, the database has forgotten, or another call has just said it there.
  if (known < server.identity.logEpoch) await beginBehind(host, { known, device, lacked: null })
  else enter(host, known)
  const { log, identity, ports } = server
  const lacked = await log.read((reader) =>
    findLackedHead({ log: reader, signing: ports.signing, server: identity }, heads),
  )
  if (lacked !== null) await beginBehind(host, { known: identity.logEpoch, device, lacked })
}

type Host = Pick<WireHost, 'server' | 'live'>

/** What follows the log as it was ends: its machines come again and greet. */
function enter({ server, live }: Host, logEpoch: number): void {
  if (server.enter(logEpoch)) live.closeAll()
}

interface PutBack {
  /** The log epoch that was found ended. */
  readonly known: number
  readonly device: EnrolledDevice
  readonly lacked: SignedHead | null
}

async function beginBehind(host: Host, { known, device, lacked }: PutBack): Promise<void> {
  const { db, ports, identity } = host.server
  const { logEpoch, isOpened } = await openLogEpoch(db, {
    known,
    before: Math.max(identity.logEpoch, lacked?.logEpoch ?? 0),
    now: ports.clock.now(),
    lot: randomInt(restoreLots),
  })
  enter(host, logEpoch)
  if (!isOpened) return
  const said = { before: known, logEpoch, feed: lacked?.feed, sequence: lacked?.sequence }
  await raiseAlarm(db, ports, { device: device.id, code: logPutBack, detail: JSON.stringify(said) })
  ports.journal.error(refusalSentence(logPutBack, {}, 'en'), said)
}
