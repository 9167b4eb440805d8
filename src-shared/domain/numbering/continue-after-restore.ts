// A machine brought back from a backup does not know which numbers were shown after the copy was made, nor whether the
// same copy was brought back elsewhere, and it cannot ask anybody while it is offline. It must never show one of those
// numbers again (R-01, bug 20).
//
// Nothing that stands in the copy is different in its second restore: a reserve or a jump of fixed width would be the
// same both times. So each restore draws a lot, and goes on in numbers of nine digits, which no office reaches by
// counting and to which no server counts its blocks. There are 800,000 places, a thousand numbers apart: two restores
// that register at most 1,000 cases each meet once in 800,000 times, with 10,000 each once in 40,000.
//
// Who knows the highest number that anybody has seen need not trust a lot: alone, the office goes on beyond it, with
// short numbers. How far beyond is drawn as well, so that an old note typed again at a second restore is survived 899
// times in 900 where each life registers up to a thousand cases, 98 in 100 with ten thousand. Among others the numbers
// just beyond may be another machine's: there it only moves the place on.
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { blockAt, blockSize, givenRanges } from './number-blocks.ts'
import type { NumberBlocks, NumberRange } from './number-blocks.ts'
import { greatestSerial } from './reference-number.ts'

/** As many places as a lot may name. The last of them leaves 100,000,000 numbers behind it. */
export const restorePlaces = 800_000
const firstPlace = 100_000
/** A server counts its blocks below this; what lies above was drawn. */
export const firstDrawnSerial = firstPlace * blockSize + 1
const endOfPlaces = firstPlace + restorePlaces

/** Thousands among which the place just beyond a known number is drawn: an office's numbers keep their six digits. */
const spread = 900

/** A place this near to numbers that the copy knows of an earlier restore is passed over: that life may have gone on. */
const guard = 1_000_000
const stepOver = 10_000

export interface Restart {
  /** Drawn at the restore: 0 … `restorePlaces` - 1. */
  readonly lot: number
  /** The highest serial of the year that anybody has seen; null when nobody knows. */
  readonly highest: number | null
}

/**
 * The numbers of a restored machine. In: the state found in the copy, and what its restore drew and was told. Out: the
 * state to go on with, written in the transaction in which the copy is made this machine's; what the copy knows as given
 * stays in it. Refuses `numbers-exhausted` where no place is left. R-01, bug 20.
 */
export function continueAfterRestore(state: NumberBlocks, { lot, highest }: Restart): Result<NumberBlocks> {
  assert(Number.isInteger(lot) && lot >= 0 && lot < restorePlaces, `${lot} is a lot`)
  const given = givenRanges(state)
  const isBeyond = highest !== null && state.kind === 'stand-alone'
  const from = isBeyond ? justBeyond(given, { lot, highest }) : drawnPlace(given, { lot, highest })
  if (from === null || from > greatestSerial) return refuse('numbers-exhausted', { year: state.year })
  const to = state.kind === 'shared' ? from + blockSize - 1 : endOf(given, from)
  return ok({ ...state, blocks: [...given, { from, to, next: from }], reserve: null })
}

/** At least a whole thousand further, for what was shown and is not remembered. */
function justBeyond(given: readonly NumberRange[], { lot, highest }: { lot: number; highest: number }): number {
  const last = Math.max(highest, ...given.map(({ to }) => to))
  return blockAt(Math.ceil(last / blockSize) + 1 + (lot % spread)).from
}

function drawnPlace(given: readonly NumberRange[], { lot, highest }: Restart): number | null {
  const first = Math.max(firstPlace, Math.ceil((highest ?? 0) / blockSize) + 1)
  const places = endOfPlaces - first
  if (places <= 0) return null
  const tries = Array.from({ length: 2 * given.length + 1 }, (_, step) => first + ((lot + step * stepOver) % places))
  const isFree = (from: number): boolean => given.every((range) => from > range.to + guard || from + guard < range.from)
  return tries.map((index) => blockAt(index).from).find(isFree) ?? null
}

/** Up to what an earlier restore gave out further on, else to the end. */
const endOf = (given: readonly NumberRange[], from: number): number =>
  Math.min(greatestSerial, ...given.filter((range) => range.from > from).map((range) => range.from - 1))
