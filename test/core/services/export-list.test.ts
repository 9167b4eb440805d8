import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { CasePage } from '#shared/contract/desktop/views.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

async function listed(office: TestOffice, asked: object, as: string): Promise<readonly string[]> {
  const { url } = await office.call<{ url: string }>('cases.exportList', asked, as)
  const file = await office.core.fileOf(url.split('/').at(-1) ?? '', new URLSearchParams())
  const text = file === null ? '' : (await buffer(file.open(0, file.size - 1))).toString()
  return text.trimEnd().split('\r\n')
}

test('B-15 G-06 a filtered list is taken out whole and in its order, a line each, as its reader sees it; no cell is a formula, and it is on record', async () => {
  const { office } = await staffed()
  for (let number = 0; number < 260; number += 1)
    await office.call('intake.register', phoneForm({ person: { kind: 'anonymous' }, subject: `شكوى ${number}` }))
  await office.call('intake.register', phoneForm({ type: 'praise', subject: '=HYPERLINK("http://example.org")' }))
  const asked = { queue: 'all', filter: { type: ['complaint'] }, sort: 'reference', descending: true }
  const [head, ...lines] = await listed(office, asked, 'nadia')
  expect(head).toContain('"الرقم","النوع","الموضوع","مقدم الطلب"')
  expect(lines).toHaveLength(260)
  expect(lines[0]).toContain('"شكوى 259"')
  expect(lines.at(-1)).toContain('"شكوى 0"')
  const [, praise] = await listed(office, { queue: 'all', filter: { type: ['praise'] } }, 'nadia')
  expect(praise).toContain(`"'=HYPERLINK(""http://example.org"")","أحمد محمود الخطيب"`)
  const [english] = await listed(office, { queue: 'all', language: 'en' }, 'nadia')
  expect(english).toContain('"Number","Type","Subject","Complainant"')
  expect(await office.refused('cases.exportList', { queue: 'all' }, 'salma')).toBe('not-allowed')
  const audit = await office.call<{ lines: readonly unknown[] }>('audit.list', { kind: 'exported' })
  expect(audit.lines[0]).toMatchObject({ subject: { kind: 'thing', name: { ar: 'قائمة «كل الطلبات»: 261' } } })
})

test('B-15 R-09 a department takes out and prints the words that it was sent, and nobody’s name', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة عن الرخصة' }] }, 'salma')
  const [, line] = await listed(office, { queue: 'all' }, 'ali')
  expect(line).toContain('"للإفادة عن الرخصة",""')
  expect(line).not.toContain('الخطيب')
  const paper = await office.call<CasePage>('cases.paperList', { queue: 'all' }, 'ali')
  expect(paper.lines).toMatchObject([{ reference, person: null, referral: { text: 'للإفادة عن الرخصة' } }])
  expect(JSON.stringify(paper)).not.toContain('الخطيب')
  // E-01: a list says which of them it was reminded of.
  const { referrals } = await office.call<{ referrals: readonly { id: string }[] }>('cases.get', of, 'ali')
  await office.call('referral.remind', { ...of, referral: referrals[0]?.id, note: '' }, 'salma')
  const again = await office.call<CasePage>('cases.paperList', { queue: 'all' }, 'ali')
  expect([paper, again].map(({ lines }) => lines[0]?.referral?.reminders)).toEqual([0, 1])
})

test('UI-12 G-06 a paper holds the first five hundred lines of a list in its order, says how many there are, and is on record as printed', async () => {
  const { office } = await staffed()
  for (let number = 0; number < 502; number += 1)
    await office.call('intake.register', phoneForm({ person: { kind: 'anonymous' }, subject: `شكوى ${number}` }))
  const asked = { queue: 'all', filter: { type: ['complaint'] }, sort: 'received', descending: true }
  const { total, lines } = await office.call<CasePage>('cases.paperList', asked, 'salma')
  expect([total, lines.length, lines[0]?.subject, lines.at(-1)?.subject]).toEqual([502, 500, 'شكوى 501', 'شكوى 2'])
  const audit = await office.call<{ lines: readonly unknown[] }>('audit.list', { kind: 'printed' })
  expect(audit.lines[0]).toMatchObject({ subject: { kind: 'thing', name: { ar: 'قائمة «كل الطلبات»: 500' } } })
})
