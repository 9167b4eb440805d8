/**
 * Reads a small QR code (versions 1–3, one block) from its modules by the standard, not by the package
 * that drew it. No error correction: print is not at fault here.
 */
import { must } from '#shared/lib/assert.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

type Modules = readonly (readonly boolean[])[]

export function readQr(modules: Modules): string {
  const bits = dataBits(modules)
  let at = 0
  const take = (count: number): number => {
    const value = Number.parseInt(bits.slice(at, at + count), 2)
    at += count
    return value
  }
  let text = ''
  for (let mode = take(4); mode !== 0; mode = take(4)) text += readSegment(mode, take)
  return text
}

function readSegment(mode: number, take: (count: number) => number): string {
  switch (mode) {
    case 0b0001:
      return groups(take(10), 3, (count) => String(take([0, 4, 7, 10][count] ?? 0)).padStart(count, '0'))
    case 0b0010:
      return groups(take(9), 2, (count) => inFortyFive(take(count === 2 ? 11 : 6), count))
    case 0b0100:
      return groups(take(8), 1, () => String.fromCharCode(take(8)))
    default:
      throw new Error(`mode ${mode} is not read here`)
  }
}

function groups(length: number, size: number, read: (count: number) => string): string {
  let text = ''
  while (text.length < length) text += read(Math.min(size, length - text.length))
  return text
}

const inFortyFive = (value: number, count: number): string =>
  count === 2 ? `${alphabet[Math.floor(value / 45)]}${alphabet[value % 45]}` : must(alphabet[value], 'one of 45')

/** Up and down in columns of two from the right, past the timing column and everything fixed. */
function dataBits(modules: Modules): string {
  const size = modules.length
  const isMasked = maskOf(modules)
  const steps = Array.from({ length: size }, (_, step) => step)
  const pairs = steps.filter((column) => (column > 6 ? column % 2 === 0 : column % 2 === 1)).toReversed()
  return pairs
    .flatMap((right, index) =>
      (index % 2 === 0 ? steps.toReversed() : steps).flatMap((row) =>
        [right, right - 1].map((column) => ({ row, column })),
      ),
    )
    .filter(({ row, column }) => !isFixed(size, row, column))
    .map(({ row, column }) => (modules[row]?.[column] === isMasked(row, column) ? '0' : '1'))
    .join('')
}

function maskOf(modules: Modules): (row: number, column: number) => boolean {
  const format = [2, 3, 4].map((column) => (modules[8]?.[column] === true ? 1 : 0))
  const number = Number.parseInt(format.join(''), 2) ^ 0b101
  return must(masks[number], 'three bits')
}

function isFixed(size: number, row: number, column: number): boolean {
  const isFinder = (row <= 8 && (column <= 8 || column >= size - 8)) || (row >= size - 8 && column <= 8)
  const centre = size - 7
  const isAlignment = size > 21 && Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2
  return isFinder || row === 6 || column === 6 || isAlignment
}

/** The modules of the square drawn in a page, without its quiet zone. */
export function modulesIn(html: string): Modules {
  const size = Number(must(/class="qr"[^>]*viewBox="0 0 (\d+) /.exec(html)?.[1], 'a square'))
  const quiet = 4
  const grid = Array.from({ length: size - 2 * quiet }, () => Array.from({ length: size - 2 * quiet }, () => false))
  const path = must(/fill="#000" d="([^"]*)"/.exec(html)?.[1], 'its dark modules')
  for (const [, column, row, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    must(grid[Number(row) - quiet], 'inside').fill(
      true,
      Number(column) - quiet,
      Number(column) - quiet + Number(length),
    )
  }
  return grid
}
