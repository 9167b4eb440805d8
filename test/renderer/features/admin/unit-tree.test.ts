import { describe, expect, it } from 'vitest'
import { namesakeOf, unitLines, unitsBelow } from '#renderer/features/admin/unit-tree.ts'
import { toldApart } from '#renderer/parts/told-apart.ts'
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

describe('G-03 two units of one name', () => {
  const named = (id: string, ar: string, en = ar): UnitSet => ({
    ...unit(id, 'department', 'office'),
    name: { ar, en },
  })
  const licences = named('LIC', 'دائرة التراخيص', 'Licences')

  it('G-03 who gives a unit the name of another is told which, however it is spelt; its own name and a retired unit are none', () => {
    const typed = (ar: string, en = '') => ({ id: null, name: { ar, en } })
    expect(namesakeOf([licences], typed('دائرة  التراخيص'))?.code).toBe('LIC')
    expect(namesakeOf([licences], typed('دائره التراخيص'))?.code).toBe('LIC')
    expect(namesakeOf([licences], typed('التراخيص', 'licences'))?.code).toBe('LIC')
    expect(namesakeOf([licences], typed('دائرة المياه'))).toBeNull()
    expect(namesakeOf([licences], { id: 'LIC', name: licences.name })).toBeNull()
    expect(namesakeOf([{ ...licences, active: false }], typed('دائرة التراخيص'))).toBeNull()
  })

  it('G-03 where they are chosen the code stands beside the name of both, and of no other', () => {
    const water = named('WAT', 'دائرة المياه')
    const second = named('ABCDEFGH', 'دائرة التراخيص', 'Second')
    expect(toldApart([licences, water, second], ({ ar }) => ar)).toEqual([
      { value: 'LIC', label: 'دائرة التراخيص (\u2066LIC\u2069)' },
      { value: 'WAT', label: 'دائرة المياه' },
      { value: 'ABCDEFGH', label: 'دائرة التراخيص (\u2066ABCDEFGH\u2069)' },
    ])
    expect(toldApart([licences, second], ({ en }) => en).map(({ label }) => label)).toEqual(['Licences', 'Second'])
  })
})
