import { describe, expect, it } from 'vitest'
import type { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

interface Page {
  readonly total: number
  readonly lines: readonly { readonly reference: string; readonly overdue: boolean }[]
}

const classes = { service: 'special.permits', complexity: 'routine', importance: 'medium', procedure: 'processing' }

async function registered(office: TestOffice, form: Readonly<Record<string, unknown>>): Promise<string> {
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(form), 'rana')
  return reference
}

/** Three cases about a permit and one about a road; the first is urgent, referred and given to Salma. */
async function filledOffice() {
  const staff = await staffed()
  const { office, ids, a } = staff
  office.now = at('2026-01-05 09:10')
  const urgent = await registered(office, { subject: 'تأخر الرخصة الأولى' })
  await office.call('triage.accept', { case: urgent }, 'salma')
  await office.call(
    'triage.classify',
    { case: urgent, ...classes, priority: 'urgent', priorityReason: 'ينتهي ترخيصه غداً' },
    'salma',
  )
  await office.call('referral.refer', { case: urgent, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  await office.call('triage.assign', { case: urgent, user: ids['salma'] }, 'nadia')
  office.now = at('2026-01-25 09:00')
  const second = await registered(office, { subject: 'تأخر الرخصة الثانية', today: '2026-01-25' })
  const mail = await registered(office, { subject: 'الرخصة بالبريد', channel: 'walk_in', form: 'written' })
  const road = await registered(office, { subject: 'حفرة في الطريق', text: 'حفرة كبيرة' })
  return { ...staff, urgent, second, mail, road }
}

describe('L-13 search within conditions', () => {
  it('L-13 finds by words and by type, state, priority, handler, department, channel, period and lateness, counted as listed', async () => {
    const { office, ids, a, urgent, second, mail, road } = await filledOffice()
    const found = async (text: string, filter: CaseFilter) => {
      const page = await office.call<Page>('cases.search', { text, filter }, 'salma')
      expect(page.total).toBe(page.lines.length)
      return page.lines.map((line) => line.reference).toSorted()
    }
    const all = [urgent, second, mail].toSorted()
    expect(await found('رخصة', {})).toEqual(all)
    expect(await found('رخصة', { type: ['complaint'] })).toEqual(all)
    expect(await found('رخصة', { type: ['praise'] })).toEqual([])
    expect(await found('رخصة', { status: ['registered'] })).toEqual([second, mail].toSorted())
    expect(await found('رخصة', { priority: ['urgent'] })).toEqual([urgent])
    expect(await found('رخصة', { handler: [ids['salma'] ?? ''] })).toEqual([urgent])
    expect(await found('رخصة', { department: [a] })).toEqual([urgent])
    expect(await found('رخصة', { channel: ['walk_in'] })).toEqual([mail])
    expect(await found('رخصة', { receivedFrom: '2026-01-20', receivedTo: '2026-01-25' })).toEqual(
      [second, mail].toSorted(),
    )
    expect(await found('رخصة', { late: true })).toEqual([urgent])
    // By its number too, and without a word.
    expect(await found(urgent, { late: true })).toEqual([urgent])
    expect(await found(second, { late: true })).toEqual([])
    expect(await found('', { channel: ['phone'] })).toEqual([urgent, second, road].toSorted())
    expect(await found('', {})).toEqual([])
  })

  it('L-13 R-08 conditions show nobody what he may not open', async () => {
    const { office, ids, second } = await filledOffice()
    const level = { case: second, level: 'strict', users: [ids['salma']], note: 'تمس موظفاً' }
    await office.call('triage.setConfidentiality', level, 'nadia')
    const total = async (user: string, path: string, input: object) =>
      (await office.call<Page>(path, { filter: { status: ['registered'] }, ...input }, user)).total
    for (const [path, input] of [
      ['cases.search', { text: 'رخصة' }],
      ['cases.search', { text: '' }],
      ['cases.queue', { queue: 'all' }],
    ] as const) {
      const more = await total('salma', path, input)
      expect([path, await total('omar', path, input)]).toEqual([path, more - 1])
    }
  })
})

describe('UI-6 conditions of a queue', () => {
  it('UI-6 words or a part of the number, late only, priority and handler leave what fits', async () => {
    const { office, ids, urgent, second, road } = await filledOffice()
    const listed = async (filter: CaseFilter, user = 'salma') => {
      const page = await office.call<Page>('cases.queue', { queue: 'all', sort: 'received', filter }, user)
      return page.lines.map((line) => line.reference)
    }
    expect(await listed({ text: 'حفره' })).toEqual([road])
    expect(await listed({ text: second.slice(7, 13) })).toEqual([second])
    expect(await listed({ text: second })).toEqual([second])
    expect(await listed({ late: true })).toEqual([urgent])
    expect(await listed({ text: 'الاولى', priority: ['urgent'], handler: [ids['salma'] ?? ''] })).toEqual([urgent])
    // Who a person is, is asked in search alone, which leaves a line.
    expect(await listed({ text: 'الخطيب' })).toEqual([])
  })

  it('UI-6 R-09 a department finds by number, and late is its own referral', async () => {
    const { office, urgent } = await filledOffice()
    const total = async (filter: CaseFilter) =>
      (await office.call<Page>('cases.queue', { queue: 'all', filter }, 'ali')).total
    expect(await total({ text: 'رخصة' })).toBe(0)
    expect(await total({ text: urgent.slice(4) })).toBe(1)
    expect(await total({ late: true })).toBe(1)
    expect((await office.call<Page>('cases.search', { text: urgent, filter: { late: true } }, 'ali')).total).toBe(1)
  })
})
