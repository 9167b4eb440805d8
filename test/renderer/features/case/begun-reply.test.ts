import { expect, test } from 'vitest'
import { assert } from '#shared/lib/assert.ts'
import { begunReply } from '#renderer/features/case/steps/begun-reply.ts'
import { classified, lastDraft, referTo, lastReferral } from '#test/support/case-steps.ts'

test('A-01 a draft that came back is corrected in its own language; a new reply begins in that of the complainant', () => {
  const world = classified()
  referTo(world)
  world.do('reply_to_referral', { referral: lastReferral(world), text: 'صدرت الشهادة.' }, 'salma')
  const begun = () => {
    const { state } = world
    assert(state.kind === 'case', 'the world has registered its case')
    const drafts = state.cycles.flatMap((cycle) => cycle.drafts)
    return begunReply({
      state,
      drafts: drafts.map(({ id }) => ({ id, text: 'The certificate is issued.', returnNote: null })),
    })
  }
  expect(begun()).toEqual({ text: '', language: 'ar', remedies: [] })
  world.do(
    'submit_draft',
    { text: 'The certificate is issued.', language: 'en', remedies: ['apology'] as never },
    'salma',
  )
  world.do('return_draft', { draft: lastDraft(world), reason: 'incomplete' }, 'omar')
  expect(begun()).toEqual({ text: 'The certificate is issued.', language: 'en', remedies: ['apology'] })
})
