import { describe, expect, test } from 'vitest'
import { ratings } from '#shared/domain/case/codes.ts'
import { caseCommands } from '#shared/domain/case/commands.ts'
import { openCloseReasons } from '#shared/domain/case/guards-closing.ts'
import { validRating } from '#shared/domain/case/reading.ts'
import {
  answered,
  attempt,
  classified,
  closing,
  loneResolved,
  rated,
  referTo,
  resolvedCase,
} from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, office, shippedStaff } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'

const reopening = {
  cause: 'dissatisfied',
  route: 'rating',
  outcome: 'partly',
  handler: 'nadia',
} as unknown as InputOf<'reopen'>

describe('satisfaction', () => {
  test('Z-01 exactly three values, and none is not one of them', () => {
    expect(ratings).toEqual(['very_satisfied', 'satisfied', 'not_satisfied'])
    const input = { mode: 'phone', ratedAt: '2026-01-05T07:00:00.000Z' }
    expect(caseCommands.rate.safeParse(input).success).toBe(false)
    expect(caseCommands.rate.safeParse({ ...input, rating: 'neutral' }).success).toBe(false)
  })

  test('Z-02 the recorder is neither a handler nor of the answering department', () => {
    const staff = { ...shippedStaff, zaid: { unit: departmentA, groups: ['satisfaction_team'] } } as const
    const world = classified({ staff })
    world.do('assign', { user: 'nadia' as never }, 'salma')
    const referral = referTo(world)
    world.do('reply_to_referral', { referral, text: 'تم' }, 'ali')
    answered(world)
    expect(world.refusal('rate', rated(world, 'satisfied'), 'nadia')).toBe('separation-recorder-handler')
    expect(world.refusal('rate', rated(world, 'satisfied'), 'zaid')).toBe('department-approves-itself')
    world.do('rate', rated(world, 'satisfied'), 'huda')
    expect(validRating(world.cycle)).toMatchObject({ rating: 'satisfied', by: 'huda', mode: 'phone' })
  })

  test('B-08 one rating a cycle; a correction is a second record with its reason', () => {
    const world = resolvedCase()
    world.do('rate', rated(world, 'satisfied'), 'huda')
    expect(world.refusal('rate', rated(world, 'not_satisfied'), 'huda')).toBe('rating-exists')
    const corrects = validRating(world.cycle)?.event ?? ''
    const correction = { ...rated(world, 'not_satisfied'), corrects }
    expect(world.refusal('rate', correction, 'huda')).toBe('reason-missing')
    world.do('rate', { ...correction, note: 'أخطأت في التسجيل' }, 'huda')
    expect(world.cycle.ratings).toHaveLength(2)
    expect(validRating(world.cycle)?.rating).toBe('not_satisfied')
  })

  test('Z-02 small office: the head records with a reason, marked on the case', () => {
    const world = loneResolved()
    expect(world.refusal('rate', rated(world, 'satisfied'), 'nadia')).toBe('separation-needs-reason')
    world.do('rate', { ...rated(world, 'satisfied'), exceptionReason: 'موظف واحد' }, 'nadia')
    expect(world.case.exceptions.map(({ rule, way }) => `${rule}/${way}`)).toContain('recorder_handler/head')
  })

  test('bug 19 M-05 media coverage and anonymous cases are never surveyed', () => {
    const world = new CaseWorld()
    world.register({ type: 'media', subjects: [] })
    world.do('accept', {}, 'salma')
    world.do(
      'classify',
      { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
      'salma',
    )
    answered(world)
    expect(world.cycle.resolution?.surveyable).toBe(false)
    expect(world.refusal('rate', rated(world, 'satisfied'), 'huda')).toBe('not-surveyable')
    world.do('close', { ...closing, reason: 'not_surveyable', outcome: null, rootCause: null }, 'salma')
    expect(world.status).toBe('closed')
  })

  test('Z-03 three attempts, three working days, two halves of the day, two channels', () => {
    const world = resolvedCase()
    attempt(world, '2026-01-06 09:00', { channel: 'phone' })
    attempt(world, '2026-01-06 13:00', { channel: 'sms' })
    attempt(world, '2026-01-07 09:00', { channel: 'phone' })
    expect(world.refusal('declare_unreachable', { note: 'حفظ' }, 'huda')).toBe('protocol-not-met')
    // A Friday is no working day.
    attempt(world, '2026-01-09 09:00', { channel: 'phone' })
    expect(world.refusal('declare_unreachable', { note: 'حفظ' }, 'huda')).toBe('protocol-not-met')
    attempt(world, '2026-01-11 09:00', { channel: 'phone' })
    world.do('declare_unreachable', { note: 'يغلق لتعذر الوصول' }, 'huda')
    expect(world.status).toBe('unreachable')
    expect(world.cycle.unreachable).toMatchObject({ attempts: 5, protocolMet: true })
  })

  test('Z-03 one half of the day, or one channel where two are named, is not enough', () => {
    const mornings = resolvedCase()
    attempt(mornings, '2026-01-06 09:00', { channel: 'phone' })
    attempt(mornings, '2026-01-07 09:00', { channel: 'sms' })
    attempt(mornings, '2026-01-08 09:00', { channel: 'phone' })
    expect(mornings.refusal('declare_unreachable', { note: 'x' }, 'huda')).toBe('protocol-not-met')
    const calls = resolvedCase()
    attempt(calls, '2026-01-06 09:00', { channel: 'phone' })
    attempt(calls, '2026-01-07 13:00', { channel: 'phone' })
    attempt(calls, '2026-01-08 09:00', { channel: 'phone' })
    expect(calls.refusal('declare_unreachable', { note: 'x' }, 'huda')).toBe('protocol-not-met')
  })

  test('Z-03 an attempt sets the day of the next one: as the client asked, else the next working day in its other half, until all was tried', () => {
    const world = resolvedCase()
    const last = () => world.cycle.attempts.at(-1)?.nextAt
    attempt(world, '2026-01-08 09:00', { channel: 'phone' })
    // Thursday morning: Friday and Saturday are off, so Sunday after noon.
    expect(last()).toBe(world.local('2026-01-11 12:00'))
    attempt(world, '2026-01-11 13:00', { channel: 'sms', result: 'busy' })
    expect(last()).toBe(world.local('2026-01-12 08:00'))
    const asked = world.local('2026-01-13 11:00')
    attempt(world, '2026-01-11 14:00', { channel: 'phone', result: 'call_later', nextAt: asked })
    expect(last()).toBe(asked)
    const past = { attemptedAt: world.now, channel: 'phone', result: 'call_later', nextAt: world.now } as const
    expect(world.refusal('record_attempt', { ...past, note: '' }, 'huda')).toBe('time-not-later')
    attempt(world, '2026-01-13 11:00', { channel: 'phone' })
    expect(last()).toBeUndefined()
    const reached = resolvedCase()
    attempt(reached, '2026-01-08 09:00', { channel: 'phone', result: 'reached' })
    expect(reached.cycle.attempts.at(-1)?.nextAt).toBeUndefined()
  })

  test('Z-04 unreachable is declared with the decision taken, and not of a client who was reached', () => {
    const world = resolvedCase()
    attempt(world, '2026-01-06 09:00', { channel: 'phone' })
    attempt(world, '2026-01-07 13:00', { channel: 'sms' })
    expect(world.refusal('close', { ...closing, reason: 'unreachable' }, 'huda')).toBe('close-needs-satisfaction')
    attempt(world, '2026-01-08 09:00', { channel: 'phone' })
    expect(caseCommands.declare_unreachable.safeParse({ note: '' }).success).toBe(false)
    world.do('declare_unreachable', { note: 'يغلق' }, 'huda')
    world.do('close', { ...closing, reason: 'unreachable' }, 'huda')
    expect(world.case.cycles[0]?.closing?.reason).toBe('unreachable')
    const reached = resolvedCase()
    attempt(reached, '2026-01-06 09:00', { channel: 'phone', result: 'reached' })
    expect(reached.refusal('declare_unreachable', { note: 'x' }, 'huda')).toBe('client-was-reached')
  })

  test('Z-04 a client who declines is recorded as declining and has no rating', () => {
    const world = resolvedCase()
    world.do('decline_rating', { mode: 'phone' }, 'huda')
    expect(world.refusal('decline_rating', { mode: 'phone' }, 'huda')).toBe('rating-declined-already')
    world.do('close', { ...closing, reason: 'declined' }, 'huda')
    expect(world.cycle.ratings).toEqual([])
    expect(world.cycle.closing?.reason).toBe('declined')
  })
})

describe('closing', () => {
  test('D6 D11 silence is never satisfaction: no closing without rating, refusal or protocol', () => {
    const world = resolvedCase()
    for (const reason of ['rated', 'declined', 'unreachable', 'not_surveyable', 'no_further_review'] as const) {
      expect(world.refusal('close', { ...closing, reason }, 'huda')).toBe('close-needs-satisfaction')
    }
  })

  test('Z-05 a dissatisfied client: reopened, or closed because no further review is wanted', () => {
    const world = resolvedCase()
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    expect(world.refusal('close', closing, 'huda')).toBe('close-not-satisfied')
    expect(world.refusal('close', { ...closing, reason: 'final' }, 'nadia')).toBe('close-not-final-yet')
    world.do('close', { ...closing, reason: 'no_further_review' }, 'huda')
    expect(world.status).toBe('closed')
  })

  test('D6 final is open to the head from the last cycle allowed on, and only where the client is dissatisfied', () => {
    const team = { unit: office, groups: ['complaint_team'] } as const
    const staff = { ...shippedStaff, lina: team, tareq: team }
    const world = resolvedCase({ staff, settings: { maxCycles: 2 } })
    const open = (user: string) => openCloseReasons(world.case, { ...world.actor(user), settings: world.settings })
    expect(world.refusal('close', { ...closing, reason: 'final' }, 'nadia')).toBe('close-needs-satisfaction')
    expect(open('nadia')).toEqual([])
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    expect([open('nadia'), open('huda')]).toEqual([['no_further_review'], ['no_further_review']])
    world.do('reopen', { ...reopening, handler: 'lina' as never }, 'huda')
    answered(world, 'lina', 'tareq')
    expect(open('nadia')).toEqual([])
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    expect([open('nadia'), open('huda')]).toEqual([['no_further_review', 'final'], ['no_further_review']])
    world.do('close', { ...closing, reason: 'final' }, 'nadia')
    const satisfied = resolvedCase({ settings: { maxCycles: 1 } })
    satisfied.do('rate', rated(satisfied, 'satisfied'), 'huda')
    expect(satisfied.refusal('close', { ...closing, reason: 'final' }, 'nadia')).toBe('close-needs-satisfaction')
  })

  test('Z-09 L-12 the closing list: outcome, analysis, root cause of an upheld complaint', () => {
    const world = resolvedCase()
    world.do('rate', rated(world, 'satisfied'), 'huda')
    expect(world.refusal('close', { ...closing, outcome: null }, 'huda')).toBe('close-incomplete')
    expect(world.refusal('close', { ...closing, rootCause: null }, 'huda')).toBe('close-incomplete')
    expect(world.refusal('close', { ...closing, analysis: ' ' }, 'huda')).toBe('close-incomplete')
    world.do('close', { ...closing, outcome: 'not_upheld', rootCause: null }, 'huda')
    expect(world.status).toBe('closed')
  })

  test('D7 the team closes; where the office says so, the liaison concerned as well', () => {
    const world = answeredByDepartment()
    expect(world.refusal('close', closing, 'ali')).toBe('not-allowed')
    world.settings = { ...world.settings, closingAuthority: 'liaison' }
    expect(world.refusal('close', closing, 'badr')).toBe('not-allowed')
    world.do('close', closing, 'ali')
    expect(world.status).toBe('closed')
  })

  test('D6 after the last cycle allowed the head ends the case with a reason', () => {
    const world = resolvedCase({ settings: { maxCycles: 1 } })
    world.do('rate', rated(world, 'not_satisfied'), 'huda')
    expect(world.refusal('reopen', reopening, 'huda')).toBe('reopen-cycles-used')
    expect(world.refusal('close', { ...closing, reason: 'final' }, 'huda')).toBe('not-allowed')
    expect(world.refusal('close', { ...closing, reason: 'final', analysis: '' }, 'nadia')).toBe('close-incomplete')
    world.do('close', { ...closing, reason: 'final' }, 'nadia')
    expect(world.cycle.closing?.reason).toBe('final')
  })
})

function answeredByDepartment(): CaseWorld {
  const world = classified()
  const referral = referTo(world)
  world.do('reply_to_referral', { referral, text: 'تم' }, 'ali')
  answered(world)
  world.do('rate', rated(world, 'satisfied'), 'huda')
  return world
}
