import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

async function exported(office: TestOffice, reference: string, as: string): Promise<readonly string[]> {
  const { url } = await office.call<{ url: string }>('cases.exportHistory', { case: reference }, as)
  const file = await office.core.fileOf(url.split('/').at(-1) ?? '', new URLSearchParams())
  const text = file === null ? '' : (await buffer(file.open(0, file.size - 1))).toString()
  return text.trimEnd().split('\r\n')
}

async function workedCase() {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('desk.addNote', { ...of, text: '=HYPERLINK("http://example.org")' })
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('triage.classify', { ...of, ...routine, complexity: 'complex' }, 'salma')
  return { office, reference, a }
}

test('G-06 the history of a case is exported whole: each event in words with what was written and changed, by whom, on which machine', async () => {
  const { office, reference } = await workedCase()
  const [head, ...lines] = await exported(office, reference, 'admin')
  const { timeline, line } = await office.call<CaseView>('cases.get', { case: reference })
  expect(head).toBe('\uFEFF"م","الوقت","ما جرى","ما كُتب","ما الذي تغيّر","من","الجهاز","الوسيلة","ملاحظة"')
  expect(lines).toHaveLength(timeline.length)
  expect(lines.find((each) => each.includes(`سُجّل الطلب برقم ${reference}`))).toContain('"سطر الأوامر",""')
  expect(lines.at(-1)).toMatch(/من روتينية إلى معقدة/)
  expect(lines.at(-1)).toContain(timeline.at(-1)?.device)
  expect(lines.join('\n')).toContain(`"'=HYPERLINK(""http://example.org"")"`)
  const audit = await office.call<{ lines: readonly unknown[] }>('audit.list', { kind: 'exported' })
  expect(audit.lines[0]).toMatchObject({ subject: { kind: 'case', id: line.id, reference } })
})

test('G-06 R-09 a department exports no more of a history than its page shows; whoever may not open the case exports nothing', async () => {
  const { office, reference, a } = await workedCase()
  expect(await office.refused('cases.exportHistory', { case: reference }, 'ali')).toBe('not-found')
  await office.call('referral.refer', { case: reference, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  const [, ...lines] = await exported(office, reference, 'ali')
  const { timeline } = await office.call<CaseView>('cases.get', { case: reference }, 'ali')
  expect(lines).toHaveLength(timeline.length)
  expect(lines.join('\n')).not.toContain('HYPERLINK')
})
