import { expect, test } from 'vitest'
import { routine } from '#test/support/case-steps.ts'
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
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
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
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('triage.assign', { ...of, user: ids['omar'] }, 'nadia')
  expect([await mine(office, 'salma'), await mine(office, 'omar')]).toEqual([0, 1])
})

test('UI-4 "take this case" takes it only while nobody has it, never from a colleague who was faster', async () => {
  const { office, ids } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const take = (as: string) => office.refused('triage.assign', { ...of, user: ids[as], onlyIfFree: true }, as)
  expect(await take('salma')).toBe('answered')
  expect(await take('salma')).toBe('answered')
  expect(await take('nadia')).toBe('case-has-handler')
  expect([await mine(office, 'salma'), await mine(office, 'nadia')]).toEqual([1, 0])
  // Whoever hands it over by name does it with open eyes.
  await office.call('triage.assign', { ...of, user: ids['omar'] }, 'nadia')
  expect(await mine(office, 'omar')).toBe(1)
})

interface Queue {
  readonly lines: readonly { readonly reference: string; readonly nextAt: string | null }[]
}

test('X-02 a case with another body reminds on the day that was set: it leads that list and is work of whoever may follow it up, until a new day is set', async () => {
  const { office } = await staffed()
  const transferred = async (followUp: string): Promise<string> => {
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
    const transfer = {
      case: reference,
      body: 'other_body',
      transferredAt: at('2026-01-05 09:00'),
      externalReference: null,
      contactGiven: true,
      followUpAt: at(followUp),
      note: '',
    }
    await office.call('triage.transferExternal', transfer, 'salma')
    return reference
  }
  const external = async () => (await office.call<Queue>('cases.queue', { queue: 'external' }, 'salma')).lines
  const later = await transferred('2026-01-20 09:00')
  const sooner = await transferred('2026-01-12 09:00')
  expect((await external()).map(({ reference, nextAt }) => [reference, nextAt])).toEqual([
    [sooner, at('2026-01-12 09:00')],
    [later, at('2026-01-20 09:00')],
  ])
  expect(await mine(office, 'salma')).toBe(0)

  office.now = at('2026-01-12 09:00')
  expect([await mine(office, 'salma'), await mine(office, 'rana'), await mine(office, 'ali')]).toEqual([1, 0, 0])
  await office.call(
    'triage.followUpExternal',
    { case: sooner, followUpAt: at('2026-01-26 09:00'), note: 'قيد الدراسة لديهم.' },
    'salma',
  )
  expect(await mine(office, 'salma')).toBe(0)
  expect((await external()).map(({ reference }) => reference)).toEqual([later, sooner])
})

test('X-02 the reminder of a case that was given to one is his alone', async () => {
  const { office, ids } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('triage.assign', { ...of, user: ids['omar'] }, 'nadia')
  const transfer = {
    body: 'other_body',
    transferredAt: at('2026-01-05 09:00'),
    externalReference: null,
    contactGiven: true,
    note: '',
  }
  await office.call('triage.transferExternal', { ...of, ...transfer, followUpAt: at('2026-01-12 09:00') }, 'omar')
  expect([await mine(office, 'salma'), await mine(office, 'omar')]).toEqual([0, 0])
  office.now = at('2026-01-13 09:00')
  expect([await mine(office, 'salma'), await mine(office, 'omar')]).toEqual([0, 1])
})

test('Z-03 the list of calls stands in the order of the next attempt: who was tried today comes after who was not tried yet', async () => {
  const { office } = await staffed()
  const answered = async (): Promise<string> => {
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
    const of = { case: reference }
    await office.call('triage.accept', of, 'salma')
    await office.call('triage.classify', { ...of, ...routine }, 'salma')
    await office.call('reply.submitDraft', { ...of, text: 'تمت معالجة شكواكم.', language: 'ar' }, 'salma')
    const { drafts } = await office.call<View>('cases.get', of)
    const draft = { ...of, draft: drafts[0]?.id }
    await office.call('reply.approve', draft, 'omar')
    await office.call(
      'reply.recordSent',
      { ...draft, delivery: 'read_by_phone', note: '', sentAt: at('2026-01-05 09:00') },
      'salma',
    )
    return reference
  }
  const tried = await answered()
  const untried = await answered()
  const attempt = { case: tried, attemptedAt: at('2026-01-05 09:00'), channel: 'phone', result: 'no_answer', note: '' }
  await office.call('satisfaction.recordAttempt', attempt, 'huda')
  const { lines } = await office.call<Queue>('cases.queue', { queue: 'to_call' }, 'huda')
  expect(lines.map(({ reference, nextAt }) => [reference, nextAt])).toEqual([
    [untried, null],
    [tried, at('2026-01-06 12:00')],
  ])
})

test('UI-6 a case before a court is in the queue of those suspended, and nobody waits for its complainant', async () => {
  const { office } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.suspend', { ...of, reason: 'court', note: '' }, 'nadia')
  const counts = await office.call<Record<string, number>>('cases.counts', {}, 'salma')
  expect(counts).toMatchObject({ suspended: 1, awaiting_info: 0, all_open: 1 })
})

test('UI-6 E-01 a case whose department is late with its answer stands in a queue of the office, though the case itself is not', async () => {
  const { office, a, b } = await staffed()
  const late = async (as: string) => {
    const page = await office.call<{ total: number }>('cases.queue', { queue: 'late_referrals' }, as)
    const counts = await office.call<{ late_referrals: number }>('cases.counts', {}, as)
    expect(counts.late_referrals).toBe(page.total)
    return page.total
  }
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const referrals = [a, b].map((department) => ({ department, text: 'للإفادة' }))
  await office.call('referral.refer', { ...of, referrals }, 'salma')
  const { referrals: sent } = await office.call<View>('cases.get', of)
  const [own] = sent
  await office.call('referral.acknowledge', { ...of, referral: own?.id, statedAt: at('2026-01-05 12:00') }, 'ali')
  expect(await late('salma')).toBe(0)
  office.now = at('2026-01-05 12:01')
  expect(await late('salma')).toBe(1)
  expect((await office.call<{ total: number }>('cases.queue', { queue: 'overdue' }, 'salma')).total).toBe(0)
  await office.call('referral.askClarification', { ...of, referral: own?.id, by: 'department', text: 'متى؟' }, 'ali')
  expect(await late('salma')).toBe(0)
})

test('UI-6 E-01 late departments: what the department is latest with stands first, whatever the case’s own date', async () => {
  const { office, a } = await staffed()
  const referred = async (complexity: string) => {
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
    const of = { case: reference }
    await office.call('triage.accept', of, 'salma')
    await office.call('triage.classify', { ...of, ...routine, complexity }, 'salma')
    await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
    return reference
  }
  const longer = await referred('complex')
  for (const day of ['06', '08', '10', '12', '13']) {
    office.now = at(`2026-01-${day} 08:00`)
    await office.call('intake.register', phoneForm({}))
  }
  const shorter = await referred('routine')
  office.now = at('2026-01-20 12:00')
  const inOrder = async (queue: string) =>
    (await office.call<Queue>('cases.queue', { queue }, 'salma')).lines.map(({ reference }) => reference)
  expect(await inOrder('awaiting_departments')).toEqual([shorter, longer])
  expect(await inOrder('late_referrals')).toEqual([longer, shorter])
})
