import { randomInt } from 'node:crypto'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import type { Tables } from '#server/log/tables.ts'
import type { ServerName } from '#server/engine/engine.ts'
import type { ServerPorts } from '#server/ports.ts'
import { logPutBack, raiseAlarm } from './alarms.ts'
import { openLogEpoch } from './log-epoch.ts'
import { restoreLots } from './take-numbers.ts'

export interface PutBack {
  /** The log epoch that was found ended. */
  readonly known: number
  /** Who showed it. */
  readonly device: string
  /** What the log lacks; null where the database says an earlier epoch than was known. */
  readonly lacked: SignedHead | null
}

interface Server {
  readonly db: Tables
  readonly ports: ServerPorts
  readonly identity: ServerName
}

/**
 * In: the log epoch that the database says. Out: the one that stands: what this process knew already, the database has
 * forgotten, or another call has just said it there.
 */
export const standingEpoch = async (server: Server, said: Pick<PutBack, 'known' | 'device'>): Promise<number> =>
  said.known < server.identity.logEpoch ? beginBehind(server, { ...said, lacked: null }) : said.known

/** The log was put back by its own means: a new log epoch, and its operator is told (SYNC-RECOVER-10). Out: the epoch that stands. */
export async function beginBehind(
  { db, ports, identity }: Server,
  { known, device, lacked }: PutBack,
): Promise<number> {
  const { logEpoch, isOpened } = await openLogEpoch(db, {
    known,
    before: Math.max(identity.logEpoch, lacked?.logEpoch ?? 0),
    now: ports.clock.now(),
    lot: randomInt(restoreLots),
  })
  if (isOpened) {
    const said = { before: known, logEpoch, feed: lacked?.feed, sequence: lacked?.sequence }
    await raiseAlarm(db, ports, { device, code: logPutBack, detail: JSON.stringify(said) })
    ports.journal.error(refusalSentence(logPutBack, {}, 'en'), said)
  }
  return logEpoch
}
