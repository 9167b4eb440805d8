import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { continueAfterRestore } from '#shared/domain/numbering/continue-after-restore.ts'
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

/**
 * The last restore of this folder. The lost machine may have given out numbers of any year up to its own, by registering
 * or by taking in old cases: a year that the copy knew nothing of begins at the place that was drawn.
 */
const Restart = z.object({ year: z.int(), lot: z.int() })
const restartKey = 'numbers-restart'

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
  const restart = readSetting(db, restartKey, Restart)
  const fresh = standAloneNumbers(year)
  return restart === null || year > restart.year
    ? ok(fresh)
    : continueAfterRestore(fresh, { lot: restart.lot, highest: null })
}

/** The numbers of every year that this machine knows of. */
export function numbersOfYears(db: ReadableDb): readonly NumberBlocks[] {
  const rows = db.all<{ key: string }>("SELECT key FROM settings WHERE key LIKE 'numbers:%'")
  return rows.flatMap((row) => readSetting(db, row.key, NumberBlocks) ?? [])
}

export interface RestartAsked {
  /** The year it is where the office is. */
  readonly year: number
  /** Drawn for this restore: no other of the same backup has it (`restorePlaces`). */
  readonly lot: number
  /** The highest number that anybody has seen, where somebody knows it. */
  readonly highest: { readonly year: number; readonly serial: number } | null
}

/** After a restore: every year goes on at another place, which stands in the state from then on. */
export function continueNumbersAfterRestore(db: WritableDb, { year, lot, highest }: RestartAsked): Result<null> {
  const isAlone = readSetting(db, enrolledUnitKey, z.string()) === null
  const known = numbersOfYears(db)
  const unknown = [...new Set([year, highest?.year ?? year])].filter((each) => known.every((of) => of.year !== each))
  for (const state of [...known, ...(isAlone ? unknown.map(standAloneNumbers) : [])]) {
    const serial = highest?.year === state.year ? highest.serial : null
    const next = continueAfterRestore(state, { lot, highest: serial })
    if (!next.ok) return next
    writeSetting(db, key(state.year), next.value)
  }
  writeSetting(db, restartKey, { year, lot } satisfies z.infer<typeof Restart>)
  return ok(null)
}

/**
 * A stand-alone office becomes one machine among others: of each year it keeps the rest of the thousand it is in, which
 * the server counts as given once it has seen the numbers before it (SYNC-ENROL-3).
 */
export function shareNumbers(db: WritableDb): void {
  for (const state of numbersOfYears(db))
    writeSetting(db, key(state.year), { ...state, kind: 'shared', blocks: restOfBlock(state) })
}

/**
 * Where a stand-alone office stands in its numbers, a year: the server goes on behind it. After a restore that is the
 * place that was drawn, also before a number of it was given: what lies below may have been shown by the lost machine.
 */
export const numbersGiven = (db: ReadableDb): { year: number; highest: number }[] =>
  numbersOfYears(db).map(({ year, blocks }) => ({ year, highest: Math.max(0, ...blocks.map(({ next }) => next - 1)) }))

function restOfBlock({ blocks }: NumberBlocks): NumberBlocks['blocks'] {
  const current = blocks.find(({ next, to }) => next <= to)
  if (current === undefined) return []
  const last = current.next - 1
  const to = Math.min(current.to, Math.ceil(last / blockSize) * blockSize)
  return last < 1 || last >= to ? [] : [{ from: current.next, to, next: current.next }]
}

/** The highest serial of a year must stay behind what the numbers give: imports of this office's own numbers move them on. */
export function skipUsedSerial(db: WritableDb, year: number, serial: number): void {
  const kept = readSetting(db, key(year), NumberBlocks)
  const fresh = kept === null ? freshYear(db, year) : ok(kept)
  // Among others, and without numbers of that year: the server gives them.
  if (!fresh.ok) return
  const blocks = fresh.value.blocks.map((block) =>
    serial >= block.next && serial <= block.to ? { ...block, next: serial + 1 } : block,
  )
  writeSetting(db, key(year), { ...fresh.value, blocks })
}
