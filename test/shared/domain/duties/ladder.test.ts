import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { dutiesDue, nextDutyAt } from '#shared/domain/duties/duties-due.ts'
import { dutyKeyOf } from '#shared/domain/duties/duty-key.ts'
import { checkLadder, shippedLadder } from '#shared/domain/lists/ladder.ts'
import { classified, referTo } from '#test/support/case-steps.ts'
import { departmentA, office } from '#test/support/case-world.ts'
import type { CaseWorld } from '#test/support/case-world.ts'
import { dutyRules, posts, runDuties, takes, tree, unit, user } from '#test/support/duty-world.ts'
import type { DutyOptions } from '#test/support/duty-world.ts'

/** Referred on Monday 5 January 2026 at 09:00; due on Wednesday 7 January at 15:00 (two working days). */
function referredCase(): { readonly world: CaseWorld; readonly referral: string } {
  const world = classified()
  return { world, referral: referTo(world) }
}

const told = (events: readonly CaseEvent[]): readonly (readonly unknown[])[] =>
  events.flatMap((event) =>
    event.type === 'escalated' || event.type === 'reminder_sent' ? [[event.facts.rung, event.facts.users]] : [],
  )

const next = (world: CaseWorld, options: DutyOptions = {}): string | null =>
  nextDutyAt(world.case, dutyRules(world, options), world.now)

describe('E-03 the shipped ladder', () => {
  test('E-03 80 % of the time, due, and 2, 5 and 10 working days after it, each to its post', () => {
    const { world } = referredCase()
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-01-07 15:00'))
    // 6 + 7 + 7 hours; four fifths are gone 4 hours before the end.
    expect(next(world)).toBe(world.local('2026-01-07 11:00'))
    expect(runDuties(world.at('2026-01-07 10:59'))).toEqual([])
    expect(told(runDuties(world.at('2026-01-07 11:00')))).toEqual([[1, ['ali']]])
    expect(told(runDuties(world.at('2026-01-07 15:00')))).toEqual([[2, ['amal']]])
    expect(told(runDuties(world.at('2026-01-11 14:59')))).toEqual([])
    expect(told(runDuties(world.at('2026-01-11 15:00')))).toEqual([[3, ['adel']]])
    expect(told(runDuties(world.at('2026-01-14 15:00')))).toEqual([[4, ['zaid']]])
    expect(told(runDuties(world.at('2026-01-21 15:00')))).toEqual([[5, ['wafa']]])
    expect(next(world)).toBeNull()
  })

  test('E-03 a machine that was off climbs every rung it missed, in order', () => {
    const { world } = referredCase()
    expect(told(runDuties(world.at('2026-01-12 09:00')))).toEqual([
      [1, ['ali']],
      [2, ['amal']],
      [3, ['adel']],
    ])
    expect(next(world)).toBe(world.local('2026-01-14 15:00'))
  })

  test('E-03 levels, delays and recipients are the ladder’s; one out of order is refused', () => {
    const { world } = referredCase()
    const ladder = {
      rungs: [
        { rung: 7, moment: { kind: 'due' as const, workingDays: 1 }, unit: 'office' as const, groups: ['team_head'] },
      ],
    }
    expect(told(runDuties(world.at('2026-01-08 15:00'), { ladder }))).toEqual([[7, ['nadia']]])
    const [first, second] = shippedLadder.rungs
    if (first === undefined || second === undefined) throw new Error('the shipped ladder has rungs')
    expect(checkLadder({ rungs: [second, first] })).toEqual({ ok: true, value: { rungs: [first, second] } })
    expect(checkLadder({ rungs: [{ ...first, rung: 3 }, second] })).toMatchObject({ refusal: { code: 'ladder-order' } })
    expect(checkLadder({ rungs: [first, first] })).toMatchObject({ refusal: { code: 'ladder-order' } })
  })

  test('SYNC-DUTY-2 a rung is climbed once per referral and cycle, also when the due date moves', () => {
    const { world, referral } = referredCase()
    const before = world.case
    const [reminder] = runDuties(world.at('2026-01-07 11:30'))
    if (reminder === undefined) throw new Error('a reminder was due')
    const key = `${world.id}/1/${referral}/1`
    expect(dutyKeyOf(before, reminder)).toBe(key)
    world.do('ask_clarification', { referral, by: 'department', text: 'أي شهادة؟' }, 'ali')
    world.at('2026-01-08 09:00').do('answer_clarification', { referral, text: 'شهادة ميلاد' }, 'salma')
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-01-08 12:30'))
    expect(dutyKeyOf(world.case, reminder)).toBe(key)
    expect(takes(world, reminder)).toBe('void')
    expect(told(runDuties(world))).toEqual([])
    expect(told(runDuties(world.at('2026-01-08 12:30')))).toEqual([[2, ['amal']]])
  })

  test('E-04 nothing rises while the department’s question waits, while the case stands still, or once it has answered', () => {
    const { world, referral } = referredCase()
    world.do('ask_clarification', { referral, by: 'department', text: 'أي شهادة؟' }, 'ali')
    expect(runDuties(world.at('2026-02-01 09:00'))).toEqual([])
    world.do('answer_clarification', { referral, text: 'شهادة ميلاد' }, 'salma')
    world.at('2026-02-01 10:00').do('suspend', { reason: 'court', note: '' }, 'nadia')
    expect(runDuties(world.at('2026-03-01 09:00'))).toEqual([])
    world.do('resume', {}, 'salma')
    expect(told(runDuties(world)).length).toBeGreaterThan(0)
    world.do('reply_to_referral', { referral, text: 'صدرت' }, 'ali')
    expect(runDuties(world.at('2026-06-01 09:00'))).toEqual([])
    expect(next(world)).toBeNull()
  })

  test('E-04 a department that owes the team an explanation is still late', () => {
    const { world, referral } = referredCase()
    world.do('ask_clarification', { referral, by: 'team', text: 'ما السبب؟' }, 'salma')
    expect(told(runDuties(world.at('2026-01-07 15:00')))).toEqual([
      [1, ['ali']],
      [2, ['amal']],
    ])
  })

  test('E-04 a returned referral rises no more', () => {
    const { world, referral } = referredCase()
    world.do('return_referral', { referral, proposedDepartment: null, reason: 'not_in_remit', note: '' }, 'ali')
    expect(runDuties(world.at('2026-02-01 09:00'))).toEqual([])
  })

  test('W4 a question that nobody answered stops the clock no longer than its cap', () => {
    const world = classified()
    world.do('request_info', { channel: 'phone', text: 'رقم الطلب؟' }, 'salma')
    const capAt = world.cycle.clock.pauses[0]?.capAt
    expect(next(world)).toBe(capAt)
    const due = world.cycle.clock.dueNow.at
    expect(world.status).toBe('awaiting_info')
    runDuties(world.at('2026-02-01 09:00'))
    expect(world.status).toBe('accepted')
    expect(world.cycle.clock.pauses[0]?.until).toBe(capAt)
    expect(world.cycle.clock.dueNow.at).toBe(due)
  })
})

