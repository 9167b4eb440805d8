import { describe, expect, test } from 'vitest'
import { nextMessages } from '#shared/i18n/case-next.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import { assert } from '#shared/lib/assert.ts'
import { departmentStepOf, ownReminders } from '#renderer/features/case/side/department-step.ts'
import { nextStepOf } from '#renderer/features/case/side/next-steps.ts'
import { hasNotLeft } from '#renderer/features/case/unsent.ts'
import { whatCameBack } from '#renderer/features/case/side/what-came-back.ts'
import { nextStepOf as queueStepOf } from '#core/projections/next-step.ts'
import {
  answered,
  approved,
  classified,
  closedCase,
  drafted,
  lastReferral,
  rated,
  referTo,
  resolvedCase,
} from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, departmentB } from '#test/support/case-world.ts'

const nextOf = (world: CaseWorld): readonly string[] => {
  const { state } = world
  assert(state.kind === 'case', 'the world has registered its case')
  return nextStepOf({ state, line: { status: statusOf(state) } }).steps
}

describe('UI-4 the page says what the case waits for', () => {
  test('UI-4 registered: remit first, then classification', () => {
    const world = new CaseWorld()
    world.register()
    expect(nextOf(world)).toEqual(['remit', 'classify'])
    world.do('accept', {}, 'salma')
    expect(nextOf(world)[0]).toBe('classify')
  })

  test('UI-4 L-08 classified: departments for processing, the reply itself at first contact', () => {
    expect(nextOf(classified())[0]).toBe('refer')
    expect(nextOf(classified({}, { procedure: 'fcr' }))).toEqual(['draft'])
  })

  test('UI-4 L-08 another party is needed: the reply from its solution, and how to refer if it is a department', () => {
    const world = classified({}, { procedure: 'third_party' })
    assert(world.state.kind === 'case', 'the world has registered its case')
    expect(nextStepOf({ state: world.state, line: { status: statusOf(world.state) } })).toMatchObject({
      words: nextMessages.thirdPartyUnasked,
      steps: ['draft', 'refer'],
    })
  })

  test('UI-4 F-04 what a department does at its own machine is not the office’s next step', () => {
    const world = classified()
    const id = referTo(world) as never
    const { state } = world
    assert(state.kind === 'case', 'the world has registered its case')
    const line = { status: statusOf(state) }
    expect(nextStepOf({ state, line, referrals: [{ id, answersItself: false }] }).steps).toContain('acknowledge')
    const next = nextStepOf({ state, line, referrals: [{ id, answersItself: true }] })
    expect(next).toMatchObject({ steps: ['answer_clarification', 'remind'], waits: true })
  })

  test('UI-4 F-06 a returned referral asks for another department before anything else', () => {
    const world = classified()
    const referral = referTo(world)
    expect(nextOf(world)).toContain('acknowledge')
    world.do('return_referral', { referral, proposedDepartment: null, reason: 'not_in_remit' }, 'salma')
    expect(nextOf(world)[0]).toBe('refer')
  })

  test('UI-4 A-01 answered by the department, drafted, approved: write, approve, deliver', () => {
    const world = classified()
    referTo(world)
    world.do('reply_to_referral', { referral: lastReferral(world), text: 'صدرت الشهادة.' }, 'salma')
    expect(nextOf(world)[0]).toBe('draft')
    const draft = drafted(world)
    expect(nextOf(world)).toEqual(['approve', 'return_draft'])
    world.do('return_draft', { draft, reason: 'incomplete' }, 'omar')
    expect(nextOf(world)).toEqual(['draft'])
    approved(world)
    expect(nextOf(world)[0]).toBe('record_sent')
  })

  test('UI-4 Z-05 after the answer: measure; satisfied closes, dissatisfied reopens', () => {
    expect(nextOf(resolvedCase())).toEqual(['measure'])
    const pleased = resolvedCase()
    pleased.do('rate', rated(pleased, 'satisfied'), 'huda')
    expect(nextOf(pleased)).toEqual(['close'])
    const displeased = resolvedCase()
    displeased.do('rate', rated(displeased, 'not_satisfied'), 'huda')
    expect(nextOf(displeased)).toEqual(['reopen', 'close'])
  })

  test('UI-4 a closed case can only be reopened', () => {
    expect(nextOf(closedCase())).toEqual(['reopen'])
  })
})

test('UI-4 A-02 why a draft or a case came back stands with the next step: the reason, what was said, who and when', () => {
  const world = classified()
  const draft = drafted(world)
  const asked = (timeline: Parameters<typeof whatCameBack>[0]['timeline']) => {
    const { state } = world
    assert(state.kind === 'case', 'the world has registered its case')
    const drafts = [{ id: draft, text: 'نص', returnNote: ' اذكر الموعد. ' }]
    return whatCameBack({ state, line: { status: statusOf(state) }, drafts, timeline })
  }
  expect(asked([])).toBeNull()
  world.do('return_draft', { draft, reason: 'incomplete' }, 'omar')
  const returned = { by: 'omar', at: world.now }
  expect(asked([])).toEqual({ of: 'draft', reason: 'incomplete', said: ['اذكر الموعد.'], returned })
})

test('UI-6 Z-05 one who is not satisfied waits for the reopening, not for the closing', () => {
  const step = (world: CaseWorld) => {
    assert(world.state.kind === 'case', 'the world has registered its case')
    return queueStepOf(world.state)
  }
  const world = resolvedCase()
  expect(step(world)).toBe('call')
  world.do('rate', rated(world, 'not_satisfied'), 'huda')
  expect(step(world)).toBe('reopen')
  const pleased = resolvedCase()
  pleased.do('rate', rated(pleased, 'satisfied'), 'huda')
  expect(step(pleased)).toBe('close')
})

