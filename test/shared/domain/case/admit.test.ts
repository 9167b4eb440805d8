import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { made } from '#shared/domain/case/made.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { upcast } from '#shared/domain/case/upcast.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import {
  answered,
  classified,
  drafted,
  lastReferral,
  rated,
  referTo,
  resolvedCase,
  routine,
} from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, office, shippedStaff } from '#test/support/case-world.ts'
import { offline, arrives, says } from '#test/support/arriving.ts'

describe('what decide would not have made', () => {
  const moment = (at: string) => must(parseInstant(at), 'a moment')
  const dues = ({ case: state }: CaseWorld) => {
    const { dueNow: due, dueOrig } = currentCycle(state).clock
    return { due, dueOrig }
  }

  test('S13 L-03 an answer to a question that came before it, or is yet to come, is held', () => {
    const world = classified().at('2026-01-06 09:00')
    world.do('request_info', { channel: 'phone', text: '؟' }, 'salma')
    world.at('2026-01-07 09:00')
    const came = (receivedAt: string) =>
      says(world, 'salma', made('info_received', { ...dues(world), receivedAt: moment(receivedAt) }, { text: '' }))
    expect(came('2026-01-06T07:00:00Z')).toEqual({ kind: 'accepted', moved: [] })
    expect(came('2026-01-06T05:59:00Z')).toMatchObject({ kind: 'held', refusal: { code: 'time-too-early' } })
    expect(came('2026-01-07T06:00:01Z')).toMatchObject({ kind: 'held', refusal: { code: 'time-in-future' } })
  })

  test('S13 F-04 an answer of a department that came before its referral, or is yet to come, is held', () => {
    const world = classified().at('2026-01-06 09:00')
    const referral = referTo(world) as never
    world.do('acknowledge_referral', { referral, statedAt: moment('2026-01-08T09:00:00Z') }, 'ali')
    world.at('2026-01-07 09:00')
    const waited = { minutes: 60, day: 480 }
    const came = (receivedAt: string) =>
      says(
        world,
        'salma',
        made(
          'ref_replied',
          { referral, waited, enteredByTeam: true, receivedAt: moment(receivedAt) },
          { text: 'x', files: [] },
        ),
      )
    expect(came('2026-01-06T07:00:00Z')).toEqual({ kind: 'accepted', moved: [] })
    expect(came('2026-01-06T05:59:00Z')).toMatchObject({ kind: 'held', refusal: { code: 'time-too-early' } })
    expect(came('2026-01-07T06:00:01Z')).toMatchObject({ kind: 'held', refusal: { code: 'time-in-future' } })
  })

  test('L-02 a rejection or filing that does not say the remit is held, also one that says it lies outside', () => {
    const world = new CaseWorld()
    world.register({}, 'rana')
    const waited = { minutes: 60, day: 480 }
    const rejected = (said: object) =>
      says(world, 'salma', made('rejected', { reason: 'no_data' as never, waited, ...said }, { text: 'x' }))
    const filed = (said: object) =>
      says(world, 'huda', made('filed', { reason: 'abusive' as never, ...said }, { text: '' }))
    const old = upcast('filed', 1, {})
    const beforeItWasAsked = old.ok ? old.value.facts : {}
    for (const ended of [rejected, filed]) {
      expect(ended({ withinRemit: true })).toEqual({ kind: 'accepted', moved: [] })
      expect(ended({})).toMatchObject({ kind: 'held', refusal: { code: 'remit-undecided' } })
      expect(ended({ withinRemit: false })).toMatchObject({ kind: 'held', refusal: { code: 'remit-needs-transfer' } })
      // Of version 1, which did not ask.
      expect(ended(beforeItWasAsked)).toMatchObject({ kind: 'accepted' })
    }
    world.do('accept', {}, 'salma')
    expect(filed({})).toEqual({ kind: 'accepted', moved: [] })
  })
})

