import { describe, expect, test } from 'vitest'
import { admit } from '#shared/domain/case/admit.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { made } from '#shared/domain/case/made.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
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
import { CaseWorld } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { policyOf, offline, arrives } from '#test/support/arriving.ts'

describe('stamps', () => {
  test('S9 a field that somebody set unseen is a conflict', () => {
    const world = classified()
    const mine = offline(world, 'salma', ['classify', { ...routine, complexity: 'complex' }])
    expect(arrives(world, mine).kind).toBe('accepted')
    world.do('classify', { ...routine, complexity: 'critical' }, 'omar')
    expect(arrives(world, mine)).toEqual({ kind: 'conflict', facts: ['classification'] })
  })

  test('S9 two who hand a case to different people clash, also when both may reopen cases', () => {
    const world = classified()
    const mine = offline(world, 'salma', ['assign', { user: 'salma' as never, exceptionReason: '' }])
    expect(arrives(world, mine).kind).toBe('accepted')
    world.do('assign', { user: 'omar' as never, exceptionReason: '' }, 'omar')
    expect(arrives(world, mine)).toEqual({ kind: 'conflict', facts: ['handler'] })
  })

  test('S9 fields of different subjects do not clash', () => {
    const world = classified()
    const mine = offline(world, 'rana', [
      'change_details',
      { subjects: ['product'], cause: null, complainantKind: null },
    ])
    world.do('classify', { ...routine, complexity: 'critical' }, 'omar')
    expect(arrives(world, mine)).toEqual({ kind: 'accepted', moved: [] })
  })

  test('S9 notes, files and attempts always commute, also after the case was closed', () => {
    const world = classified()
    const note = offline(world, 'rana', ['add_note', { text: 'اتصل' }])
    const file = offline(world, 'rana', [
      'add_files',
      {
        files: [{ file: 'c'.repeat(64), size: 1, mediaType: 'a/b', pages: null, name: 'n', key: 'k' }],
        original: false,
      },
    ])
    const tried = offline(world, 'huda', [
      'record_attempt',
      { attemptedAt: world.now, channel: 'phone', result: 'busy' },
    ])
    world.do('withdraw', {}, 'rana')
    for (const each of [note, file, tried]) expect(arrives(world, each)).toEqual({ kind: 'accepted', moved: [] })
  })

  test('R-06 what an earlier program let the desk say of a named complainant is taken: his case has its number', () => {
    const world = classified()
    const said = made('identity_verified', { state: 'not_required' }, { text: '' })
    const earlier = { events: [said], expects: world.stamps('verify_identity', { state: 'by_phone' }), user: 'rana' }
    expect(arrives(world, earlier).kind).toBe('accepted')
    expect(world.refusal('verify_identity', { state: 'not_required' }, 'rana')).toBe('verification-needed')
  })

  test('S9 a workflow step goes on while the table allows it, and shows what moved', () => {
    const world = classified()
    const mine = offline(world, 'salma', ['refer', { referrals: [{ department: 'dept-a' as never, text: 'x' }] }])
    world.do('classify', { ...routine, complexity: 'critical' }, 'omar')
    expect(arrives(world, mine)).toEqual({ kind: 'accepted', moved: ['classification'] })
  })

  test('N-06 a workflow step that the table no longer allows is held: closed in A, referred in B', () => {
    const world = classified()
    const mine = offline(world, 'salma', ['refer', { referrals: [{ department: 'dept-a' as never, text: 'x' }] }])
    answered(world)
    expect(arrives(world, mine)).toMatchObject({ kind: 'held', refusal: { code: 'case-status' } })
  })

  test('bug 10 N-06 an approval that arrives after the draft was returned, or a return after the approval of another, is not taken: a person reads both', () => {
    const world = classified()
    const draft = drafted(world)
    const mine = offline(world, 'omar', ['approve_draft', { draft }])
    world.do('return_draft', { draft, reason: 'tone' }, 'nadia')
    expect(arrives(world, mine)).toEqual({ kind: 'conflict', facts: ['draft'] })
    drafted(world)
    expect(arrives(world, mine)).toMatchObject({ kind: 'held', refusal: { code: 'draft-not-latest' } })
  })

  test('N-06 two who say the same thing unseen by each other, an answer, a decision, a rating, are a conflict', () => {
    const clash = <K extends CaseCommandKind>(
      [world, first, second]: readonly [CaseWorld, string, string],
      kind: K,
      inputs: readonly [InputOf<K>, InputOf<K>],
    ) => {
      const theirs = offline(world, second, [kind, inputs[1]])
      expect(arrives(world, theirs)).toEqual({ kind: 'accepted', moved: [] })
      world.do(kind, inputs[0], first)
      expect([kind, arrives(world, theirs).kind]).toEqual([kind, 'conflict'])
    }
    const world = classified()
    const referral = referTo(world) as never
    clash([world, 'ali', 'ali'], 'ask_clarification', [
      { referral, by: 'department', text: 'ما رقم العداد؟' },
      { referral, by: 'department', text: 'أي عداد؟' },
    ])
    clash([world, 'salma', 'nadia'], 'answer_clarification', [
      { referral, text: '7781' },
      { referral, text: '9902' },
    ])
    const soon = '2026-01-06 12:00'
    const stated = { referral, statedAt: must(parseInstant('2026-01-06T09:00:00Z'), soon) }
    clash([world, 'ali', 'ali'], 'acknowledge_referral', [stated, stated] as never)
    clash([world, 'ali', 'salma'], 'reply_to_referral', [
      { referral, text: 'أُصلح العطل' },
      { referral, text: 'لا عطل' },
    ])
    const done = resolvedCase()
    clash([done, 'huda', 'huda'], 'rate', [rated(done, 'satisfied'), rated(done, 'not_satisfied')])
    clash([done, 'huda', 'huda'], 'close', [closing, { ...closing, analysis: 'غير ذلك' }])
    const fresh = new CaseWorld()
    fresh.register()
    clash([fresh, 'salma', 'omar'], 'accept', [{}, {}])
  })

  test('N-06 what another step overtook is held as before: an answer to what was called back', () => {
    const world = classified()
    const referral = referTo(world) as never
    const mine = offline(world, 'ali', ['reply_to_referral', { referral, text: 'تم' }])
    world.do('waive_referral', { referral, note: 'لا حاجة' }, 'salma')
    expect(arrives(world, mine)).toMatchObject({ kind: 'held', refusal: { code: 'referral-status' } })
  })

  test('N-06 F-07 an answer to a question that a reply overtook is held and no conflict', () => {
    const world = classified()
    const referral = referTo(world) as never
    world.do('ask_clarification', { referral, by: 'department', text: 'أي عداد؟' }, 'ali')
    const late = offline(world, 'salma', ['answer_clarification', { referral, text: '7781' }])
    world.do('reply_to_referral', { referral, text: 'عُرف العداد' }, 'ali')
    expect(arrives(world, late).kind).toBe('held')
  })

  test('Z-08 an answer to a referral of an earlier cycle is held', () => {
    const world = classified()
    const referral = referTo(world) as never
    const mine = offline(world, 'ali', ['reply_to_referral', { referral, text: 'تم' }])
    world.do('waive_referral', { referral, note: 'لا حاجة' }, 'salma')
    answered(world)
    world.do('reopen', { cause: 'new_facts', route: 'team', outcome: 'upheld', handler: 'nadia' as never }, 'huda')
    expect(arrives(world, mine)).toMatchObject({ kind: 'held', refusal: { code: 'referral-unknown' } })
  })

  test('S9 what the same commit set is no clash', () => {
    const world = classified()
    const draft = approved(world)
    const mine = offline(world, 'omar', ['record_reply_sent', { draft, delivery: 'posted', sentAt: world.now }])
    world.append(mine.events[0] as CaseEvent, 'omar')
    const sentId = world.events.at(-1)?.id ?? ''
    const second = {
      event: mine.events[1] as CaseEvent,
      expects: mine.expects,
      actor: 'omar' as never,
      at: world.now,
      via: 'window' as const,
    }
    expect(admit(world.state, { ...second, sameCommit: [sentId] }, policyOf(world))).toEqual({
      kind: 'accepted',
      moved: [],
    })
    expect(admit(world.state, { ...second, sameCommit: [] }, policyOf(world))).toEqual({
      kind: 'accepted',
      moved: ['draft'],
    })
  })
})