describe('UI-4 F-04 F-07 a department’s page says what the case waits for of the department itself', () => {
  const ownStep = (world: CaseWorld, timeline: Parameters<typeof departmentStepOf>[0]['timeline'] = []) => {
    assert(world.state.kind === 'case', 'the world has registered its case')
    return departmentStepOf({ state: world.state, timeline, isJoined: true }, departmentA)
  }

  test('UI-4 from its receipt to its reply, and while its question waits', () => {
    const world = classified()
    const referral = referTo(world)
    expect(ownStep(world)).toMatchObject({ words: nextMessages.ownNew, steps: ['acknowledge', 'return_referral'] })
    world.do('ask_clarification', { referral, by: 'department', text: 'أي شهادة؟' }, 'ali')
    expect(ownStep(world)).toMatchObject({ words: nextMessages.ownQuestion, steps: [] })
    world.do('answer_clarification', { referral, text: 'شهادة ميلاد' }, 'salma')
    world.do('reply_to_referral', { referral, text: 'صدرت' }, 'ali')
    expect(ownStep(world)).toMatchObject({ words: nextMessages.ownAnswered, steps: [] })
    world.do('ask_clarification', { referral, by: 'team', text: 'متى؟' }, 'salma')
    expect(ownStep(world)).toMatchObject({ words: nextMessages.ownAsked })
  })

  test('UI-4 S2 a reply that the server has not answered yet is said to be here, then to be with the office, and is over with the case', () => {
    const world = classified()
    const referral = referTo(world)
    const done = (verdict: 'pending' | 'accepted') => ({ facts: { referral }, verdict })
    world.do('ask_clarification', { referral, by: 'department', text: 'أي شهادة؟' }, 'ali')
    expect(ownStep(world, [done('pending')])).toMatchObject({ words: nextMessages.ownUnsent, waits: true })
    world.do('reply_to_referral', { referral, text: 'صدرت' }, 'ali')
    expect(ownStep(world, [done('accepted'), done('pending')])).toMatchObject({ words: nextMessages.ownUnsent })
    expect(ownStep(world, [done('accepted')])).toMatchObject({ words: nextMessages.ownAnswered, waits: true })
    // A machine that stands alone sends nothing: there the office reads what was just written.
    assert(world.state.kind === 'case', 'the world has registered its case')
    const alone = { state: world.state, timeline: [done('pending')], isJoined: false }
    expect(departmentStepOf(alone, departmentA)).toMatchObject({ words: nextMessages.ownAnswered })
    answered(world)
    expect(ownStep(world, [done('accepted')])).toMatchObject({ words: nextMessages.ownEnded, over: true })
  })

  test('UI-4 S2 the office’s page says that a referral has not left its machine, as long as none that is waited for has', () => {
    const world = classified()
    const [first, second] = [referTo(world), referTo(world, departmentB)]
    assert(world.state.kind === 'case', 'the world has registered its case')
    const { state } = world
    const referrals = [first, second].map((id) => ({ id, answersItself: true }))
    const wordsWith = (...verdicts: readonly ('pending' | 'accepted')[]) => {
      const timeline = referrals.map(({ id }, at) => ({
        type: 'referred',
        facts: { referral: id },
        verdict: verdicts[at] ?? 'accepted',
      }))
      const isOnItsWay = ({ id }: { readonly id: string }) => hasNotLeft(timeline, { id })
      return nextStepOf({ line: { status: statusOf(state) }, state, referrals, isOnItsWay }).words
    }
    expect(wordsWith('pending', 'pending')).toBe(nextMessages.departmentsUnsent)
    expect(wordsWith('accepted', 'pending')).toBe(nextMessages.departmentsAnswer)
    expect(wordsWith('accepted', 'accepted')).toBe(nextMessages.departmentsAnswer)
  })

  test('E-01 UI-4 it says how often the department was reminded of what it has yet to do', () => {
    const world = classified()
    const reminded = () => {
      assert(world.state.kind === 'case', 'the world has registered its case')
      return ownReminders(world.state, departmentA)
    }
    expect(reminded()).toBe(0)
    const referral = referTo(world)
    world.do('remind', { referral, note: '' }, 'salma')
    world.do('remind', { referral, note: 'عاجل' }, 'salma')
    expect(reminded()).toBe(2)
    world.do('ask_clarification', { referral, by: 'department', text: 'أي شهادة؟' }, 'ali')
    expect(reminded()).toBe(0)
    world.do('answer_clarification', { referral, text: 'شهادة ميلاد' }, 'salma')
    expect(reminded()).toBe(2)
    world.do('reply_to_referral', { referral, text: 'صدرت' }, 'ali')
    expect(reminded()).toBe(0)
  })

  test('UI-4 F-06 what it returned is over for it; what was never its own asks nothing of it', () => {
    const world = classified()
    assert(world.state.kind === 'case', 'the world has registered its case')
    expect(ownStep(world)).toMatchObject({ words: nextMessages.ownCancelled, over: true })
    const referral = referTo(world)
    world.do('return_referral', { referral, proposedDepartment: null, reason: 'not_in_remit', note: '' }, 'ali')
    expect(ownStep(world)).toMatchObject({ words: nextMessages.ownReturned, over: true })
  })
})