describe('B-10 a rung reaches a person', () => {
  const lateAt = '2026-01-07 15:00'
  const second = (options: DutyOptions): unknown => {
    const { world } = referredCase()
    return told(runDuties(world.at(lateAt), options)).find(([rung]) => rung === 2)?.[1]
  }
  const without = (...ids: readonly string[]) => posts.filter(({ id }) => !ids.includes(id))

  test('SYNC-DUTY-3 a vacant or inactive post passes to the next above who exists, at last to the central unit', () => {
    expect(second({ users: without('amal') })).toEqual(['adel'])
    const onLeave = [...without('amal', 'adel'), { ...user('adel', departmentA, ['department_head']), active: false }]
    expect(second({ users: onLeave })).toEqual(['zaid'])
    expect(second({ users: without('amal', 'adel', 'zaid', 'wafa') })).toEqual(['nadia'])
    const clerk = [...without('amal', 'adel', 'zaid', 'wafa'), user('lina', 'central', ['complaint_team'])]
    expect(second({ users: clerk })).toEqual(['lina'])
  })

  test('B-10 a directorate without the post takes its department’s; units that circle end nowhere', () => {
    const { world } = referredCase()
    const circling = [
      unit(departmentA, 'directorate', 'upper'),
      unit('upper', 'department', departmentA),
      unit(office, 'office', 'central'),
      unit('central', 'central', office),
    ]
    const users = [user('dalal', 'upper', ['complaint_officer'])]
    expect(told(runDuties(world.at(lateAt), { units: circling, users }))).toEqual([
      [1, ['dalal']],
      [2, ['dalal']],
    ])
  })

  test('B-10 an office that stands alone tells its own head', () => {
    const alone = { units: [unit(office, 'office')], users: [user('nadia', office, ['team_head'])] }
    expect(second(alone)).toEqual(['nadia'])
  })

  test('B-10 one that reaches nobody is written and counted, never skipped', () => {
    const { world } = referredCase()
    runDuties(world.at(lateAt), { units: tree, users: [] })
    const [referral] = world.cycle.referrals
    expect(referral?.unheard).toBe(1)
    expect(referral?.escalations).toMatchObject([{ rung: 2, automatic: true, recipients: 0 }])
  })

  test('R-08 nobody is told of a case that he may not open', () => {
    const { world } = referredCase()
    world.do('set_confidentiality', { level: 'strict', users: ['salma', 'nadia'] as never, note: '' }, 'nadia')
    expect(told(runDuties(world.at(lateAt)))).toEqual([
      [1, ['nadia']],
      [2, ['nadia']],
    ])
  })
})

test('E-01 what duties write is taken by the rulebook at the same state, and leaves nothing due', () => {
  const { world } = referredCase()
  runDuties(world.at('2026-04-01 09:00'))
  expect(dutiesDue(world.case, dutyRules(world), world.now)).toEqual([])
})
