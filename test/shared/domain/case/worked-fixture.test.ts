import { describe, expect, test } from 'vitest'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import { inTime } from '#shared/domain/clock/case-clock.ts'
import type { Complexity } from '#shared/domain/case/codes.ts'
import { attempt, closing, drafted, lastReferral, rated, routine } from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, departmentB } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'

/*
 * Cycles of the worked fixture (spec/kpis.md 5.5) done as commands, with the times the fixture gives: the due dates
 * and frozen minutes that the figures rest on come out of the rulebook itself.
 */

type Department = typeof departmentA

interface Opening {
  readonly at: string
  readonly registered?: string
  readonly complexity: Complexity
  readonly procedure?: InputOf<'classify'>['procedure']
  readonly channel?: string
}

/** Acceptance five minutes after the start, or when the office opened. */
function opened({ at, registered, complexity, procedure = 'processing', channel = 'phone' }: Opening): CaseWorld {
  const world = new CaseWorld({ targets: shippedTargets, now: registered ?? at })
  world.register({ receivedAt: world.local(at), channel })
  world.now = registered === undefined ? minutesLater(world, 5) : world.now
  world.do('accept', {}, 'salma')
  world.do('classify', { ...routine, complexity, procedure }, 'salma')
  return world
}

const minutesLater = (world: CaseWorld, minutes: number) =>
  new Date(Date.parse(world.now) + minutes * 60_000).toISOString() as CaseWorld['now']

function sentTo(world: CaseWorld, at: string, departments: readonly Department[]): void {
  world.at(at).do('refer', { referrals: departments.map((department) => ({ department, text: 'للإفادة' })) }, 'salma')
}

function repliedBy(
  world: CaseWorld,
  at: string,
  [user, referral = lastReferral(world)]: readonly [string, (string | undefined)?],
): void {
  world.at(at).do('reply_to_referral', { referral, text: 'تم' }, user)
}

function resolvedAt(world: CaseWorld, at: string, approver = 'omar'): void {
  world.at(at)
  const draft = drafted(world)
  world.do('approve_draft', { draft }, approver)
  world.do('record_reply_sent', { draft, delivery: 'office_mailbox', sentAt: world.now }, approver)
}

const resolution = (world: CaseWorld) => world.cycle.resolution
const isInTime = (world: CaseWorld): boolean => inTime(resolution(world)?.at ?? world.now, world.cycle.clock.dueOrig.at)

describe('5.5 worked fixture, as commands', () => {
  test('C1 routine by phone, first contact: due 7 January, resolved in 20 minutes', () => {
    const world = opened({ at: '2026-01-04 09:00', complexity: 'routine', procedure: 'fcr' })
    resolvedAt(world, '2026-01-04 09:20', 'salma')
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-07 15:00'))
    expect(resolution(world)?.net).toEqual({ minutes: 20, day: 420 })
  })

  test('C2 routine at the counter just before closing: department A in time, 970 working minutes', () => {
    const world = opened({ at: '2026-01-05 14:50', complexity: 'routine', channel: 'walk_in' })
    sentTo(world, '2026-01-05 14:55', [departmentA])
    repliedBy(world, '2026-01-07 12:00', ['ali'])
    resolvedAt(world, '2026-01-08 10:00')
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-08 15:00'))
    expect(resolution(world)?.net.minutes).toBe(970)
    expect(isInTime(world)).toBe(true)
  })

  test('C3 complex by e-mail on the weekend: B late and escalated, draft returned, dissatisfied, reopened, new staff', () => {
    const world = opened({
      at: '2026-01-09 20:00',
      registered: '2026-01-11 08:30',
      complexity: 'complex',
      channel: 'email',
    })
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-25 15:00'))
    sentTo(world, '2026-01-11 09:00', [departmentB])
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-01-20 15:00'))
    world.at('2026-01-20 15:00').do('escalate', { referral: lastReferral(world) as never, rung: 2 }, 'salma')
    repliedBy(world, '2026-01-25 10:00', ['badr'])
    world.at('2026-01-26 10:00')
    const first = drafted(world)
    world.do('return_draft', { draft: first, reason: 'incomplete' }, 'omar')
    resolvedAt(world, '2026-01-27 12:00')
    expect(isInTime(world)).toBe(false)
    expect(resolution(world)?.net.minutes).toBe(5280)
    world.at('2026-01-28 10:00').do('rate', rated(world, 'not_satisfied'), 'huda')
    world
      .at('2026-02-01 09:00')
      .do('reopen', { cause: 'dissatisfied', route: 'rating', outcome: 'partly', handler: 'nadia' as never }, 'huda')
    expect(world.case.cycles[0]?.endedAt).toBe(world.now)
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-02-15 15:00'))
    world.at('2026-02-05 13:00')
    const draft = drafted(world, 'nadia')
    world.do('approve_draft', { draft, exceptionReason: 'لا معتمد جديد' }, 'nadia')
    world.do('record_reply_sent', { draft, delivery: 'office_mailbox', sentAt: world.now }, 'nadia')
    expect(isInTime(world)).toBe(true)
  })

  test('C4 critical by fax: A in time, three attempts, closed as unreachable', () => {
    const world = opened({ at: '2026-02-10 08:10', complexity: 'critical', channel: 'fax' })
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-02-11 15:00'))
    sentTo(world, '2026-02-10 08:20', [departmentA])
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-02-10 12:20'))
    repliedBy(world, '2026-02-10 11:30', ['ali'])
    resolvedAt(world, '2026-02-10 13:00')
    expect(resolution(world)?.net.minutes).toBe(290)
    attempt(world, '2026-02-11 09:00', { channel: 'phone' })
    attempt(world, '2026-02-12 13:00', { channel: 'sms' })
    attempt(world, '2026-02-15 09:30', { channel: 'phone' })
    world.do('declare_unreachable', { note: 'يغلق لتعذر الوصول' }, 'huda')
    world.at('2026-02-15 10:00').do('close', { ...closing, reason: 'unreachable' }, 'huda')
    expect(world.status).toBe('closed')
  })

  test('C8 routine, A in time and B late: resolved late after 2220 working minutes', () => {
    const world = opened({ at: '2026-03-05 09:00', complexity: 'routine' })
    sentTo(world, '2026-03-05 09:30', [departmentA, departmentB])
    const [a, b] = world.cycle.referrals
    expect([a?.due.at, b?.due.at]).toEqual([world.local('2026-03-09 15:00'), world.local('2026-03-09 15:00')])
    repliedBy(world, '2026-03-09 10:00', ['ali', a?.id])
    repliedBy(world, '2026-03-11 12:00', ['badr', b?.id])
    resolvedAt(world, '2026-03-12 11:00')
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-03-10 15:00'))
    expect(resolution(world)?.net.minutes).toBe(2220)
    expect(isInTime(world)).toBe(false)
  })

  test('C9 complex over the holidays: the case due 26 March, its referral 19 March', () => {
    const world = opened({ at: '2026-03-10 09:00', complexity: 'complex' })
    sentTo(world, '2026-03-10 09:30', [departmentB])
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-03-26 15:00'))
    expect(world.cycle.referrals[0]?.due.at).toBe(world.local('2026-03-19 15:00'))
  })
})
