import { expect, test } from 'vitest'
import type { FigureView } from '#shared/contract/desktop/reports.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* X-02, P6 through the whole core: what another body did not solve is work again, and only what it solved left. */

const transferred = (followUp: string) => ({
  body: 'other_body',
  transferredAt: at('2026-01-05 09:00'),
  externalReference: 'M-77',
  contactGiven: true,
  followUpAt: at(followUp),
  note: '',
})

async function lines(office: TestOffice, queue: string): Promise<readonly string[]> {
  const page = await office.call<{ lines: readonly { reference: string }[] }>('cases.queue', { queue }, 'salma')
  return page.lines.map(({ reference }) => reference)
}

async function numbers(office: TestOffice, codes: readonly string[]): Promise<readonly unknown[]> {
  const asked = { kind: 'quarterly', year: 2026, quarter: 1 }
  const { figures } = await office.call<{ figures: readonly FigureView[] }>('reports.preview', asked)
  return codes.map((code) => figures.find((figure) => figure.code === code && figure.by === undefined)?.numerator)
}

test('X-02 P6 a case that another body did not solve stands in a queue again and is not counted as left; one that it solved is', async () => {
  const { office } = await staffed()
  const confirmed = async (solved: boolean): Promise<string> => {
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
    await office.call('triage.transferExternal', { case: reference, ...transferred('2026-01-20 09:00') }, 'salma')
    const result = { case: reference, solved, contactRating: null, note: 'اتصلنا بهم.' }
    await office.call('triage.confirmExternal', result, 'salma')
    return reference
  }
  const solved = await confirmed(true)
  const unsolved = await confirmed(false)
  expect(await lines(office, 'to_triage')).toEqual([unsolved])
  expect(await lines(office, 'all_open')).toEqual([unsolved])
  expect(await lines(office, 'all')).toContain(solved)
  await office.call('triage.transferExternal', { case: unsolved, ...transferred('2026-02-02 09:00') }, 'salma')
  expect(await lines(office, 'external')).toEqual([unsolved])
  office.now = at('2026-04-01 09:00')
  const codes = ['P6.received', 'P6.external', 'P6.closing', 'P6.difference']
  expect(await numbers(office, codes)).toEqual([2, 1, 1, 0])
})
