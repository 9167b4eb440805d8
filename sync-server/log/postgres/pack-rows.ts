/**
 * Byte strings of many rows in one parameter. An array of `bytea` would travel as hexadecimal with every backslash
 * escaped, three times its size; here the bytes go as they are and the statement cuts them out by place and length.
 */
import { must } from '#shared/lib/assert.ts'

export interface PackedRows<Row> {
  readonly rows: readonly Row[]
  readonly bytes: Buffer
  /** Where each row's bytes begin, counted from 1 as SQL does. */
  readonly starts: readonly number[]
  /** For each column, the length of each row's bytes; -1 for null. */
  readonly lengths: readonly (readonly number[])[]
}

/** What one statement may carry: short enough that nobody copies it many times while it arrives. */
export interface PackBounds {
  readonly rows: number
  readonly bytes: number
}

/** Cuts rows into packs within bounds; a row larger than the bounds is a pack of its own. */
export function packRows<Row>(
  rows: readonly Row[],
  columns: readonly ((row: Row) => Uint8Array | null)[],
  bounds: PackBounds,
): readonly PackedRows<Row>[] {
  const packs: PackedRows<Row>[] = []
  let first = 0
  let size = 0
  rows.forEach((row, index) => {
    const length = columns.reduce((sum, column) => sum + (column(row)?.length ?? 0), 0)
    if (index > first && (index - first >= bounds.rows || size + length > bounds.bytes)) {
      packs.push(pack(rows.slice(first, index), columns, size))
      first = index
      size = 0
    }
    size += length
  })
  if (rows.length > 0) packs.push(pack(rows.slice(first), columns, size))
  return packs
}

function pack<Row>(
  rows: readonly Row[],
  columns: readonly ((row: Row) => Uint8Array | null)[],
  size: number,
): PackedRows<Row> {
  const bytes = Buffer.allocUnsafe(size)
  const starts: number[] = []
  const lengths: number[][] = columns.map(() => [])
  let at = 0
  for (const row of rows) {
    starts.push(at + 1)
    columns.forEach((column, index) => {
      const value = column(row)
      must(lengths[index], 'a list a column').push(value?.length ?? -1)
      if (value === null) return
      bytes.set(value, at)
      at += value.length
    })
  }
  return { rows, bytes, starts, lengths }
}
