import { describe, expect, test } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { dueNow } from '#shared/domain/clock/case-clock.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { referralClockOf } from '#shared/domain/case/deadlines.ts'
import { approved, classified, drafted, lastReferral, referTo } from '#test/support/case-steps.ts'
import { departmentA, departmentB } from '#test/support/case-world.ts'
import type { CaseWorld } from '#test/support/case-world.ts'

const statusesOf = (world: CaseWorld): readonly string[] => world.cycle.referrals.map(({ status }) => status)

describe('referral', () => {
  test('F-01 several departments at once, each with its own text, due date, status and answer', () => {
    const world = classified()
    world.do(
      'refer',
      {
        referrals: [
          { department: departmentA, text: 'أ' },
          { department: departmentB, text: 'ب' },
        ],
      },
      'salma',
    )
    expect(statusesOf(world)).toEqual(['ref_sent', 'ref_sent'])
    const [a, b] = world.cycle.referrals
    world.at('2026-01-06 09:00').do('reply_to_referral', { referral: a?.id ?? '', text: 'تم' }, 'ali')
    expect(world.status).toBe('referred')
    world.do('reply_to_referral', { referral: b?.id ?? '', text: 'تم' }, 'badr')
    expect(world.status).toBe('answered')
    expect(world.cycle.referrals[0]?.replied).toMatchObject({
      by: 'ali',
      enteredByTeam: false,
      waited: { minutes: 420, day: 420 },
    })
  })

  test('F-01 an unknown department, or one that still has to answer, is refused', () => {
    const world = classified()
    expect(world.refusal('refer', { referrals: [{ department: 'dept-z' as never, text: 'x' }] }, 'salma')).toBe(
      'department-unknown',
    )
    expect(
      world.refusal(
        'refer',
        {
          referrals: [
            { department: departmentA, text: 'x' },
            { department: departmentA, text: 'y' },
          ],
        },
        'salma',
      ),
    ).toBe('department-referred-already')
    expect(world.cycle.referrals).toEqual([])
  })

  test('5.1 the referral is due by its limit and never after its case', () => {
    const world = classified()
    referTo(world)
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-01-07 15:00'))
    const late = classified()
    late.at('2026-01-07 10:00')
    referTo(late)
    expect(late.cycle.referrals[0]?.due.at).toBe(late.local('2026-01-08 15:00'))
    const referral = lastReferral(late)
    late.do('ask_clarification', { referral, by: 'department', text: '؟' }, 'ali')
    late.at('2026-01-07 11:00').do('answer_clarification', { referral, text: 'نعم' }, 'salma')
    expect(late.cycle.referrals[0]?.due.at).toBe(late.local('2026-01-08 15:00'))
  })

  test('F-04 an answer that the team enters later counts from when it came: not in the future, not before the referral', () => {
    const world = classified()
    const referral = referTo(world)
    const sent = world.now
    world.at('2026-01-08 11:00')
    const entered = (at: string) => ({ referral, text: 'تم', receivedAt: world.local(at) })
    expect(world.refusal('reply_to_referral', entered('2026-01-08 12:00'), 'salma')).toBe('time-in-future')
    expect(world.refusal('reply_to_referral', entered('2026-01-04 09:00'), 'salma')).toBe('time-too-early')
    world.do('reply_to_referral', entered('2026-01-06 10:00'), 'salma')
    const came = world.local('2026-01-06 10:00')
    expect(sent < came).toBe(true)
    expect(world.cycle.referrals[0]).toMatchObject({
      status: 'answered',
      endedAt: came,
      replied: { at: came, by: 'salma', waited: { minutes: 480 }, enteredByTeam: true },
    })
    const own = classified()
    const second = referTo(own)
    own.at('2026-01-06 10:00')
    own.do('reply_to_referral', { referral: second, text: 'تم', receivedAt: own.local('2026-01-05 10:00') }, 'ali')
    expect(own.cycle.referrals[0]?.replied).toMatchObject({ at: own.now, enteredByTeam: false })
  })

  test('R-09 that a text tells who complained was confirmed stands in the event that carries it, and only there', () => {
    const world = classified()
    const tells = 'confirmed' as const
    const [sent] = world.do(
      'refer',
      { referrals: [{ department: departmentA, text: 'هاتفه 0791234567', tells }] },
      'salma',
    )
    expect(sent?.facts).toMatchObject({ tells })
    const referral = lastReferral(world)
    const [plain] = world.do('remind', { referral, note: 'يرجى الرد' }, 'salma')
    expect(plain?.facts).not.toHaveProperty('tells')
    const [told] = world.do('cancel_referral', { referral, reason: 'sent_in_error', note: 'هاتفه', tells }, 'salma')
    expect(told?.facts).toMatchObject({ tells })
  })

  test('F-04 acknowledgement confirms the remit and states the period, which may shorten the limit', () => {
    const world = classified()
    const referral = referTo(world)
    expect(world.refusal('acknowledge_referral', { referral, statedAt: world.now }, 'ali')).toBe('time-not-later')
    world
      .at('2026-01-05 12:00')
      .do('acknowledge_referral', { referral, statedAt: world.local('2026-01-06 12:00') }, 'ali')
    expect(world.status).toBe('in_progress')
    expect(world.cycle.referrals[0]).toMatchObject({
      due: { at: world.local('2026-01-06 12:00') },
      acknowledged: { waited: { minutes: 180 } },
    })
  })

  test('F-05 a period beyond the limit needs the approval of the team', () => {
    const world = classified()
    const referral = referTo(world)
    const statedAt = world.local('2026-01-11 15:00')
    expect(world.refusal('acknowledge_referral', { referral, statedAt }, 'ali')).toBe('period-beyond-limit')
    expect(world.refusal('acknowledge_referral', { referral, statedAt, beyondLimitApproved: true }, 'ali')).toBe(
      'period-approval-of-team',
    )
    world.do('acknowledge_referral', { referral, statedAt, beyondLimitApproved: true }, 'salma')
    expect(statusesOf(world)).toEqual(['in_progress'])
  })

  test('F-05 the team records a longer period than the department stated, past the limit and the case; nobody else does', () => {
    const world = classified()
    const referral = referTo(world)
    const longer = { referral, statedAt: world.local('2026-02-25 12:00') }
    expect(world.refusal('extend_referral', longer, 'salma')).toBe('referral-status')
    world.do('acknowledge_referral', { referral, statedAt: world.local('2026-01-06 12:00') }, 'ali')
    const { acknowledged } = must(world.cycle.referrals[0], 'a referral')
    world.at('2026-01-06 13:00')
    expect(world.refusal('extend_referral', longer, 'ali')).toBe('not-allowed')
    expect(world.refusal('extend_referral', { referral, statedAt: world.now }, 'salma')).toBe('time-not-later')
    world.do('extend_referral', longer, 'salma')
    const { dueNow } = world.cycle.clock
    expect(longer.statedAt > dueNow.at).toBe(true)
    expect(world.cycle.referrals[0]).toMatchObject({
      due: { at: longer.statedAt },
      acknowledged,
      status: 'in_progress',
    })
    expect(world.refusal('extend_referral', longer, 'salma')).toBe('extension-not-later')
  })

  test('F-05 what was paused before a longer period was given does not move it; what is paused after it does', () => {
    const world = classified()
    const referral = referTo(world)
    world.at('2026-01-05 10:00').do('ask_clarification', { referral, by: 'department', text: '؟' }, 'ali')
    world.at('2026-01-05 12:00').do('answer_clarification', { referral, text: 'نعم' }, 'salma')
    world.do('acknowledge_referral', { referral, statedAt: world.local('2026-01-06 10:00') }, 'ali')
    world.do('extend_referral', { referral, statedAt: world.local('2026-01-20 10:00') }, 'salma')
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-01-20 10:00'))
    world.at('2026-01-07 10:00').do('ask_clarification', { referral, by: 'department', text: '؟' }, 'ali')
    world.at('2026-01-07 11:00').do('answer_clarification', { referral, text: 'نعم' }, 'salma')
    const paused = must(world.cycle.referrals[0], 'the referral')
    expect(paused.due.at).toBe(world.local('2026-01-20 11:00'))
    expect(dueNow(compileCalendar(world.calendar), referralClockOf(paused), world.now)).toBe(paused.due.at)
  })

  test('F-04 a liaison acts on his own department only; the team may enter for it', () => {
    const world = classified()
    const referral = referTo(world)
    expect(world.refusal('reply_to_referral', { referral, text: 'x' }, 'badr')).toBe('referral-of-other-department')
    expect(world.refusal('refer', { referrals: [{ department: departmentB, text: 'x' }] }, 'ali')).toBe('not-allowed')
    world.do('reply_to_referral', { referral, text: 'تم بالهاتف' }, 'salma')
    expect(world.cycle.referrals[0]?.replied?.enteredByTeam).toBe(true)
  })

  test('F-06 a return names its reason, counts, leaves the clock alone, and waits for the team', () => {
    const world = classified()
    const due = world.cycle.clock.dueNow.at
    const referral = referTo(world)
    world
      .at('2026-01-05 13:00')
      .do('return_referral', { referral, reason: 'not_in_remit', proposedDepartment: departmentB }, 'ali')
    expect(world.status).toBe('returned')
    expect(world.cycle.referrals[0]?.returned).toMatchObject({ reason: 'not_in_remit', proposed: departmentB })
    expect(world.cycle.clock.dueNow.at).toBe(due)
    referTo(world, departmentB)
    expect(world.status).toBe('referred')
    expect(world.cycle.referrals[0]?.replacedBy).toBe(lastReferral(world))
  })

  test('F-07 reminders and clarifications are dated and counted', () => {
    const world = classified()
    const referral = referTo(world)
    world.do('remind', { referral }, 'salma')
    world.do('reply_to_referral', { referral, text: 'تم' }, 'ali')
    world.do('ask_clarification', { referral, by: 'team', text: 'ما تاريخ الإصدار؟' }, 'salma')
    expect(world.status).toBe('clarify')
    expect(world.refusal('submit_draft', { text: 'رد', language: 'ar' }, 'salma')).toBe('referrals-open')
    world.do('answer_clarification', { referral, text: '3 يناير' }, 'ali')
    expect(world.cycle.referrals[0]).toMatchObject({ status: 'answered', reminders: 1, clarifications: 1 })
  })

  test('W4 the department’s question stops its own clock until the team answers', () => {
    const world = classified()
    const referral = referTo(world)
    world.at('2026-01-05 12:00').do('ask_clarification', { referral, by: 'department', text: 'أي فرع؟' }, 'ali')
    expect(world.refusal('answer_clarification', { referral, text: 'x' }, 'ali')).toBe('not-allowed')
    expect(world.cycle.referrals[0]?.clarifications, 'K6e: it asks nothing of the department').toBe(0)
    world.at('2026-01-06 12:00').do('answer_clarification', { referral, text: 'فرع الشمال' }, 'salma')
    expect(world.cycle.referrals[0]).toMatchObject({ status: 'ref_sent', due: { at: world.local('2026-01-08 15:00') } })
    expect(world.cycle.clock.dueNow.at).toBe(world.local('2026-01-08 15:00'))
  })

  test('F-08 no approval and no draft until each referral is answered, cancelled or waived', () => {
    const world = classified()
    const draft = drafted(world)
    const a = referTo(world)
    const b = referTo(world, departmentB)
    expect(world.refusal('approve_draft', { draft }, 'omar')).toBe('referrals-open')
    world.do('cancel_referral', { referral: a, reason: 'sent_in_error' }, 'salma')
    expect(world.refusal('submit_draft', { text: 'رد', language: 'ar' }, 'salma')).toBe('referrals-open')
    world.do('waive_referral', { referral: b, note: 'توفر الجواب' }, 'salma')
    world.do('approve_draft', { draft }, 'omar')
    expect(world.status).toBe('approved')
  })

  test('F-08 a returned referral keeps the case from approval until it is replaced, cancelled or waived', () => {
    const world = classified()
    const referral = referTo(world)
    world.do('return_referral', { referral, reason: 'not_in_remit', proposedDepartment: null }, 'ali')
    expect(world.refusal('submit_draft', { text: 'رد', language: 'ar' }, 'salma')).toBe('referrals-open')
    world.do('waive_referral', { referral, note: 'لا حاجة' }, 'salma')
    approved(world)
    expect(world.status).toBe('approved')
  })

  test('W9 W11 a new calendar moves open cases by an event only', () => {
    const world = classified()
    const referral = referTo(world)
    const changed = classified({
      calendar: {
        ...world.calendar,
        holidays: [{ from: '2026-01-06', to: '2026-01-06', name: { ar: 'عطلة', en: 'Holiday' } }],
      },
    })
    expect(changed.cycle.clock.dueNow.at).toBe(changed.local('2026-01-11 15:00'))
    const moved = Object.assign(world, { calendar: changed.calendar })
    expect(moved.cycle.clock.dueNow.at).toBe(moved.local('2026-01-08 15:00'))
    const events = moved.do('recompute_due', { cause: 'calendar' }, 'nadia')
    expect(moved.typesOf(events)).toEqual(['due_recomputed', 'due_recomputed'])
    expect(moved.cycle.clock.dueNow.at).toBe(moved.local('2026-01-11 15:00'))
    expect(moved.cycle.referrals[0]).toMatchObject({ id: referral, due: { at: moved.local('2026-01-08 15:00') } })
  })
})
