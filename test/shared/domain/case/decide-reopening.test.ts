import { describe, expect, test } from 'vitest'
import { made } from '#shared/domain/case/made.ts'
import { outcomeOf } from '#shared/domain/case/reading.ts'
import { standingRefusals } from '#shared/domain/case/standing-refusals.ts'
import {
  answered,
  classified,
  closedCase,
  drafted,
  loneResolved,
  rated,
  referTo,
  resolvedCase,
} from '#test/support/case-steps.ts'
import { departmentA, shippedStaff } from '#test/support/case-world.ts'
import type { CaseWorld, InputOf, WorldOptions } from '#test/support/case-world.ts'

const reopening = {
  cause: 'dissatisfied',
  route: 'rating',
  outcome: 'not_upheld',
  handler: 'nadia',
} as unknown as InputOf<'reopen'>

describe('reopening', () => {
  test('Z-07 Z-08 reopening keeps the number and adds a cycle; the one before is read-only', () => {
    const world = closedCase()
    const before = world.case.cycles[0]
    const draft = before?.drafts[0]?.id ?? ''
    world.at('2026-01-07 09:00').do('reopen', { ...reopening, cause: 'new_facts', route: 'counter' }, 'huda')
    expect(world.status).toBe('reopened')
    expect(world.case.reference).toBe('TST-26-000001-7')
    expect(world.cycle).toMatchObject({
      number: 2,
      startedAt: world.now,
      handler: { user: 'nadia' },
      excluded: ['salma', 'omar'],
    })
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-12 15:00'))
    expect(world.case.cycles[0]).toEqual(before)
    drafted(world, 'nadia')
    expect(world.refusal('approve_draft', { draft }, 'nadia')).toBe('draft-unknown')
  })

  test('Z-05 a dissatisfied client’s cycle ends by its reopening', () => {
    const world = resolvedCase()
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    world.at('2026-01-06 09:00').do('reopen', reopening, 'huda')
    expect(world.case.cycles[0]).toMatchObject({ endedAt: world.now, closing: null })
  })

  test('K9 Z-09 reopening what was never closed tells what its cycle had found; a complaint is not reopened without it', () => {
    const world = resolvedCase()
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    expect(world.refusal('reopen', { ...reopening, outcome: null }, 'huda')).toBe('reopen-outcome-missing')
    world.do('reopen', reopening, 'huda')
    expect([outcomeOf(world.case, 0), outcomeOf(world.case, 1)]).toEqual(['not_upheld', null])
  })

  test('K9 a closed cycle keeps the outcome of its closing, whatever its reopening says', () => {
    const world = closedCase()
    world.do('reopen', { ...reopening, outcome: 'not_established' }, 'huda')
    expect(outcomeOf(world.case, 0)).toBe('upheld')
    expect(world.cycle.reopening?.outcome).toBeNull()
    expect(closedCase().try('reopen', { ...reopening, outcome: null }, 'huda').ok).toBe(true)
  })

  test('K9 a reopening of an earlier program folds without an outcome', () => {
    const world = resolvedCase()
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    const due = world.cycle.clock.dueNow
    world.append(made('reopened', { cause: 'dissatisfied', route: 'rating', due, excluded: [] }, { text: '' }), 'huda')
    expect([world.status, outcomeOf(world.case, 0)]).toEqual(['reopened', null])
  })

  test('Z-06 handler and approver of earlier cycles are refused while there are others', () => {
    const world = closedCase()
    expect(world.refusal('reopen', { ...reopening, handler: 'salma' as never }, 'huda')).toBe('separation-new-staff')
    expect(world.refusal('reopen', { ...reopening, handler: 'omar' as never }, 'huda')).toBe('separation-new-staff')
    world.do('reopen', reopening, 'huda')
    expect(world.refusal('assign', { user: 'salma' as never }, 'nadia')).toBe('separation-new-staff')
    expect(world.refusal('submit_draft', { text: 'رد', language: 'ar' }, 'salma')).toBe('separation-new-staff')
  })

  test('Z-06 the approver of a reopened cycle is new as well; nobody else left, so the head with a reason', () => {
    const world = closedCase()
    world.do('reopen', reopening, 'huda')
    const draft = drafted(world, 'nadia')
    expect(world.refusal('approve_draft', { draft, exceptionReason: 'سبب' }, 'omar')).toBe('separation-head-only')
    expect(world.refusal('approve_draft', { draft }, 'nadia')).toBe('separation-needs-reason')
    world.do('approve_draft', { draft, exceptionReason: 'لا موظف جديد' }, 'nadia')
    expect(world.case.exceptions).toMatchObject([{ rule: 'author_approver', way: 'head', cycle: 2 }])
  })

  const refusedBefore = (world: CaseWorld, user: string): readonly string[] =>
    standingRefusals(world.case, { ...world.actor(user), settings: world.settings }, world.context(user))
      .filter(({ command }) => command === 'reply_to_referral')
      .map(({ refusal }) => refusal.code)

  test('Z-06 another liaison answers a reopened case where the department has one; else the same, or the team enters it', () => {
    const answeredAgain = (options: WorldOptions) => {
      const world = classified(options)
      const first = referTo(world)
      world.do('reply_to_referral', { referral: first, text: 'تم' }, 'ali')
      answered(world)
      world.do('rate', rated(world, 'not_satisfied'), 'huda')
      world.do('reopen', reopening, 'huda')
      const second = referTo(world, departmentA, 'nadia')
      return { world, again: { referral: second, text: 'تم من جديد' } }
    }
    const two = { ...shippedStaff, zaid: { unit: departmentA, groups: ['liaison'] } } as const
    const { world, again } = answeredAgain({ staff: two })
    expect(world.refusal('reply_to_referral', again, 'ali')).toBe('separation-new-liaison')
    // Said before he writes it, to him and to nobody else.
    expect(refusedBefore(world, 'ali')).toEqual(['separation-new-liaison'])
    expect(refusedBefore(world, 'zaid')).toEqual([])
    world.do('reply_to_referral', again, 'zaid')
    const alone = answeredAgain({})
    alone.world.do('reply_to_referral', alone.again, 'ali')
    expect(alone.world.case.cycles[1]?.referrals[0]?.replied?.by).toBe('ali')
    const entered = answeredAgain({ staff: two })
    entered.world.do('reply_to_referral', entered.again, 'nadia')
    expect(entered.world.case.cycles[1]?.referrals[0]?.replied?.enteredByTeam).toBe(true)
  })

  test('Z-06 small office: nobody new, so the head goes on with a reason, marked in the new cycle', () => {
    const world = loneResolved()
    const own = { ...reopening, handler: 'nadia' as never }
    expect(world.refusal('reopen', own, 'nadia')).toBe('separation-needs-reason')
    world.do('reopen', { ...own, exceptionReason: 'موظف واحد' }, 'nadia')
    expect(world.case.exceptions.at(-1)).toMatchObject({ rule: 'new_staff', way: 'head', cycle: 2 })
    drafted(world, 'nadia')
    expect(world.status).toBe('approval')
  })

  test('bug 4 the window runs from the delivery of the answer, not from later entries', () => {
    const world = closedCase()
    const until = world.local('2026-01-26 15:00')
    world.at('2026-01-25 10:00').do('add_note', { text: 'اتصل مقدم الشكوى' }, 'rana')
    world.now = until
    expect(world.try('reopen', reopening, 'huda').ok).toBe(true)
    const late = closedCase()
    late.at('2026-01-25 10:00').do('add_note', { text: 'اتصل مقدم الشكوى' }, 'rana')
    expect(late.at('2026-01-26 15:01').refusal('reopen', reopening, 'huda')).toBe('reopen-window-over')
    late.do('reopen', { ...reopening, cause: 'staff_error' }, 'huda')
  })

  test('Z-07 what was never answered is not reopened, nor by someone without the right', () => {
    const world = classified()
    expect(world.refusal('reopen', reopening, 'huda')).toBe('case-status')
    expect(closedCase().refusal('reopen', reopening, 'rana')).toBe('not-allowed')
    expect(closedCase().refusal('reopen', { ...reopening, handler: 'huda' as never }, 'huda')).toBe(
      'handler-unsuitable',
    )
  })

  test('L-08 a case solved at first contact needs processing once it is reopened', () => {
    const world = classified({}, { procedure: 'fcr' })
    answered(world, 'salma', 'salma')
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    world.do('reopen', reopening, 'huda')
    expect(world.cycle.classification?.procedure).toBe('processing')
  })
})
