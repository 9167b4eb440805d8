import { Instant, msOf } from '#shared/domain/clock/instant.ts'
import type { SyncClient } from './client.ts'
import { changeMembership, readMembership } from './membership.ts'

const noteEveryMs = 30_000

/** The server answered, or sent something of itself: the window says when, and duties are its own (E-01). */
export function noteContact({ store: { db }, ports }: SyncClient): void {
  const now = ports.clock.now()
  const last = readMembership(db)?.lastContact ?? null
  const since = last === null ? noteEveryMs : msOf(now) - msOf(Instant.parse(last))
  if (since >= 0 && since < noteEveryMs) return
  db.transactionSoon(() => changeMembership(db, { lastContact: now }))
}
