import { expect, test } from 'vitest'
import { unitShown } from '#renderer/parts/session.tsx'

const name = (ar: string, en: string) => ({ ar, en })
const office = { code: 'RYD', name: name('مكتب الرياض', 'Riyadh office'), practice: false } as never
const unitOf = (kind: string) => ({ id: 'water', kind, name: name('دائرة المياه', 'Water department') }) as never

test('N-05 the window, its title and its lock name the department whose machine it is, else the office', () => {
  for (const kind of ['department', 'directorate'])
    expect(unitShown({ office, unit: unitOf(kind) })).toEqual(name('دائرة المياه', 'Water department'))
  for (const kind of ['office', 'central'])
    expect(unitShown({ office, unit: unitOf(kind) })).toEqual(name('مكتب الرياض', 'Riyadh office'))
})
