/**
 * `log-end.json` in the data folder: where the central feed ended a moment ago, signed. A database that was put back beside
 * it lacks that end, and is known by it before any number is given (SYNC-RECOVER-10).
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '#shared/sync/bytes.ts'
import { FeedName, headBytes } from '#shared/sync/feed-entry.ts'
import { SignedHead } from '#shared/sync/feed-page.ts'
import { serverDeviceId } from './devices/own-push.ts'
import { readLogEpoch } from './devices/log-epoch.ts'
import { beginBehind, standingEpoch } from './devices/put-back.ts'
import { findLackedHead } from './engine/lacked-head.ts'
import { faultText } from './fault-text.ts'
import type { OpenServer } from './open-server.ts'

const feed = FeedName.parse('central')
const pathIn = (folder: string): string => join(folder, 'log-end.json')

type Watched = Pick<OpenServer, 'folder' | 'identity' | 'ports' | 'log' | 'db'>

/**
 * Holds the log against the end that was noted, and notes where it ends now. Out: the log epoch that stands behind that;
 * where it is another than was known, the next look is the first in it.
 */
export async function lookAtLogEnd(server: Watched): Promise<number> {
  const { folder, identity, ports, log, db } = server
  const standing = await standingEpoch(server, { known: await readLogEpoch(db), device: serverDeviceId })
  if (standing !== identity.logEpoch) return standing
  const noted = readNote(folder)
  const { lacked, end } = await log.read(async (reader) => ({
    lacked: await findLackedHead(
      { log: reader, signing: ports.signing, server: identity },
      noted === null ? [] : [noted],
    ),
    end: (await reader.feedEnds([feed]))[0],
  }))
  if (lacked !== null) return beginBehind(server, { known: identity.logEpoch, device: serverDeviceId, lacked })
  if (end !== undefined && end.sequence > 0) {
    const { id, logEpoch } = identity
    const head = { feed, logEpoch, sequence: end.sequence, hash: toHex(end.hash) }
    const signature = toHex(ports.signing.sign(headBytes({ server: id, ...head })))
    if (signature !== noted?.signature) noteEnd(server, { ...head, signature })
  }
  return identity.logEpoch
}

function readNote(folder: string): SignedHead | null {
  if (!existsSync(pathIn(folder))) return null
  try {
    return SignedHead.safeParse(JSON.parse(readFileSync(pathIn(folder), 'utf8'))).data ?? null
  } catch {
    // Cut off while it was written: it is no witness.
    return null
  }
}

/** A folder that is full or read-only keeps no server from its work: the end that was noted before is a witness still. */
function noteEnd({ folder, ports }: Watched, head: SignedHead): void {
  try {
    writeNote(folder, head)
  } catch (error) {
    ports.journal.error('log end not noted', { error: faultText(error) })
  }
}

/** Not waited for on the disk: an end of a minute ago is as good a witness. */
function writeNote(folder: string, head: SignedHead): void {
  const fresh = `${pathIn(folder)}.${process.pid}`
  writeFileSync(fresh, JSON.stringify(head), { mode: 0o600 })
  renameSync(fresh, pathIn(folder))
}

const everyMs = 60_000

/** Looks every minute, and a last time at the end. `enter` hears the log epoch that stands. */
export function watchLogEnd(server: OpenServer, enter: (logEpoch: number) => void): { end(): Promise<void> } {
  const look = (): Promise<void> =>
    lookAtLogEnd(server)
      .then(enter)
      .catch((error: unknown) => server.ports.journal.error('log end', { error: faultText(error) }))
  let last = Promise.resolve()
  const timer = setInterval(() => void (last = last.then(look)), everyMs).unref()
  return {
    end: () => {
      clearInterval(timer)
      return last.then(look)
    },
  }
}
