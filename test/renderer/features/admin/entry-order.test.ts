import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderBehind, reorder } from '#renderer/features/admin/entry-order.ts'
import { EntrySet } from '#shared/domain/lists/events.ts'
import { runs } from '#test/support/effort.ts'

const entry = (code: string, order: number): EntrySet =>
  EntrySet.parse({
    list: 'causes',
    code,
    labels: { ar: code, en: code },
    order,
    active: true,
    scope: 'office',
    attributes: {},
  })

const codesAfter = (entries: readonly EntrySet[], changed: readonly EntrySet[]): readonly string[] =>
  entries
    .map((old) => changed.find((next) => next.code === old.code) ?? old)
    .toSorted((a, b) => a.order - b.order)
    .map(({ code }) => code)

describe('G-03 order of a list', () => {
  it('G-03 a move writes one entry while there is room between its neighbours', () => {
    const entries = [entry('a', 0), entry('b', 10), entry('c', 20)]
    expect(reorder(entries, 2, 1).map(({ code, order }) => [code, order])).toEqual([['c', 5]])
    expect(orderBehind(entries)).toBe(30)
    expect(orderBehind([])).toBe(0)
  })

  it('G-03 nothing moves off the ends', () => {
    const entries = [entry('a', 0), entry('b', 10)]
    expect(reorder(entries, 0, -1)).toEqual([])
    expect(reorder(entries, 1, 2)).toEqual([])
    expect(reorder(entries, 1, 1)).toEqual([])
  })

  it('G-03 any move puts the entry where it was sent and leaves the others in their order', () => {
    const orders = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), (numbers, first, second) => {
        const entries = numbers.toSorted((a, b) => a - b).map((order, place) => entry(`e${place}`, order))
        const [from, to] = [first % entries.length, second % entries.length]
        const codes = entries.map(({ code }) => code)
        const wanted = codes.toSpliced(from, 1).toSpliced(to, 0, codes[from] ?? '')
        expect(codesAfter(entries, reorder(entries, from, to))).toEqual(wanted)
      }),
      runs(100),
    )
  })
})
