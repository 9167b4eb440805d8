import { describe, expect, test } from 'vitest'
import { admit } from '#shared/domain/case/admit.ts'
import type { AdmitPolicy, Verdict } from '#shared/domain/case/admit.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { made } from '#shared/domain/case/made.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { upcast } from '#shared/domain/case/upcast.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import {
  answered,
  approved,
  classified,
  closing,
  drafted,
  lastReferral,
  rated,
  referTo,
  resolvedCase,
  routine,
} from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, office, shippedStaff } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'

const policyOf = (world: CaseWorld): AdmitPolicy => ({
  rightsOf: (user) => world.actor(user).rights,
  unitOf: (user) => world.actor(user).unit,
  staffIdOf: (user) => world.actor(user).staffId,
  settings: world.settings,
})

interface Offline {
  readonly events: readonly CaseEvent[]
  readonly expects: Readonly<Record<string, string>>
  readonly user: string
}

/** A command given on a copy of the case that has not seen what happens next; the case itself stays as it is. */
function offline<K extends CaseCommandKind>(
  world: CaseWorld,
  user: string,
  [kind, input]: readonly [K, InputOf<K>],
): Offline {
  const expects = world.stamps(kind, input)
  const [state, events] = [world.state, [...world.events]]
  const decided = world.do(kind, input, user)
  world.state = state
  world.events = events
  return { events: decided, expects, user }
}

function arrives(
  world: CaseWorld,
  { events, expects, user }: Offline,
  via: 'window' | 'duty' | 'import' = 'window',
): Verdict {
  const event = events[0] as CaseEvent
  return admit(
    world.state,
    { event, expects, actor: user as never, at: world.now, via, sameCommit: [] },
    policyOf(world),
  )
}

/** What a changed program says, judged as anything else that arrives. */
function says(world: CaseWorld, user: string, event: CaseEvent): Verdict {
  return arrives(world, { events: [event], expects: {}, user })
}

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
    world.do('reopen', { cause: 'new_facts', route: 'team', handler: 'nadia' as never }, 'huda')
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
