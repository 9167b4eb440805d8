import { describe, expect, test } from 'vitest'
import { caseMembers, caseReach } from '#shared/domain/case/audience.ts'
import { classified, referTo, resolvedCase } from '#test/support/case-steps.ts'
import { centralUnit, departmentA, office, otherOffice, shippedStaff } from '#test/support/case-world.ts'
import { accessOf, tree, unit } from '#test/support/duty-world.ts'

const note = 'من اختصاص المستوى الأعلى'
const zaid = { zaid: { unit: centralUnit, groups: ['team_head'] } } as const

describe('G-07 a case moves up and down the levels', () => {
  test('G-07 up to the unit above, which owns it then; its clock, number and referrals stay, its handler does not', () => {
    const world = classified()
    const referral = referTo(world)
    world.do('assign', { user: 'omar' as never }, 'salma')
    const { clock } = world.cycle
    world.at('2026-01-06 09:00').do('move_to_unit', { unit: centralUnit, note }, 'salma')
    expect(world.case).toMatchObject({
      office: centralUnit,
      reference: 'TST-26-000001-7',
      moves: [{ from: office, to: centralUnit, at: world.now }],
    })
    expect(world.cycle).toMatchObject({ clock, handler: null, referrals: [{ id: referral, status: 'ref_sent' }] })
  })

  test('G-07 down again; sideways only by whoever stands above both', () => {
    const world = classified({ staff: { ...shippedStaff, ...zaid } })
    expect(world.refusal('move_to_unit', { unit: otherOffice, note }, 'salma')).toBe('move-out-of-line')
    world.do('move_to_unit', { unit: centralUnit, note }, 'salma')
    world.do('move_to_unit', { unit: office, note }, 'zaid')
    world.do('move_to_unit', { unit: otherOffice, note }, 'zaid')
    expect(world.case.moves.map(({ to }) => to)).toEqual([centralUnit, office, otherOffice])
  })

  test('G-07 only to an office, never to where it is, never once it is answered, and with a reason', () => {
    const world = classified()
    expect(world.refusal('move_to_unit', { unit: departmentA, note }, 'salma')).toBe('unit-unknown')
    expect(world.refusal('move_to_unit', { unit: office, note }, 'salma')).toBe('move-out-of-line')
    expect(world.refusal('move_to_unit', { unit: centralUnit, note }, 'rana')).toBe('not-allowed')
    expect(() => world.try('move_to_unit', { unit: centralUnit, note: ' ' }, 'salma')).toThrow()
    expect(resolvedCase().refusal('move_to_unit', { unit: centralUnit, note }, 'salma')).toBe('case-status')
  })

  test('G-05 never to the unit of the employee it is about, who is kept out wherever it goes', () => {
    const world = classified({ staff: { ...shippedStaff, ...zaid } })
    world.do('set_complained_about', { employees: [{ staffId: '77', unit: centralUnit }], note: '' } as never, 'salma')
    expect(world.refusal('move_to_unit', { unit: centralUnit, note }, 'salma')).toBe('move-complained-about')
  })

  test('R-08 a strictly confidential one only to a unit of somebody named', () => {
    const world = classified({ staff: { ...shippedStaff, ...zaid } })
    world.do('set_confidentiality', { level: 'strict', users: ['salma'] as never, note: '' }, 'nadia')
    expect(world.refusal('move_to_unit', { unit: centralUnit, note }, 'salma')).toBe('named-users-cannot-work')
    world.do('set_confidentiality', { level: 'strict', users: ['salma', 'zaid'] as never, note: '' }, 'salma')
    world.do('move_to_unit', { unit: centralUnit, note }, 'salma')
    expect(world.case.office).toBe(centralUnit)
  })

  test('G-07 SYNC-FEED-5 the units above see it wherever it is; the office that gave it up does not', () => {
    const { units } = accessOf([...tree, unit(otherOffice, 'office', 'central')], [])
    const world = classified({ staff: { ...shippedStaff, ...zaid } })
    const members = () => caseMembers(caseReach(world.case), units)
    expect(members()).toEqual([{ kind: 'office', unit: office }, { kind: 'central' }])
    world.do('move_to_unit', { unit: centralUnit, note }, 'salma')
    expect(members()).toEqual([{ kind: 'central' }])
    world.do('move_to_unit', { unit: otherOffice, note }, 'zaid')
    expect(members()).toEqual([{ kind: 'office', unit: otherOffice }, { kind: 'central' }])
  })
})
