import { expect, test } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* The queue of the team also holds what nobody was given (UI rule 6): no open case stands in "all open" alone. */

const mine = async (office: TestOffice, as: string): Promise<number> => {
  const page = await office.call<{ total: number }>('cases.queue', { queue: 'my_work' }, as)
  const counts = await office.call<{ my_work: number }>('cases.counts', {}, as)
  expect(counts.my_work).toBe(page.total)
  return page.total
}

const classes = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

interface View {
  readonly drafts: readonly { readonly id: string }[]
  readonly referrals: readonly { readonly id: string }[]
}

test('UI-6 a case given to nobody is work of everyone who may refer or reply: accepted, answered by all, returned for correction; not of others', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  const all = async () => [await mine(office, 'salma'), await mine(office, 'rana'), await mine(office, 'ali')]

  await office.call('triage.accept', of, 'salma')
  expect(await all()).toEqual([0, 0, 0])
  await office.call('triage.classify', { ...of, ...classes }, 'salma')
  expect(await all()).toEqual([1, 0, 0])

  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  expect(await all()).toEqual([0, 0, 0])
  const { referrals } = await office.call<View>('cases.get', of)
  const [referral] = referrals
  await office.call('referral.acknowledge', { ...of, referral: referral?.id, statedAt: at('2026-01-06 12:00') }, 'ali')
  await office.call('referral.reply', { ...of, referral: referral?.id, text: 'أُنجزت المعاملة.' }, 'ali')
  expect(await all()).toEqual([1, 0, 0])

  await office.call('reply.submitDraft', { ...of, text: 'تمت معالجة شكواكم.', language: 'ar' }, 'salma')
  expect(await all()).toEqual([0, 0, 0])
  const { drafts } = await office.call<View>('cases.get', of)
  const returned = { ...of, draft: drafts[0]?.id, reason: 'incomplete', note: 'اذكر الموعد.' }
  await office.call('reply.returnDraft', returned, 'omar')
  expect(await all()).toEqual([1, 0, 0])
})

test('UI-6 a case that was given to one is the work of no other', async () => {
  const { office, ids } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...classes }, 'salma')
  await office.call('triage.assign', { ...of, user: ids['omar'] }, 'nadia')
  expect([await mine(office, 'salma'), await mine(office, 'omar')]).toEqual([0, 1])
})
