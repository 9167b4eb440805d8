/** The opened server: its store, its key, and what it is called. Nothing here listens; the command line works on it too. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '#shared/sync/bytes.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readFact, writeFact } from './devices/server-facts.ts'
import { createServerKeys, readServerKeys } from './devices/server-key.ts'
import type { ServerKeys } from './devices/server-key.ts'
import { lookAtLogEnd } from './log-witness.ts'
import { openDatabase } from './log/open-database.ts'
import type { Database, DatabaseSettings } from './log/open-database.ts'
import type { ServerLog } from './log/server-log.ts'
import type { Tables } from './log/tables.ts'
import type { PeopleIndex } from './people/index-people.ts'
import type { Journal, ServerPorts } from './ports.ts'
import { sha256, signingWith, systemClock, systemIds } from './system-ports.ts'

export interface ServerIdentity {
  readonly id: string
  /** Changes when the server was restored (SYNC-RECOVER-1). */
  readonly logEpoch: number
}

export interface OpenServer {
  readonly folder: string
  /** As it was read or opened last: `enter` follows it. */
  readonly identity: ServerIdentity
  /** Goes on in a later log epoch. Out: whether it is later. */
  enter(logEpoch: number): boolean
  readonly ports: ServerPorts
  readonly log: ServerLog
  readonly db: Tables
  readonly write: Database['write']
  readonly follow: Database['follow']
  readonly people: PeopleIndex
  close(): Promise<void>
}

export interface ServerSettings {
  /** The data folder: the key, files, and PGlite's store where there is no address. */
  readonly folder: string
  readonly databaseUrl: string | null
  readonly journal: Journal
}

/**
 * Opens the server's data, made where there are none. Refuses what `openDatabase` refuses, `server-key-missing`
 * where the database belongs to a server whose key is not in this folder, and `server-store-elsewhere` where the folder's
 * server has its store in PostgreSQL, but no address was given: a second, empty one would be made.
 */
export async function openServer({ folder, databaseUrl, journal }: ServerSettings): Promise<Result<OpenServer>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const store = storeOf(folder, databaseUrl)
  if (store.kind === 'pglite' && !existsSync(store.folder) && readServerKeys(folder) !== null)
    return refuse('server-store-elsewhere', { folder })
  const opened = await openDatabase(store, journal)
  if (!opened.ok) return opened
  const { db, log, write, follow, close } = opened.value
  const keys = await keysFor(db, folder)
  if (!keys.ok) {
    await close()
    return keys
  }
  const signing = signingWith(keys.value.privateKey)
  const ports = { clock: systemClock, ids: systemIds, hash: sha256, signing, journal }
  const found = await identityFor(db, ports)
  if (found === null) {
    await close()
    return refuse('server-key-missing', { folder })
  }
  const people = { db, log, ports, key: keys.value.indexKey }
  // Before anything is given: what was given by the log that is lost is not given again.
  let identity = { ...found, logEpoch: await lookAtLogEnd({ folder, identity: found, ports, log, db }) }
  return ok({
    folder,
    get identity() {
      return identity
    },
    enter: (logEpoch) => {
      const isLater = logEpoch > identity.logEpoch
      if (isLater) identity = { ...identity, logEpoch }
      return isLater
    },
    ports,
    log,
    db,
    write,
    follow,
    people,
    close,
  })
}

/** Where a server's data folder keeps the store, when PostgreSQL does not. */
export const storeOf = (folder: string, databaseUrl: string | null): DatabaseSettings =>
  databaseUrl === null ? { kind: 'pglite', folder: join(folder, 'store') } : { kind: 'postgres', url: databaseUrl }

/** Whether a server was begun here: its store stands in the folder or, where PostgreSQL keeps that, its key. */
export function isServerFolder(folder: string, databaseUrl: string | null): boolean {
  const store = storeOf(folder, databaseUrl)
  return readServerKeys(folder) !== null || (store.kind === 'pglite' && existsSync(store.folder))
}

/** A folder without a key may begin a server, but not take over the database of another. */
async function keysFor(db: Tables, folder: string): Promise<Result<ServerKeys>> {
  const known = readServerKeys(folder)
  if (known !== null) return ok(known)
  const isBegun = (await readFact(db, 'public-key')) !== null
  return isBegun ? refuse('server-key-missing', { folder }) : ok(createServerKeys(folder))
}

/** What the database says of its server, written at its first start; null when that is another. */
async function identityFor(db: Tables, { ids, signing }: ServerPorts): Promise<ServerIdentity | null> {
  const publicKey = toHex(signing.publicKey)
  const known = await readFact(db, 'public-key')
  if (known === null) {
    await db.transaction(async (tx) => {
      await writeFact(tx, { name: 'server-id', value: `server-${ids.uuid()}` })
      await writeFact(tx, { name: 'log-epoch', value: '1' })
      await writeFact(tx, { name: 'public-key', value: publicKey })
    })
  } else if (known !== publicKey) return null
  const id = await readFact(db, 'server-id')
  const logEpoch = Number(await readFact(db, 'log-epoch'))
  return id === null ? null : { id, logEpoch }
}
