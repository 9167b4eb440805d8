// Which serial numbers a machine may give out in one year of one office. Invariants:
// - `next` only grows, within `from` … `to + 1`; what lies below it has been given out or given up for ever.
// - No two ranges of a machine overlap, and the server gives no number to two machines.
// - The reserve is the last block a machine puts to use: a whole thousand for days without the server.
// - After a restore none of the copy's ranges is used any more, the reserve neither (`continue-after-restore.ts`).
// One state a year; the host keeps the states of past years too, since a clock may be set back.
import { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { greatestSerial } from './reference-number.ts'

export const blockSize = 1000

const serial = z.number().int().min(1)
export const NumberRange = z
  .strictObject({
    from: serial.max(greatestSerial),
    to: serial.max(greatestSerial),
    next: serial.max(greatestSerial + 1),
  })
  .readonly()
  .refine(({ from, to, next }) => from <= to && from <= next && next <= to + 1)
export type NumberRange = z.infer<typeof NumberRange>

/** `stand-alone`: one machine owns the whole range of the office. `shared`: a machine among others, blocks from the server. */
export const NumberBlocks = z
  .strictObject({
    kind: z.enum(['stand-alone', 'shared']),
    year: z.number().int().min(2000).max(2099),
    blocks: z.array(NumberRange).max(10_000).readonly(),
    reserve: NumberRange.nullable(),
  })
  .readonly()
  .refine(({ blocks, reserve }) => areApart(reserve === null ? blocks : [...blocks, reserve]))
export type NumberBlocks = z.infer<typeof NumberBlocks>

function areApart(ranges: readonly NumberRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => a.from - b.from)
  return sorted.every((range, at) => at === 0 || (sorted[at - 1]?.to ?? 0) < range.from)
}

/** The n-th block of a year, n from 0: numbers 1–1000, 1001–2000, …. */
export function blockAt(index: number): NumberRange {
  const from = index * blockSize + 1
  return { from, to: from + blockSize - 1, next: from }
}

/** The numbers of a stand-alone machine in a new year: everything, from 1. R-01. */
export function standAloneNumbers(year: number): NumberBlocks {
  return { kind: 'stand-alone', year, blocks: [{ from: 1, to: greatestSerial, next: 1 }], reserve: null }
}

/** The numbers of a machine among others in one year: one block to use and one in reserve. Refuses `numbers-overlap`. R-01. */
export function sharedNumbers(year: number, block: NumberRange, reserve: NumberRange): Result<NumberBlocks> {
  return addBlock({ kind: 'shared', year, blocks: [block], reserve: null }, reserve, 'reserve')
}

/**
 * Takes in a block the server gave: to use, or as the new reserve when the old one was put to use.
 * Refuses `numbers-overlap`. R-01.
 */
export function addBlock(state: NumberBlocks, block: NumberRange, place: 'use' | 'reserve'): Result<NumberBlocks> {
  const held = state.reserve === null ? state.blocks : [...state.blocks, state.reserve]
  if (!areApart([...held, block])) return refuse('numbers-overlap', { from: block.from, to: block.to })
  if (place === 'use') return ok({ ...state, blocks: [...state.blocks, block] })
  assert(state.reserve === null, 'a machine holds one reserve a year')
  return ok({ ...state, reserve: block })
}

/** What a machine knows to have given out, range by range. R-01. */
export function givenRanges({ blocks, reserve }: NumberBlocks): readonly NumberRange[] {
  const held = reserve === null ? blocks : [...blocks, reserve]
  return held.filter(({ from, next }) => next > from).map((range) => ({ ...range, to: range.next - 1 }))
}

/** How many numbers are left before the reserve; a machine asks the server for the next block in good time. */
export function numbersLeft(state: NumberBlocks): number {
  return state.blocks.reduce((sum, block) => sum + block.to - block.next + 1, 0)
}

/**
 * Gives out the next number. Out: the serial and the state to keep, in one transaction with the case that carries it.
 * Refuses `numbers-exhausted`: the reserve is used up as well. R-01.
 */
export function nextNumber(state: NumberBlocks): Result<{ readonly serial: number; readonly state: NumberBlocks }> {
  const at = state.blocks.findIndex((block) => block.next <= block.to)
  const block = state.blocks[at]
  if (block !== undefined)
    return ok({
      serial: block.next,
      state: { ...state, blocks: state.blocks.with(at, { ...block, next: block.next + 1 }) },
    })
  if (state.reserve === null) return refuse('numbers-exhausted', { year: state.year })
  return nextNumber({ ...state, blocks: [...state.blocks, state.reserve], reserve: null })
}
