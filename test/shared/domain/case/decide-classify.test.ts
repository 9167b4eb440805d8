import { describe, expect, test } from 'vitest'
import { complexities, importances } from '#shared/domain/case/codes.ts'
import { shippedPriorities } from '#shared/domain/case/priority.ts'
import { classified, routine } from '#test/support/case-steps.ts'
import { CaseWorld, loneStaff } from '#test/support/case-world.ts'

describe('classification', () => {
  test('L-05 W11 the class decides the limit, and the stamp names its versions', () => {
    const world = classified({}, { complexity: 'critical' })
    expect(world.cycle.clock.dueNow).toMatchObject({
      at: world.local('2026-01-06 15:00'),
      zone: 'Asia/Amman',
      calendarVersion: 'cal-1',
      limitVersion: 'tgt-1',
      zoneVersion: 'tz-1',
    })
  })

  test('L-04 L-05 a service with a limit of its own goes before type and complexity, in every cycle and type', () => {
    const serviceLimits = { 'special.payments': { unit: 'days', amount: 7, mode: 'working' } } as const
    const world = classified({ serviceLimits }, { service: 'special.payments' as never, complexity: 'complex' })
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-14 15:00'))
    expect(world.cycle.clock.dueNow.limit).toEqual(serviceLimits['special.payments'])
    // The limit stands in the list of services: that list's version is the one it was read in (W11).
    expect(world.cycle.clock.dueNow.limitVersion).toBe('list-1')
    world.do('retype', { to: 'inquiry', note: 'استفسار' }, 'salma')
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-14 15:00'))
    world.do('classify', { ...routine, service: 'special.eservices' as never, complexity: 'critical' }, 'salma')
    expect(world.cycle.clock.dueNow.limit).not.toEqual(serviceLimits['special.payments'])
    world.do('classify', { ...routine, service: 'special.payments' as never, complexity: 'critical' }, 'salma')
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-14 15:00'))
  })

  test('L-07 importance needs the right, a reason when high, and a reason for any change', () => {
    const staff = {
      ...loneStaff,
      rana: { unit: loneStaff.nadia.unit, groups: ['reception'], rights: ['triage'] },
    } as const
    const plain = new CaseWorld({ staff })
    plain.register()
    expect(plain.refusal('classify', { ...routine, importance: 'high', importanceReason: 'خطر' }, 'rana')).toBe(
      'not-allowed',
    )
    plain.do('classify', routine, 'rana')
    const world = classified()
    expect(world.refusal('classify', { ...routine, importance: 'high' }, 'salma')).toBe('importance-needs-reason')
    expect(world.refusal('classify', { ...routine, importance: 'low' }, 'salma')).toBe('importance-needs-reason')
    world.do('classify', { ...routine, importance: 'high', importanceReason: 'يمس السلامة' }, 'salma')
    expect(world.cycle.classification?.importance).toBe('high')
  })

  test('L-09 priority is importance × complexity unless overridden with a reason', () => {
    for (const importance of importances) {
      for (const complexity of complexities) {
        const world = classified({}, { importance, complexity, importanceReason: 'سبب' })
        expect(world.cycle.classification?.priority).toBe(shippedPriorities[importance][complexity])
      }
    }
    const world = classified()
    expect(world.refusal('classify', { ...routine, priority: 'urgent' }, 'salma')).toBe('priority-needs-reason')
    world.do('classify', { ...routine, priority: 'urgent', priorityReason: 'موعد قريب' }, 'salma')
    expect(world.cycle.classification).toMatchObject({ priority: 'urgent', priorityOverridden: true })
  })

  test('L-10 a second user corrects; the first may change his own mind', () => {
    const world = classified()
    world.do('classify', { ...routine, service: 'special.payments' }, 'salma')
    expect(world.cycle.classification?.corrected).toBe(false)
    expect(world.typesOf(world.do('classify', routine, 'omar'))).toEqual(['class_corrected'])
    expect(world.cycle.classification?.corrected).toBe(true)
  })

  test('L-08 first contact is register, resolve, close: no referral; processing needs a class first', () => {
    const world = classified({}, { procedure: 'fcr' })
    expect(world.refusal('refer', { referrals: [{ department: 'dept-a' as never, text: 'x' }] }, 'salma')).toBe(
      'procedure-is-fcr',
    )
    const unclassified = new CaseWorld()
    unclassified.register()
    unclassified.do('accept', {}, 'salma')
    expect(unclassified.refusal('refer', { referrals: [{ department: 'dept-a' as never, text: 'x' }] }, 'salma')).toBe(
      'not-classified',
    )
    expect(unclassified.refusal('submit_draft', { text: 'رد', language: 'ar' }, 'salma')).toBe('not-classified')
  })

  test('T-04 retyping keeps the number and the old type, and counts the due date anew from the start', () => {
    const world = classified()
    const { reference } = world.case
    expect(world.refusal('retype', { to: 'complaint' }, 'salma')).toBe('type-unchanged')
    world.do('retype', { to: 'inquiry' }, 'salma')
    expect(world.case).toMatchObject({ reference, type: 'inquiry', types: ['complaint', 'inquiry'] })
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-06 09:00'))
  })
})
