import { describe, expect, test } from 'vitest'
import { audienceName } from '#shared/domain/access/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { auditMembers, insideMembers, referenceMembers } from '#shared/domain/access/members.ts'

const unit = (id: string, kind: UnitSet['kind'], [parent, ...serves]: readonly string[] = []): UnitSet => ({
  id: id as UnitSet['id'],
  kind,
  code: id,
  name: { ar: id, en: id },
  parent: (parent ?? null) as UnitSet['parent'],
  active: true,
  serves: serves as UnitSet['serves'],
  contact: { phone: '', email: '', liaison: '' },
})

const tree = new Map(
  [
    unit('central', 'central'),
    unit('region', 'office', ['central']),
    unit('office-a', 'office', ['region']),
    unit('office-b', 'office', ['region']),
    unit('works', 'department', ['office-a', 'office-b']),
    unit('roads', 'directorate', ['works']),
  ].map((each) => [each.id as string, each]),
)

const names = (members: readonly Audience[]): readonly string[] => members.map(audienceName).toSorted()

describe('members of a unit’s streams', () => {
  test('N-05 G-07 a case is held by its office, the units above it and the central unit, by no other office or department', () => {
    expect(names(insideMembers(tree, 'office-a'))).toEqual(['central', 'office:office-a', 'office:region'])
    expect(names(insideMembers(tree, 'region'))).toEqual(['central', 'office:region'])
    expect(names(insideMembers(tree, 'central'))).toEqual(['central'])
  })

  test('R-09 whatever a department owns, a department’s feed is never inside', () => {
    expect(names(insideMembers(tree, 'roads'))).toEqual(['central', 'office:office-a', 'office:region'])
  })

  test('an office that the tree does not know yet stands below the central unit', () => {
    expect(names(insideMembers(tree, 'office-new'))).toEqual(['central', 'office:office-new'])
  })

  test('F-12 a department right under the central unit that names no office serves every one, of today and tomorrow', () => {
    const more = new Map([...tree, ['courts', unit('courts', 'department', ['central'])]])
    const offices = ['office:office-a', 'office:office-b', 'office:region']
    expect(names(referenceMembers(more, 'courts'))).toEqual(['central', 'department:courts', ...offices])
    for (const office of ['office-a', 'office-b'])
      expect(names(referenceMembers(more, office))).toContain('department:courts')
    expect(names(referenceMembers(more, 'works'))).not.toContain('department:courts')
  })

  test('G-03 reference data go to the owner, above and below it, to departments that serve it and offices it serves', () => {
    expect(names(referenceMembers(tree, 'office-a'))).toEqual([
      'central',
      'department:roads',
      'department:works',
      'office:office-a',
      'office:region',
    ])
    expect(names(referenceMembers(tree, 'office-b'))).toEqual([
      'central',
      'department:works',
      'office:office-b',
      'office:region',
    ])
    expect(names(referenceMembers(tree, 'works'))).toEqual([
      'central',
      'department:roads',
      'department:works',
      'office:office-a',
      'office:office-b',
      'office:region',
    ])
  })

  test('G-03 what the central unit owns goes to all', () => {
    expect(names(referenceMembers(tree, 'central'))).toHaveLength(tree.size)
  })

  test('P-03 a machine’s audit goes to its unit, those above and the central unit', () => {
    expect(names(auditMembers(tree, 'works'))).toEqual([
      'central',
      'department:works',
      'office:office-a',
      'office:region',
    ])
  })
})
