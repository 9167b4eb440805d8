import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { dutyActor } from '#shared/domain/duties/duty-actor.ts'
import type { Ids } from '#core/ports.ts'
import { appendCommit } from '#core/store/append-commit.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { openChain } from '#core/store/chain.ts'
import type { Chain } from '#core/store/chain.ts'
import { openWritable } from '#core/store/driver.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { wasEverJoined } from '#core/store/ever-joined.ts'
import { forgetPrivate } from '#core/store/forget-private.ts'
import { readLedger } from '#core/store/forgotten-ledger.ts'
import type { ForgottenPerson } from '#core/store/forgotten-ledger.ts'
import { readStream } from '#core/store/read-stream.ts'
import { storeFile } from '#core/store/store-file.ts'
import type { Vault } from '#core/vault/vault.ts'
import { personForgotten } from './forget-person.ts'
import type { Office } from './office.ts'
import { newEvent } from './write.ts'

interface Again {
  readonly now: Instant
  readonly ids: Ids
}

/** Whoever the ledger of a folder names is forgotten again in the store that a backup brought, before anybody sees it (S19). */
export function applyLedger(vault: Vault, ledgerFolder: string, again: Again): void {
  const people = readLedger(ledgerFolder)
  if (people.length === 0) return
  const db = openWritable({ file: storeFile(vault.folder), key: vault.key })
  try {
    const chain = openChain(db, must(vault.signer, 'a restored folder has a device'))
    db.transaction(() => forgetAgain(db, people, { ...again, chain }))
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/** The same behind a restore, of those whom the server still knew: the copy did not hold them yet. Out: the streams that it changed. */
export function forgetHeard({ store, chain, ports }: Office): ReadonlySet<string> {
  const people = readLedger(store.folder)
  if (people.length === 0) return new Set()
  const again = { chain, now: ports.clock.now(), ids: ports.ids }
  return store.db.transaction(() => changeFold(store.db, store.projections, () => forgetAgain(store.db, people, again)))
}

/**
 * In: a write transaction of a store whose tables are made anew behind it. What this machine had said itself it says again,
 * for nobody else may have heard it, and vouches for it as for all that is past: who said it may be gone by now. What it was
 * told, its server tells again; a log of the time before it joined has none, and says that too. Out: the streams that it changed.
 */
export function forgetAgain(
  db: WritableDb,
  people: readonly ForgottenPerson[],
  { chain, now, ids }: Again & { readonly chain: Chain },
): readonly string[] {
  return people.flatMap(({ stream, reason, by }) => {
    if (!isHere(db, stream) || readStream(db, stream).some(({ type }) => type === 'person.forgotten')) return []
    if (by === null && wasEverJoined(db)) forgetPrivate(db, stream)
    else {
      const author = { actor: by ?? dutyActor, session: null, via: 'import' as const }
      const event = newEvent({ ids, author, now, rights: '' }, personForgotten(stream.slice('person:'.length), reason))
      appendCommit(db, chain, { commit: ids.uuid(), events: [event] })
    }
    return [stream]
  })
}

/** Also what is held or was refused. */
const isHere = (db: WritableDb, stream: string): boolean =>
  db.value('SELECT 1 FROM events WHERE stream = ? LIMIT 1', stream) === 1
