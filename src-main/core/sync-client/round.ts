import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Work } from '#shared/sync/connection.ts'
import type { SyncClient } from './client.ts'
import { greet } from './greet.ts'
import { finishRecovery } from './finish-recovery.ts'
import { hearFirst } from './hear-first.ts'
import { isToHear } from './to-hear.ts'
import { keepNumbers } from './keep-numbers.ts'
import { noteContact } from './note-contact.ts'
import { pullFeeds } from './pull-feeds.ts'
import { retryGrounded } from './retry-grounded.ts'
import { pushQueue } from './push-queue.ts'
import { renewAsTwin, renewEpoch } from './renew-epoch.ts'
import { askUnheard } from './take-back-again.ts'
import { withdrawCases } from './withdraw-cases.ts'
import { withdrawLeftBehind } from './withdraw-left-behind.ts'
import { beginHiding, endHiding } from './would-hide.ts'
import type { Hiding } from './would-hide.ts'

/** One exchange: greet, send what has no answer, take what is new, take away what is withdrawn. */
export async function exchange(client: SyncClient, work: Work): Promise<Result<null>> {
  const { db } = client.store
  const hiding = beginHiding(db.ahead)
  const done = await goRound(client, work, hiding)
  if (done.ok) endHiding(db, hiding)
  return done
}

/** In: what the exchange has hidden already (S18). */
async function goRound(client: SyncClient, work: Work, hidden: Hiding): Promise<Result<null>> {
  if (work === 'all') {
    const greeted = await greet(client)
    if (!greeted.ok) return greeted
  }
  let hasSpoken = work !== 'push'
  if (work !== 'pull') {
    const pushed = await pushAll(client)
    if (!pushed.ok) return pushed
    if (pushed.value > 0) hasSpoken = true
  }
  if (work !== 'push') {
    const pulled = await pullFeeds(client)
    if (!pulled.ok) return pulled
  }
  let hiding = hidden
  if (work === 'all') {
    const recovered = await finishRecovery(client, hiding)
    if (!recovered.ok) return recovered
    if (recovered.value.isToSend) return goRound(client, 'all', recovered.value.hidden)
    hiding = recovered.value.hidden
    withdrawLeftBehind(client)
  }
  // Behind it: what a restored server does not show is offered before anything is taken away.
  const withdrawn = await withdrawCases(client, hiding)
  if (!withdrawn.ok) return withdrawn
  if (hasSpoken) noteContact(client)
  const unheard = work === 'all' ? await askUnheard(client) : ok(null)
  if (!unheard.ok) return unheard
  const grounded = await retryGrounded(client)
  if (!grounded.ok) return grounded
  return keepNumbers(client)
}

/** What a push is refused for and a client mends by itself is mended once, then told (SYNC-PUSH-3, SYNC-PUSH-5). */
async function pushAll(client: SyncClient): Promise<Result<number>> {
  const pushed = await pushHeard(client)
  if (pushed.ok) return pushed
  const mended = await mend(client, pushed.refusal.code)
  if (mended === null) return pushed
  if (!mended.ok) return mended
  const again = await pushHeard(client)
  if (again.ok || again.refusal.code !== 'sync-chain-ahead') return again
  // Greeted, and still so: it lost this epoch in silence, with nothing that a feed says (SYNC-RECOVER-2, S10).
  const renewed = await renewEpoch(client)
  return renewed.ok ? pushHeard(client) : renewed
}

/** What was just written is on its way when this returns for the first time: nothing is waited for before. */
async function pushHeard(client: SyncClient): Promise<Result<number>> {
  const heard = isToHear(client.store.db.ahead) ? await hearFirst(client) : ok(null)
  return heard.ok ? pushQueue(client) : heard
}

function mend(client: SyncClient, code: string): Promise<Result<null>> | null {
  if (code === 'sync-clone') return renewAsTwin(client)
  return code === 'sync-chain-ahead' ? greet(client) : null
}
