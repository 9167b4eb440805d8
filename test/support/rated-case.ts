import { phoneForm } from './phone-form.ts'
import type { TestOffice } from './test-office.ts'
import { routine } from '#test/support/case-steps.ts'

interface View {
  readonly drafts: readonly { readonly id: string }[]
}

/** In a staffed office, now: registered by rana, answered by salma with omar, rated to huda. Out: how commands name it. */
export async function ratedCase(office: TestOffice, rating: string, note = ''): Promise<{ readonly case: string }> {
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(), 'rana')
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('reply.submitDraft', { ...of, text: 'تمت معالجة شكواكم.', language: 'ar' }, 'salma')
  const draft = (await office.call<View>('cases.get', of)).drafts[0]?.id
  await office.call('reply.approve', { ...of, draft }, 'omar')
  await office.call('reply.recordSent', { ...of, draft, delivery: 'read_by_phone', sentAt: office.now }, 'salma')
  await office.call('satisfaction.rate', { ...of, rating, mode: 'phone', ratedAt: office.now, note }, 'huda')
  return of
}
