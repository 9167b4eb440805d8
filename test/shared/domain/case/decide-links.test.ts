import { describe, expect, test } from 'vitest'
import {
  answered,
  approved,
  classified,
  closing,
  drafted,
  rated,
  referTo,
  resolvedCase,
  routine,
} from '#test/support/case-steps.ts'
import { CaseWorld, testId } from '#test/support/case-world.ts'

const lead = testId(900) as never

describe('links', () => {
  test('L-17 linking is reversible and destroys nothing; a follower leaves clocks and queues', () => {
    const world = classified()
    const referral = referTo(world)
    world.do('link', { lead, kind: 'duplicate' }, 'salma')
    expect(world.status).toBe('follower')
    expect(world.cycle.referrals[0]).toMatchObject({ id: referral, status: 'cancelled' })
    expect(world.refusal('submit_draft', { text: 'رد', language: 'ar' }, 'salma')).toBe('case-status')
    world.do('unlink', {}, 'salma')
    expect(world.status).toBe('accepted')
    expect(world.case.formerLinks).toHaveLength(1)
    expect(world.case.reference).toBe('TST-26-000001-7')
  })

  test('L-17 no link to itself, to a follower, in a circle, or twice', () => {
    const world = classified()
    expect(world.refusal('link', { lead: world.id, kind: 'duplicate' }, 'salma')).toBe('link-to-self')
    expect(world.refusal('link', { lead: testId(901) as never, kind: 'duplicate' }, 'salma')).toBe('not-found')
    world.links.leads.set(lead, testId(905))
    expect(world.refusal('link', { lead, kind: 'duplicate' }, 'salma')).toBe('link-to-follower')
    world.links.leads.set(lead, world.id)
    expect(world.refusal('link', { lead, kind: 'duplicate' }, 'salma')).toBe('link-would-circle')
    world.links.leads.clear()
    world.links.followed.add(world.id)
    expect(world.refusal('link', { lead, kind: 'duplicate' }, 'salma')).toBe('link-would-circle')
    world.do('link', { lead, kind: 'repeat' }, 'salma')
    expect(world.status).toBe('accepted')
    world.links.followed.clear()
    expect(world.refusal('link', { lead, kind: 'duplicate' }, 'salma')).toBe('link-exists')
  })

  test('L-16 an answered case is linked as a repeat, not as a follower', () => {
    const world = resolvedCase()
    expect(world.refusal('link', { lead, kind: 'duplicate' }, 'salma')).toBe('link-too-late')
    world.do('link', { lead, kind: 'repeat' }, 'salma')
    expect(world.case.link?.kind).toBe('repeat')
  })

  test('L-16 an answer that was counted stays so: a case opened anew after it is no follower either', () => {
    const world = resolvedCase()
    world.at('2026-01-07 10:00').do('rate', rated(world, 'not_satisfied'), 'huda')
    world.do('reopen', { cause: 'dissatisfied', route: 'rating', outcome: 'upheld', handler: 'nadia' as never }, 'huda')
    expect(world.refusal('link', { lead, kind: 'duplicate' }, 'salma')).toBe('link-too-late')
    // Nor does it change its type, or turn out to have been registered in error: each would empty an old quarter (P1).
    expect(world.refusal('retype', { to: 'inquiry' }, 'salma')).toBe('retype-too-late')
    expect(world.refusal('file', { reason: 'registered_in_error' as never }, 'huda')).toBe('file-too-late')
    world.do('file', { reason: 'information_only' as never }, 'huda')
  })
})

describe('leaving', () => {
  test('a case that leaves takes its referrals back and ends its pauses', () => {
    const world = classified()
    referTo(world)
    world.at('2026-01-06 09:00').do('withdraw', {}, 'rana')
    expect(world.status).toBe('withdrawn')
    expect(world.cycle.referrals.map(({ status }) => status)).toEqual(['cancelled'])
    const asked = new CaseWorld()
    asked.register()
    asked.do('request_info', { channel: 'phone', text: 'ما الخدمة؟' }, 'salma')
    asked.at('2026-01-06 09:00').do('reject', { reason: 'no_data', note: 'بلا بيانات', withinRemit: true }, 'salma')
    expect(asked.cycle.clock.pauses[0]?.until).toBe(asked.now)
  })

  test('bug 13 a first-contact case goes through every step in order and leaves no running clock', () => {
    const world = new CaseWorld({ now: '2026-01-04 09:20' })
    world.register({ receivedAt: world.local('2026-01-04 09:00'), session: 'call-1' })
    world.do('accept', {}, 'salma')
    world.do('classify', { ...routine, procedure: 'fcr', service: 'general.waiting' }, 'salma')
    const draft = drafted(world)
    world.do('approve_draft', { draft }, 'salma')
    const sent = world.do(
      'record_reply_sent',
      { draft, delivery: 'read_by_phone', sentAt: world.now, session: 'call-1' },
      'salma',
    )
    expect(world.typesOf(sent)).toEqual(['reply_sent', 'resolved'])
    expect(world.cycle.resolution).toMatchObject({
      how: 'answered',
      session: 'call-1',
      net: { minutes: 20, day: 420 },
      gross: { minutes: 20, day: 420 },
    })
    world.do('rate', rated(world, 'very_satisfied'), 'huda')
    world.do('close', { ...closing, analysis: '' }, 'salma')
    expect(world.status).toBe('closed')
    expect(world.cycle.endedAt).toBe(world.now)
    expect(world.cycle.clock.pauses.every(({ until }) => until !== null)).toBe(true)
  })

  test('A-03 the team answers without referral when it knows the answer', () => {
    const world = answered(classified())
    expect(world.cycle.referrals).toEqual([])
    expect(world.status).toBe('resolved')
  })

  test('W4 an answer does not leave while the clock stands still', () => {
    const world = classified()
    const draft = approved(world)
    expect(world.refusal('request_info', { channel: 'phone', text: 'x' }, 'salma')).toBe('case-status')
    expect(
      world.refusal(
        'record_reply_sent',
        { draft, delivery: 'posted', sentAt: world.local('2026-01-04 09:00') },
        'salma',
      ),
    ).toBe('time-too-early')
  })
})
