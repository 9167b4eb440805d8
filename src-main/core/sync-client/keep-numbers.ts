import { addBlock, NumberBlocks, numbersLeft } from '#shared/domain/numbering/number-blocks.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { countWaiting } from '#core/store/own-commits.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import type { SyncClient } from './client.ts'
import { readMembership } from './membership.ts'

/** Below this a machine asks for its next block: thirty days without a network of an office that registers 2,000 still fit (SYNC-NUM-1). */
const askBelow = 2500

const mostRefused = 10

/** Setting of a year's numbers, as registration reads it. */
const key = (year: number): string => `numbers:${year}`

/**
 * Blocks of numbers in good time: one to use and one in reserve, for the year and, near its end, for the next.
 * Asked for only when nothing waits: the server has then seen every number this machine gave out.
 */
export async function keepNumbers(client: SyncClient): Promise<Result<null>> {
  const kind = readMembership(client.store.db)?.unit.kind
  if (kind !== 'office' && kind !== 'central') return ok(null)
  for (const year of client.numberYears()) {
    const kept = await keepYear(client, year)
    if (!kept.ok) return kept
  }
  return ok(null)
}

/**
 * Another machine lives on the same copy, or did: what it gave out of these blocks nobody here knows. All of them are
 * given up, and new ones come from the server before anything is registered.
 */
export function giveUpNumbers({ store: { db } }: SyncClient): void {
  db.transaction(() => {
    for (const { key: name } of db.all<{ key: string }>("SELECT key FROM settings WHERE key LIKE 'numbers:%'")) {
      const state = readSetting(db, name, NumberBlocks)
      if (state?.kind === 'shared') writeSetting(db, name, none(state.year))
    }
  })
}

const none = (year: number): NumberBlocks => ({ kind: 'shared', year, blocks: [], reserve: null })

async function keepYear(client: SyncClient, year: number): Promise<Result<null>> {
  const { db } = client.store
  for (let refused = 0; ;) {
    const state = readSetting(db, key(year), NumberBlocks) ?? none(year)
    const place = numbersLeft(state) < askBelow ? 'use' : 'reserve'
    if ((place === 'reserve' && state.reserve !== null) || countWaiting(db) > 0) return ok(null)
    const block = await client.wire.takeNumbers(year)
    if (!block.ok) return block
    const { from, to } = block.value
    const added = db.transaction(() => {
      const next = addBlock(readSetting(db, key(year), NumberBlocks) ?? none(year), { from, to, next: from }, place)
      if (next.ok) writeSetting(db, key(year), next.value)
      return next
    })
    // A block that this machine has numbers of already is given up: the next one is another.
    refused += added.ok ? 0 : 1
    if (!added.ok && refused === mostRefused) return added
  }
}
