import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { DueExplanation } from '#shared/domain/clock/explain.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { testOffice } from '#test/support/test-office.ts'

const request = '5b0c1f0e-6a1d-4c0e-9f3a-1d2e3f405162'

const lines = [
  { event: 'received', channel: 'phone' },
  { event: 'registered', type: 'complaint' },
  { event: 'accepted' },
  { event: 'classified', complexity: 'routine', importance: 'low', priority: 'low' },
  { event: 'referred', referral: 'a', department: 'A' },
  { event: 'directorate_asked', referral: 'a', request, directorate: 'payments', text: 'متى يُصرف المبلغ؟' },
  { event: 'directorate_answered', referral: 'a', request, text: 'خلال أسبوع.' },
].map((line, minute) => ({ ...line, id: `row-${minute}`, case: 'a', at: `2026-01-05T09:0${minute}:00+03:00` }))

test('interfaces L-03 F-05: a register tells a class without a reason for it, and what a directorate was asked', async () => {
  const office = await testOffice({ now: '2026-07-01T09:00:00.000Z' as Instant })
  const path = join(office.folder, 'told.jsonl')
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(await office.call('system.importHistory', { path })).toMatchObject({ rejected: [] })
  const all = await office.call<{ lines: readonly { id: string }[] }>('cases.queue', { queue: 'all' })
  const { timeline } = await office.call<CaseView>('cases.get', { case: must(all.lines[0], 'it was brought in').id })
  const said = (type: string) => timeline.find((entry) => entry.type === type)
  expect(said('classified')).toMatchObject({ facts: { importance: 'low' }, private: { importance: '', priority: '' } })
  expect(said('directorate_asked')).toMatchObject({ facts: { request }, private: { text: 'متى يُصرف المبلغ؟' } })
  expect(said('directorate_answered')).toMatchObject({ facts: { request }, private: { text: 'خلال أسبوع.' } })
})

test('interfaces W4 W11: a question of a register moves the due date, as one that is asked in the window does', async () => {
  const office = await testOffice({ now: '2026-01-12T09:00:00.000Z' as Instant })
  const told = [
    { event: 'received', channel: 'phone', at: '2026-01-05T09:00:00+03:00' },
    { event: 'registered', type: 'complaint', at: '2026-01-05T09:05:00+03:00' },
    { event: 'accepted', at: '2026-01-05T09:10:00+03:00' },
    { event: 'classified', complexity: 'routine', at: '2026-01-05T09:15:00+03:00' },
    { event: 'info_requested', text: 'أرسلوا صورة الإيصال', at: '2026-01-06T09:00:00+03:00' },
  ].map((line, at) => ({ ...line, id: `asked-${at}`, case: 'q' }))
  const path = join(office.folder, 'asked.jsonl')
  writeFileSync(path, told.map((line) => JSON.stringify(line)).join('\n'))
  expect(await office.call('system.importHistory', { path })).toMatchObject({ rejected: [] })
  const all = await office.call<{ lines: readonly { id: string }[] }>('cases.queue', { queue: 'all' })
  const { id } = must(all.lines[0], 'it was brought in')
  const { clocks } = await office.call<CaseView>('cases.get', { case: id })
  const { dueNow } = await office.call<DueExplanation>('cases.explainDue', { case: id })
  expect(clocks[0]).toMatchObject({ due: { at: dueNow }, overdue: false, paused: true })
})
