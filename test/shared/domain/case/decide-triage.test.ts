import { describe, expect, test } from 'vitest'
import { classified, routine } from '#test/support/case-steps.ts'
import { CaseWorld } from '#test/support/case-world.ts'

describe('rejection, pauses and limits at triage', () => {
  test('L-03 rejection takes a reason of the list and freezes the time of the decision', () => {
    const world = new CaseWorld()
    world.register()
    expect(world.refusal('reject', { reason: 'whatever', withinRemit: true }, 'salma')).toBe('list-entry-unknown')
    world.at('2026-01-06 09:00').do('reject', { reason: 'before_court', note: 'منظورة', withinRemit: true }, 'salma')
    expect(world.case.decision).toMatchObject({
      kind: 'rejected',
      reason: 'before_court',
      waited: { minutes: 420, day: 420 },
    })
    expect(world.status).toBe('rejected')
  })

  test('L-03 W4 W5 asking for data pauses the clock and the answer moves the due date by exactly that time', () => {
    const world = classified()
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-08 15:00'))
    world.at('2026-01-06 10:00').do('request_info', { channel: 'phone', text: 'رقم الطلب؟' }, 'salma')
    expect(world.status).toBe('awaiting_info')
    world.at('2026-01-07 10:00').do('receive_info', {}, 'salma')
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-11 15:00'))
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-11 15:00'))
    expect(world.status).toBe('accepted')
  })

  test('W4 L-03 an answer that came before it was typed lets the clock go on from when it came', () => {
    const world = classified()
    world.at('2026-01-06 10:00').do('request_info', { channel: 'phone', text: 'رقم الطلب؟' }, 'salma')
    world.at('2026-01-08 09:00')
    const came = (at: string) => ({ receivedAt: world.local(at) })
    expect(world.refusal('receive_info', came('2026-01-06 09:59'), 'salma')).toBe('time-too-early')
    expect(world.refusal('receive_info', came('2026-01-08 09:01'), 'salma')).toBe('time-in-future')
    world.do('receive_info', came('2026-01-07 10:00'), 'salma')
    expect(world.cycle.clock.pauses[0]?.until).toBe(world.local('2026-01-07 10:00'))
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-11 15:00'))
  })

  test('W4 a question nobody answers stops the clock only up to its cap', () => {
    const world = classified()
    world.at('2026-01-06 10:00').do('request_info', { channel: 'phone', text: 'رقم الطلب؟' }, 'salma')
    const capped = world.cycle.clock.dueNow.at
    expect(world.refusal('recompute_due', { cause: 'pause_cap' }, 'nadia')).toBe('pause-cap-not-reached')
    world.at('2026-03-01 10:00').do('recompute_due', { cause: 'pause_cap' }, 'nadia')
    expect(world.cycle.clock.pauses[0]?.until).toBe(world.local('2026-01-20 15:00'))
    expect(world.cycle.clock.dueNow.at).toBe(capped)
    expect(world.status).toBe('accepted')
  })

  test('W4 suspension needs the head, a reason, and ends by resuming', () => {
    const world = classified()
    expect(world.refusal('suspend', { reason: 'court' }, 'salma')).toBe('not-allowed')
    world.at('2026-01-06 08:00').do('suspend', { reason: 'court' }, 'nadia')
    expect(world.status).toBe('suspended')
    expect(world.refusal('refer', { referrals: [{ department: 'dept-a' as never, text: 'x' }] }, 'salma')).toBe(
      'case-status',
    )
    world.at('2026-01-11 08:00').do('resume', {}, 'salma')
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-13 15:00'))
  })

  test('bug 7 W7 reclassification while paused keeps the pause and never restarts the clock', () => {
    const world = classified()
    world.at('2026-01-06 10:00').do('request_info', { channel: 'phone', text: 'رقم الطلب؟' }, 'salma')
    world.at('2026-01-06 12:00').do('classify', { ...routine, complexity: 'complex' }, 'salma')
    world.at('2026-01-07 10:00').do('receive_info', {}, 'salma')
    expect(world.cycle.clock.startedAt).toBe(world.local('2026-01-05 09:00'))
    // Ten working days after 5 January end on 19 January; one paused day moves that to the 20th.
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-20 15:00'))
    expect(world.cycle.clock.pauses).toHaveLength(1)
  })

  test('W7 a change of class that moves the due date of a late cycle is marked, whoever makes it; one made in time is not', () => {
    const late = classified()
    late.at('2026-01-08 15:01').do('classify', { ...routine, complexity: 'complex' }, 'salma')
    expect(late.cycle.classification).toMatchObject({ corrected: false, savedFromLate: true })
    late.do('classify', { ...routine, complexity: 'critical' }, 'salma')
    expect(late.cycle.classification?.savedFromLate).toBe(true)
    const inTime = classified()
    inTime.at('2026-01-08 14:59').do('classify', { ...routine, complexity: 'complex' }, 'salma')
    expect(inTime.cycle.classification?.savedFromLate).toBe(false)
    const suspended = classified()
    suspended.at('2026-01-06 08:00').do('suspend', { reason: 'court' }, 'nadia')
    suspended.at('2026-01-12 08:00').do('classify', { ...routine, complexity: 'complex' }, 'salma')
    expect(suspended.cycle.classification?.savedFromLate).toBe(false)
  })

  test('W6 one extension, before the due date, later than it, with reason and notice; due_orig stays', () => {
    const world = classified()
    const until = world.local('2026-01-13 15:00')
    const extension = { reason: 'field_visit', until, clientNotified: true }
    expect(world.refusal('extend', extension, 'salma')).toBe('not-allowed')
    expect(world.refusal('extend', { ...extension, clientNotified: false }, 'nadia')).toBe('extension-not-notified')
    expect(world.refusal('extend', { ...extension, until: world.local('2026-01-07 15:00') }, 'nadia')).toBe(
      'extension-not-later',
    )
    world.do('extend', extension, 'nadia')
    expect(world.cycle.clock.dueNow.at).toBe(until)
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-08 15:00'))
    expect(world.refusal('extend', { ...extension, until: world.local('2026-01-20 15:00') }, 'nadia')).toBe(
      'extension-used',
    )
    const late = classified()
    expect(
      late.at('2026-01-08 15:00').refusal('extend', { ...extension, until: late.local('2026-01-20 15:00') }, 'nadia'),
    ).toBe('extension-too-late')
  })

  test('W6 W7 a reclassification after an extension keeps both due dates apart', () => {
    const world = classified()
    world.do('extend', { reason: 'field_visit', until: world.local('2026-01-13 15:00'), clientNotified: true }, 'nadia')
    world.do('classify', { ...routine, complexity: 'critical' }, 'salma')
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-06 15:00'))
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-13 15:00'))
  })
})

/** Registered, transferred and followed up in vain. */
