import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { PersonDetails } from '#shared/domain/person/person-details.ts'
import { openPrivatePart } from '#shared/sync/private-part.ts'
import type { Ids } from '#core/ports.ts'
import { appendCommit } from '#core/store/append-commit.ts'
import { openChain } from '#core/store/chain.ts'
import type { Chain } from '#core/store/chain.ts'
import { openWritable } from '#core/store/driver.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { forgetPrivate } from '#core/store/forget-private.ts'
import { readLedger } from '#core/store/forgotten-ledger.ts'
import type { ForgottenPerson } from '#core/store/forgotten-ledger.ts'
import { readStream } from '#core/store/read-stream.ts'
import { storeFile } from '#core/store/store-file.ts'
import type { Vault } from '#core/vault/vault.ts'
import { forgetInDrafts } from './forget-in-drafts.ts'
import { personForgotten } from './forget-person.ts'
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

/**
 * In: a write transaction of a store whose tables are made anew behind it. What this machine had said itself it says again,
 * for nobody else may have heard it, and vouches for it as for all that is past: who said it may be gone by now. What it was
 * told, its server tells again. Out: the streams that it changed.
 */
export function forgetAgain(
  db: WritableDb,
  people: readonly ForgottenPerson[],
  { chain, now, ids }: Again & { readonly chain: Chain },
): readonly string[] {
  return people.flatMap(({ stream, reason, by }) => {
    const known = partsOf(db, stream)
    if (known === null || readStream(db, stream).some(({ type }) => type === 'person.forgotten')) return []
    const id = stream.slice('person:'.length)
    forgetInDrafts(
      db,
      known.map((details) => ({ id, details })),
    )
    if (by === null) forgetPrivate(db, stream)
    else {
      const author = { actor: by, session: null, via: 'import' as const }
      const event = newEvent({ ids, author, rights: '' }, { now, ...personForgotten(id, reason) })
      appendCommit(db, chain, { commit: ids.uuid(), events: [event] })
    }
    return [stream]
  })
}

/** What the private parts of a person say, also of what is held or was refused; null: nothing of him is here. */
function partsOf(db: WritableDb, stream: string): readonly PersonDetails[] | null {
  const rows = db.all<{ private: Uint8Array | null }>('SELECT private FROM events WHERE stream = ?', stream)
  if (rows.length === 0) return null
  return rows.flatMap((row) => {
    const read = row.private === null ? null : PersonDetails.safeParse(openPrivatePart(row.private)['details'])
    return read?.success === true ? [read.data] : []
  })
}
