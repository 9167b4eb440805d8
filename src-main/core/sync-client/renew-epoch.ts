import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { freeEpoch } from '#core/store/chain.ts'
import { answeredEnd, relinkUnanswered } from '#core/store/relink.ts'
import type { SyncClient } from './client.ts'
import { goBackAnEpoch, goBackToKnown } from './go-back.ts'
import { markToHear } from './to-hear.ts'
import { giveUpNumbers } from './keep-numbers.ts'
import { changeMembership, readMembership } from './membership.ts'

/**
 * Goes on under a new epoch and key: this machine is one of two clones, or was restored from a backup (SYNC-PUSH-5,
 * SYNC-RECOVER-4). The key is kept before anything is linked with it; a crash between is made good by `tellEpoch`.
 */
export function renewEpoch(client: SyncClient): Promise<Result<null>> {
  startFreeEpoch(client)
  return tellEpoch(client)
}

export const startFreeEpoch = (client: SyncClient): void =>
  client.startEpoch(freeEpoch(client.store.db, client.chain().device))

/** This machine has a twin, which has the same blocks of numbers. */
export function renewAsTwin(client: SyncClient): Promise<Result<null>> {
  giveUpNumbers(client)
  return renewEpoch(client)
}

const mostTries = 5

/** Tells the server of an epoch that it does not know yet; one that it gave to a twin is stepped over. */
export async function tellEpoch(client: SyncClient): Promise<Result<null>> {
  for (let tries = 1; ; tries += 1) {
    const { epoch, publicKey } = client.chain()
    if (must(readMembership(client.store.db), 'joined').epoch === epoch) return ok(null)
    relink(client)
    const told = await client.wire.renew({
      epoch,
      publicKey: toHex(publicKey),
      follows: answeredEnd(client.store.db),
    })
    if (told.ok) {
      const { db } = client.store
      db.transaction(() => {
        changeMembership(db, { epoch })
        markToHear(db)
      })
      return ok(null)
    }
    if (told.refusal.code === 'sync-signature') {
      // The server was restored to before the place that this epoch follows.
      const gone = await goBackToKnown(client)
      if (!gone.ok) return gone
      if (!gone.value.isFurther && !goBackAnEpoch(client).isFurther) return told
      continue
    }
    if (told.refusal.code !== 'sync-epoch-known' || tries >= mostTries) return told
    giveUpNumbers(client)
    startFreeEpoch(client)
  }
}

function relink(client: SyncClient): void {
  const { db } = client.store
  db.transaction(() => {
    relinkUnanswered(db, client.chain())
    client.reopenChain()
  })
}
