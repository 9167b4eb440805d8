import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

import { staffed } from '#test/support/staffed-office.ts'

/* Queues, search, callers and drafts through the contract, in one process. */

interface Done {
  readonly case: string
  readonly reference: string
  readonly status: string
}

interface Page {
  readonly total: number
  readonly lines: readonly { readonly reference: string; readonly subject: string }[]
}

describe('queues, search and drafts', () => {
  it('bug 15 every count is that of its list, beyond one page too', async () => {
    const office = await testOffice()
    for (let number = 0; number < 120; number += 1)
      await office.call('intake.register', phoneForm({ person: { kind: 'anonymous' }, subject: `شكوى ${number}` }))
    const { lines } = await office.call<Page>('cases.queue', { queue: 'all', page: { offset: 0, limit: 500 } })
    for (const { reference } of lines.slice(0, 7))
      await office.call('triage.reject', { case: reference, reason: 'no_data', note: 'بلا بيانات', withinRemit: true })
    for (const { reference } of lines.slice(7, 12)) await office.call('triage.accept', { case: reference })
    const counts = await office.call<Record<string, number>>('cases.counts')
    for (const [queue, count] of Object.entries(counts)) {
      const page = await office.call<Page>('cases.queue', { queue, page: { offset: 0, limit: 10 } })
      expect([queue, page.total]).toEqual([queue, count])
      expect(page.lines.length).toBe(Math.min(10, count))
    }
    expect(counts['all']).toBe(120)
    expect(counts['to_triage']).toBe(113)
  })

  it('L-13 a case is found by the end of its number, as it is read aloud, with its check digit or with its zeros', async () => {
    const office = await testOffice()
    const { reference } = await office.call<Done>('intake.register', phoneForm())
    await office.call('intake.register', phoneForm())
    const [, , serial = '', check = ''] = reference.split('-')
    const found = async (text: string) =>
      (await office.call<Page>('cases.search', { text })).lines.map((line) => line.reference)
    for (const text of [`${serial}-${check}`, `${Number(serial)}-${check}`, serial, ` ٠٠٠٠٠١-${check}`])
      expect(await found(text)).toEqual([reference])
    const audit = async () => (await office.call<{ total: number }>('audit.list', { kind: 'searched_identity' })).total
    const lines = await audit()
    // A number that was typed in part is a look-up of a case like the whole one (P-03).
    expect(lines).toBeGreaterThan(0)
    expect(await found(`${serial}-${(Number(check) + 1) % 10}`)).toEqual([])
  })

  it('R-01 L-13 a whole number with a slip of the pen is told as one, by every office’s own number, and is looked for as words', async () => {
    const office = await testOffice()
    const { reference } = await office.call<Done>('intake.register', phoneForm())
    const slipped = `${reference.slice(0, -1)}${(Number(reference.at(-1)) + 1) % 10}`
    const search = (text: string) => office.call<Page & { readonly slip: string | null }>('cases.search', { text })
    expect(await search(slipped)).toMatchObject({ total: 0, slip: slipped })
    expect(await search(slipped.replaceAll('-', ''))).toMatchObject({ total: 0, slip: slipped.replaceAll('-', '') })
    expect(await search(reference)).toMatchObject({ total: 1, slip: null })
    await office.call('intake.register', phoneForm({ text: `بخصوص ${slipped}` }))
    expect(await search(slipped)).toMatchObject({ total: 1, slip: slipped })
  })

  it('L-13 the end of a number also finds last year’s case', async () => {
    const office = await testOffice({ now: '2025-12-30T08:00:00.000Z' as Instant })
    const { reference } = await office.call<Done>('intake.register', phoneForm())
    office.now = '2026-01-05T08:00:00.000Z' as Instant
    for (const text of [reference.slice(-8), reference.slice(-8, -2)])
      expect((await office.call<Page>('cases.search', { text })).lines).toMatchObject([{ reference }])
  })

  it('L-13 R-10 a person who is written again under the key that he had is found by his new name, with his cases, and by no old one', async () => {
    const office = await testOffice()
    const details = { kind: 'individual', given: 'إسراء', family: 'الطراونة', mobile: '0791234567' }
    await office.call('intake.register', phoneForm({ person: { kind: 'new', details } }))
    const hits = async (text: string) => [
      (await office.call<Page>('cases.search', { text })).total,
      (await office.call<readonly unknown[]>('people.search', { text })).length,
    ]
    // Searched first: the index has read his key, which his row is then given a second time.
    expect(await hits('الطراونة')).toEqual([1, 1])
    const [person] = await office.call<readonly { id: string }[]>('people.search', { text: 'إسراء' })
    for (const family of ['الزعبي', 'المجالي']) {
      await office.call('people.change', { id: person?.id, details: { ...details, family } })
      expect(await hits(family)).toEqual([1, 1])
    }
    expect(await hits('الطراونة')).toEqual([0, 0])
    expect(await hits('الزعبي')).toEqual([0, 0])
  })

  it('P-01 P-03 the code of a receipt finds its case, written as people write it, is shown with it, and is found by no part', async () => {
    const office = await testOffice()
    await office.call('intake.register', phoneForm({ person: { kind: 'anonymous' } }))
    const { reference, trackingCode } = await office.call<Done & { trackingCode: string }>(
      'intake.register',
      phoneForm({ person: { kind: 'anonymous' } }),
    )
    const numbers = async (text: string) =>
      (await office.call<Page>('cases.search', { text })).lines.map((line) => line.reference)
    expect(await numbers(trackingCode)).toEqual([reference])
    const typed = trackingCode.toLowerCase().replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
    expect(await numbers(` ${typed.slice(0, 3)} ${typed.slice(3)} `)).toEqual([reference])
    expect(await numbers(trackingCode.slice(0, 5))).toEqual([])
    expect(await office.call('cases.get', { case: reference })).toMatchObject({ trackingCode })
    const { lines } = await office.call<{ lines: readonly { kind: string }[] }>('audit.list', {})
    expect(lines.map(({ kind }) => kind)).toContain('searched_identity')
  })

  it('bug 23 L-13 search forgives Arabic spelling and finds numbers, names and phones', async () => {
    const office = await testOffice()
    const { reference } = await office.call<Done>(
      'intake.register',
      phoneForm({
        person: {
          kind: 'new',
          details: { given: 'إسراء', father: 'عبد الله', family: 'أبو غوش', mobile: '٠٧٩ ١٢٣ ٤٥٦٧' },
        },
        subject: 'إلغاء موعد مستشفى الأمير حمزة',
        text: 'أُلغي الموعد دون إشعار، والمراجعة الأولى كانت قبل شهرين.',
      }),
    )
    await office.call(
      'intake.register',
      phoneForm({ person: { kind: 'anonymous' }, subject: 'حفرة في الطريق', text: 'حفرة كبيرة' }),
    )
    for (const text of [
      'الغاء موعد',
      'مستشفي الامير',
      'المراجعه الاولي',
      'إلغَاء',
      'اسراء',
      'إسراء أبو غوش',
      'ابو غوش',
      '0791234567',
      '+962791234567',
      '١٢٣٤٥٦٧',
      reference,
      reference.toLowerCase(),
      'AMM26000001',
    ])
      expect([text, (await office.call<Page>('cases.search', { text })).lines.map((line) => line.reference)]).toEqual([
        text,
        [reference],
      ])
    expect((await office.call<Page>('cases.search', { text: 'زراعة' })).total).toBe(0)
  })

  it.each([
    ['EG' as const, '01012345678', ['01012345678', '0101 2345678', '00201012345678', '+20 101 234 5678', '010123']],
    ['SA' as const, '0501234567', ['0501234567', '00966501234567', '966501234567', '٠٥٠١٢٣٤٥٦٧']],
    ['JO' as const, '065001234', ['065001234', '06 5001234', '0096265001234', '5001234']],
    ['PS' as const, '0599123456', ['0599123456', '00970599123456']],
  ])(
    'L-13 P-03 a telephone of %s finds the case in every form in which it is dialled',
    async (country, phone, forms) => {
      const office = await testOffice({ country })
      const person = {
        kind: 'new',
        details: { given: 'هدى', family: 'سالم', [phone.startsWith('06') ? 'phone' : 'mobile']: phone },
      }
      const { reference } = await office.call<Done>('intake.register', phoneForm({ person }))
      for (const text of forms)
        expect([text, (await office.call<Page>('cases.search', { text })).lines.map((line) => line.reference)]).toEqual(
          [text, [reference]],
        )
    },
  )

  it('R-08 a strictly confidential case is not found, counted or listed for who may not open it', async () => {
    const { office, ids } = await staffed()
    const { reference } = await office.call<Done>(
      'intake.register',
      phoneForm({ subject: 'شكوى سرية على موظف' }),
      'rana',
    )
    await office.call('intake.register', phoneForm({ subject: 'شكوى عادية على موظف' }), 'rana')
    await office.call(
      'triage.setConfidentiality',
      { case: reference, level: 'strict', users: [ids['salma']], note: 'تمس موظفاً' },
      'nadia',
    )
    const seen = async (user: string): Promise<readonly unknown[]> => [
      (await office.call<Page>('cases.search', { text: reference }, user)).total,
      (await office.call<Page>('cases.search', { text: 'موظف' }, user)).total,
      (await office.call<Record<string, number>>('cases.counts', {}, user))['all'],
      (await office.call<Page>('cases.queue', { queue: 'all' }, user)).total,
      await office.refused('cases.get', { case: reference }, user),
    ]
    expect(await seen('salma')).toEqual([1, 2, 2, 2, 'answered'])
    expect(await seen('omar')).toEqual([0, 1, 1, 1, 'not-found'])
  })

  it('C-03 a draft survives the end of the core and ends with its registration', async () => {
    const office = await testOffice()
    const form = { subject: 'نصف مكتوبة', text: 'بقيتُ أنتظر' }
    await office.call('intake.saveDraft', { id: 'draft-1', form })
    await office.reopen()
    expect(await office.call<readonly { form: unknown }[]>('intake.drafts')).toMatchObject([{ id: 'draft-1', form }])
    await office.call('intake.register', phoneForm({ draft: 'draft-1' }))
    expect(await office.call('intake.drafts')).toEqual([])
  })

  it('C-03 R-01 a draft that another window registered or deleted is not registered again by one that still shows it as kept', async () => {
    const office = await testOffice()
    const shown = phoneForm({ draft: 'draft-1', draftKept: true })
    await office.call('intake.saveDraft', { id: 'draft-1', form: { subject: 'نصف مكتوبة' } })
    await office.call('intake.register', shown)
    expect(await office.refused('intake.register', shown)).toBe('draft-gone')
    expect((await office.call<{ total: number }>('cases.queue', { queue: 'all' })).total).toBe(1)
    await office.call('intake.register', phoneForm({ draft: 'draft-1' }))
    expect((await office.call<{ total: number }>('cases.queue', { queue: 'all' })).total).toBe(2)
  })

  it('R-10 the caller is known by number while typing, with earlier cases', async () => {
    const office = await testOffice()
    await office.call('intake.register', phoneForm())
    const { callers } = await office.call<{ callers: readonly { total: number; person: { displayName: string } }[] }>(
      'intake.history',
      { texts: ['079 1234567'] },
    )
    expect(callers).toMatchObject([{ total: 1, person: { displayName: 'أحمد محمود الخطيب' } }])
    const byName = await office.call<{ callers: readonly unknown[] }>('intake.history', {
      texts: ['0790000009', 'احمد الخطيب'],
    })
    expect(byName.callers).toHaveLength(1)
  })

  it('R-05 a number that cannot be one is refused and nothing is written', async () => {
    const office = await testOffice()
    const input = phoneForm({ person: { kind: 'new', details: { given: 'أحمد', mobile: '12' } } })
    expect(await office.refused('intake.register', input)).toMatch(/^phone/)
    expect(await office.call('cases.counts')).toMatchObject({ all: 0 })
    expect((await office.call<Done>('intake.register', phoneForm())).reference).toMatch(/-000001-/)
  })
})
