import type { EntrySet } from '#shared/domain/lists/events.ts'

const step = 10

/** In: entries in their order, which one moves and where to. Out: those whose order number changes, with the new one; as few as can be. */
export function reorder(entries: readonly EntrySet[], from: number, to: number): readonly EntrySet[] {
  const moving = entries[from]
  if (moving === undefined || to < 0 || to >= entries.length || from === to) return []
  const rest = entries.toSpliced(from, 1)
  const before = rest[to - 1]?.order ?? -1
  const after = rest[to]?.order ?? before + 2 * step
  if (after - before > 1) return [{ ...moving, order: Math.floor((before + after) / 2) }]
  return rest
    .toSpliced(to, 0, moving)
    .map((entry, place) => ({ ...entry, order: place * step }))
    .filter((entry) => entries.find((old) => old.code === entry.code)?.order !== entry.order)
}

/** Out: an order number behind all of them. */
export const orderBehind = (entries: readonly EntrySet[]): number =>
  Math.min(100_000, Math.max(-step, ...entries.map((entry) => entry.order)) + step)
