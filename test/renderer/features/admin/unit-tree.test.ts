import { describe, expect, it } from 'vitest'
import { unitLines, unitsBelow } from '#renderer/features/admin/unit-tree.ts'
import { UnitSet } from '#shared/domain/access/events.ts'

const unit = (id: string, kind: UnitSet['kind'], parent: string | null): UnitSet =>
  UnitSet.parse({
    id,
    kind,
    code: id,
    name: { ar: id, en: id },
    parent,
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  })

const units = [
  unit('lab', 'directorate', 'health'),
  unit('health', 'department', 'office'),
  unit('office', 'office', null),
  unit('works', 'department', 'office'),
]
const byName = (a: UnitSet, b: UnitSet): number => (a.code < b.code ? -1 : 1)

describe('G-03 the tree of units', () => {
  it('G-03 is read from the top, each unit below its parent', () => {
    expect(unitLines(units, byName).map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      ['office', 0],
      ['health', 1],
      ['lab', 2],
      ['works', 1],
    ])
  })

  it('G-03 a unit whose parent is unknown, and a ring of parents, stay in sight', () => {
    const odd = [
      ...units,
      unit('lost', 'department', 'nowhere'),
      unit('a', 'department', 'b'),
      unit('b', 'department', 'a'),
    ]
    expect(unitLines(odd, byName)).toHaveLength(odd.length)
    expect([...unitsBelow(odd, 'a')].toSorted()).toEqual(['a', 'b'])
  })

  it('G-03 a unit cannot be put below itself', () => {
    expect([...unitsBelow(units, 'office')].toSorted()).toEqual(['health', 'lab', 'office', 'works'])
    expect([...unitsBelow(units, 'works')]).toEqual(['works'])
  })
})
