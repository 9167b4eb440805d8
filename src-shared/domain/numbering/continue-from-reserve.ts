// A machine brought back from a backup, or copied, does not know which numbers were shown after the copy was made.
// It must never show one of them again (R-01, bug 20), and it cannot ask anybody while it is offline.
//
// Among others: the reserve was untouched when the backup was made, whatever happened afterwards, so its numbers are
// new. The main blocks are given up whole, and the reserve becomes the block in use; a new one comes from the server.
//
// Alone: there is nobody to hold a reserve, so the reserve is a jump ahead: over at least 1,000 numbers beyond the
// highest known one, to the first number of a thousand, where the gap is plain to a reader of the register. That
// holds as long as at most 1,000 cases were registered between backup and loss. Where there were more, or the same
// backup is restored a second time, the person who restores gives the last number found on paper as `highestKnown`;
// among others it moves the reserve on in the same way.
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { blockSize, standAloneNumbers } from './number-blocks.ts'
import type { NumberBlocks } from './number-blocks.ts'
import { greatestSerial } from './reference-number.ts'

function jump(state: NumberBlocks, highestKnown: number): Result<NumberBlocks> {
  const given = Math.max(highestKnown, ...state.blocks.map((block) => block.next - 1))
  const from = (Math.ceil(given / blockSize) + 1) * blockSize + 1
  if (from > greatestSerial) return refuse('numbers-exhausted', { year: state.year })
  return ok({ ...state, blocks: [{ from, to: greatestSerial, next: from }] })
}

/**
 * The numbers of a restored or cloned machine. In: the state found in the copy, and the highest serial known
 * to have been shown by it that year (0 when unknown). Out: the state to go on with, in the same transaction that opens
 * the new device epoch. Refuses `numbers-no-reserve`: then only the server can help. R-01, bug 20.
 */
export function continueFromReserve(state: NumberBlocks, highestKnown = 0): Result<NumberBlocks> {
  if (state.kind === 'stand-alone') return jump(state, highestKnown)
  if (state.reserve === null) return refuse('numbers-no-reserve', { year: state.year })
  const { from, to, next } = state.reserve
  const isInside = highestKnown >= from && highestKnown <= to
  return ok({
    ...state,
    blocks: [{ from, to, next: isInside ? Math.max(next, highestKnown + 1) : next }],
    reserve: null,
  })
}

/**
 * The numbers of a stand-alone machine in a year of which the copy knows nothing. The lost machine may have lived into
 * that year, so a plain start at 1 would repeat what it gave out. R-01, bug 20.
 */
export function continueInUnknownYear(year: number, highestKnown = 0): Result<NumberBlocks> {
  return jump(standAloneNumbers(year), highestKnown)
}