describe('authority', () => {
  test('S14 an event without the right is refused, whatever it says', () => {
    const world = classified()
    const mine = offline(world, 'salma', ['classify', { ...routine, complexity: 'complex' }])
    expect(arrives(world, { ...mine, user: 'rana' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'not-allowed', params: { right: 'triage' } },
    })
  })

  test('A-02 an approval under the name of the author is held, also when a machine sends it as an event', () => {
    const world = classified()
    const draft = drafted(world) as never
    expect(arrives(world, { events: [made('approved', { draft }, null)], expects: {}, user: 'salma' })).toMatchObject({
      kind: 'held',
      refusal: { code: 'separation-author-approver' },
    })
  })

  test('Z-02 B-08 whoever handled the case records neither a rating nor that none is given, nor does its department', () => {
    const staff = {
      ...shippedStaff,
      salma: { unit: office, groups: ['complaint_team', 'satisfaction_team'] },
      zaid: { unit: departmentA, groups: ['satisfaction_team'] },
    } as const
    const world = classified({ staff })
    world.do('assign', { user: 'salma' as never }, 'salma')
    world.do('reply_to_referral', { referral: referTo(world), text: 'تم' }, 'ali')
    answered(world)
    const declined = offline(world, 'huda', ['decline_rating', { mode: 'phone' }])
    const rating = offline(world, 'huda', ['rate', rated(world, 'satisfied')])
    for (const each of [declined, rating]) {
      const verdictOn = (user: string) => arrives(world, { ...each, user })
      expect(verdictOn('huda').kind).toBe('accepted')
      expect(verdictOn('salma')).toMatchObject({ kind: 'held', refusal: { code: 'separation-recorder-handler' } })
      expect(verdictOn('zaid')).toMatchObject({ kind: 'held', refusal: { code: 'department-approves-itself' } })
    }
  })

  test('A-02 an approval under the name of whoever wrote the returned draft before is held too', () => {
    const world = classified()
    world.do('return_draft', { draft: drafted(world), reason: 'tone' }, 'omar')
    const draft = drafted(world, 'nadia') as never
    const approval = { events: [made('approved', { draft }, null)], expects: {} }
    expect(arrives(world, { ...approval, user: 'salma' })).toMatchObject({
      kind: 'held',
      refusal: { code: 'separation-author-approver' },
    })
    expect(arrives(world, { ...approval, user: 'omar' }).kind).toBe('accepted')
  })

  test('small offices: a mark by someone who is not the head is held', () => {
    const world = classified()
    drafted(world)
    const mark = made('separation_excepted', { rule: 'author_approver', way: 'head' }, { text: '' })
    expect(arrives(world, { events: [mark], expects: {}, user: 'salma' })).toMatchObject({
      kind: 'held',
      refusal: { code: 'separation-head-only' },
    })
  })

  test('R-08 nothing is taken from someone who may not open the case', () => {
    const world = classified()
    const mine = offline(world, 'salma', ['refer', { referrals: [{ department: 'dept-a' as never, text: 'x' }] }])
    world.do('set_confidentiality', { level: 'strict', users: ['omar' as never] }, 'omar')
    expect(arrives(world, mine)).toMatchObject({ kind: 'refused', refusal: { code: 'case-not-yours-to-open' } })
  })

  test('a registration brings its own parts; later the same events need their own right', () => {
    const world = classified()
    const file = made(
      'complainant_set',
      { person: null, anonymous: true, contactableBy: [], preferred: null, language: 'ar', governorate: null },
      null,
    )
    expect(arrives(world, { events: [file], expects: {}, user: 'rana' }).kind).toBe('accepted')
    world.at('2026-01-05 09:05')
    expect(arrives(world, { events: [file], expects: {}, user: 'huda' }).kind).toBe('accepted')
    expect(arrives(world, { events: [file], expects: {}, user: 'ali' }).kind).toBe('refused')
  })

  test('imports are taken only from who keeps the store', () => {
    const world = classified()
    const note = offline(world, 'rana', ['add_note', { text: 'قديم' }])
    expect(arrives(world, note, 'import').kind).toBe('refused')
    expect(arrives(world, { ...note, user: 'admin' }, 'import').kind).toBe('accepted')
  })
})

describe('duties', () => {
  const escalation = (world: CaseWorld): CaseEvent =>
    made('escalated', { referral: lastReferral(world) as never, rung: 1, automatic: true, recipients: 1 }, null)

  test('E-04 an escalation is void once its ground is gone: answered, returned or resolved', () => {
    const world = classified()
    const referral = referTo(world) as never
    expect(arrives(world, { events: [escalation(world)], expects: {}, user: 'rana' }, 'duty').kind).toBe('accepted')
    world.do('reply_to_referral', { referral, text: 'تم' }, 'ali')
    expect(arrives(world, { events: [escalation(world)], expects: {}, user: 'rana' }, 'duty')).toEqual({ kind: 'void' })
    answered(world)
    expect(arrives(world, { events: [escalation(world)], expects: {}, user: 'rana' }, 'duty')).toEqual({ kind: 'void' })
  })

  test('bug 5 a follower is never escalated', () => {
    const world = classified()
    world.do('link', { lead: [...world.links.known][0] as never, kind: 'duplicate' }, 'salma')
    const whole = made('escalated', { referral: null, rung: 1, automatic: true, recipients: 1 }, null)
    expect(arrives(world, { events: [whole], expects: {}, user: 'rana' }, 'duty')).toEqual({ kind: 'void' })
  })

  test('a duty writes only what duties may write', () => {
    const world = resolvedCase()
    const note = made('note_added', {}, { text: 'x' })
    expect(arrives(world, { events: [note], expects: {}, user: 'rana' }, 'duty').kind).toBe('refused')
  })
})
