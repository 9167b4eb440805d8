import { expect, test } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* L-03 through the whole core: a rejection is told to the complainant, and waits until that is recorded. */

async function lines(office: TestOffice, queue: string): Promise<readonly string[]> {
  const page = await office.call<{ lines: readonly { reference: string }[] }>('cases.queue', { queue }, 'salma')
  return page.lines.map(({ reference }) => reference)
}

const decision = { reason: 'before_court', note: 'القضية منظورة أمام محكمة البداية.', withinRemit: true }
const told = { delivery: 'posted', sentAt: at('2026-01-06 10:00'), note: '' }

test('L-03 a rejection says why, is printed as a notice, and stands among what is to be sent until it left', async () => {
  const { office } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  expect(await office.refused('triage.reject', { ...of, ...decision, note: ' ' }, 'salma')).toBe('reason-missing')
  expect(await office.refused('letters.make', { ...of, kind: 'rejection' }, 'salma')).toBe('not-found')
  await office.call('triage.reject', { ...of, ...decision }, 'salma')
  expect([await lines(office, 'to_send'), await lines(office, 'all_open')]).toEqual([[reference], []])
  const letter = await office.call<{ html: string }>('letters.make', { ...of, kind: 'rejection' }, 'salma')
  expect(letter.html).toContain(decision.note)
  expect(letter.html).toContain('للاستفسار عن هذا القرار')
  expect(letter.html).not.toContain('استئناف النظر')
  office.now = at('2026-01-06 12:00')
  await office.call('triage.recordRejectionSent', { ...of, ...told }, 'omar')
  expect(await lines(office, 'to_send')).toEqual([])
  const { state } = await office.call<{ state: { exit: unknown } }>('cases.get', of)
  expect(state.exit).toMatchObject({ kind: 'rejected', notified: { delivery: 'posted', sentAt: told.sentAt } })
  expect(await office.refused('triage.recordRejectionSent', { ...of, ...told }, 'omar')).toBe('rejection-notified')
})
