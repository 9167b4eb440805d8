import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { continueFromReserve, continueInUnknownYear } from '#shared/domain/numbering/continue-from-reserve.ts'
import { blockSize, NumberBlocks, nextNumber, standAloneNumbers } from '#shared/domain/numbering/number-blocks.ts'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { enrolledUnitKey } from './reference-data.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { z } from 'zod'
import type { Instant } from '#shared/domain/clock/instant.ts'

const key = (year: number): string => `numbers:${year}`

/** Years that the copy of a restored machine knew nothing of begin behind a jump. */
const RestoredIn = z.int().nullable()
const restoredKey = 'numbers-restored-in'

interface Asked {
  readonly office: string
  readonly zone: string
  readonly now: Instant
}

/** Takes the next reference number of the year, inside the transaction of the registration. */
export function takeReference(db: WritableDb, { office, zone, now }: Asked): Result<string> {
  const year = Number(localDateOf(zone, now).slice(0, 4))
  const kept = readSetting(db, key(year), NumberBlocks)
  const state = kept === null ? freshYear(db, year) : ok(kept)
  if (!state.ok) return state
  const next = nextNumber(state.value)
  if (!next.ok) return next
  writeSetting(db, key(year), next.value.state)
  return ok(formatReference({ office, year, serial: next.value.serial }))
}

/** A machine among others has the numbers that the server gave it, and no others (SYNC-NUM-1). */
function freshYear(db: ReadableDb, year: number): Result<NumberBlocks> {
  if (readSetting(db, enrolledUnitKey, z.string()) !== null) return refuse('numbers-exhausted', { year })
  const restoredIn = readSetting(db, restoredKey, RestoredIn)
  return restoredIn === year ? continueInUnknownYear(year) : ok(standAloneNumbers(year))
}

/** Goes on from the reserve of every year after a restore, and remembers the year in which it happened. */
export function continueNumbersAfterRestore(db: WritableDb, { zone, now }: Omit<Asked, 'office'>): Result<null> {
  const rows = db.all<{ key: string }>("SELECT key FROM settings WHERE key LIKE 'numbers:%'")
  for (const row of rows) {
    const state = readSetting(db, row.key, NumberBlocks)
    const next = state === null ? null : continueState(state)
    if (next !== null && !next.ok) return next
    if (next !== null) writeSetting(db, row.key, next.value)
  }
  writeSetting(db, restoredKey, Number(localDateOf(zone, now).slice(0, 4)))
  return ok(null)
}

/** Where the reserve was used up before, only the server can help: nothing is given out until it did. */
function continueState(state: NumberBlocks): Result<NumberBlocks> {
  const next = continueFromReserve(state)
  return next.ok || next.refusal.code !== 'numbers-no-reserve' ? next : ok({ ...state, blocks: [], reserve: null })
}

/**
 * A stand-alone office becomes one machine among others: of each year it keeps the rest of the thousand it is in, which
 * the server counts as given once it has seen the numbers before it (SYNC-ENROL-3).
 */
export function shareNumbers(db: WritableDb): void {
  const rows = db.all<{ key: string }>("SELECT key FROM settings WHERE key LIKE 'numbers:%'")
  for (const row of rows) {
    const state = readSetting(db, row.key, NumberBlocks)
    if (state !== null) writeSetting(db, row.key, { ...state, kind: 'shared', blocks: restOfBlock(state) })
  }
}

/** The highest serial that a stand-alone office gave out, a year: the server goes on behind it. */
export function numbersGiven(db: ReadableDb): { year: number; highest: number }[] {
  const rows = db.all<{ key: string }>("SELECT key FROM settings WHERE key LIKE 'numbers:%'")
  return rows.flatMap((row) => {
    const state = readSetting(db, row.key, NumberBlocks)
    return state === null
      ? []
      : [{ year: state.year, highest: Math.max(0, ...state.blocks.map(({ next }) => next - 1)) }]
  })
}

function restOfBlock({ blocks }: NumberBlocks): NumberBlocks['blocks'] {
  const current = blocks.find(({ next, to }) => next <= to)
  if (current === undefined) return []
  const last = current.next - 1
  const to = Math.min(current.to, Math.ceil(last / blockSize) * blockSize)
  return last < 1 || last >= to ? [] : [{ from: current.next, to, next: current.next }]
}

/** The highest serial of a year must stay behind what the numbers give: imports of this office's own numbers move them on. */
export function skipUsedSerial(db: WritableDb, year: number, serial: number): void {
  const state = readSetting(db, key(year), NumberBlocks) ?? standAloneNumbers(year)
  const blocks = state.blocks.map((block) =>
    serial >= block.next && serial <= block.to ? { ...block, next: serial + 1 } : block,
  )
  writeSetting(db, key(year), { ...state, blocks })
}
