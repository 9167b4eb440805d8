import { expect, it } from 'vitest'
import { sortKeys } from '#shared/contract/desktop/cases.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import { addDepartment, addUser, testOffice } from '#test/support/test-office.ts'

interface Page {
  readonly total: number
  readonly lines: readonly { readonly id: string }[]
}

it('UI-6 R-08 G-05 a queue that most cases stand in has the same cases in the same order as when they are looked for one by one', async () => {
  const office = await testOffice({ now: '2026-01-05T07:00:00.000Z' as Instant })
  await addUser(office, { username: 'omar', groups: ['team_head'], staffId: '17' })
  const unit = (await addDepartment(office, 'A')).id
  for (let at = 0; at < 60; at += 1) {
    office.now = new Date(Date.parse('2026-01-05T07:00:00.000Z') + ((at * 7919) % 500_000)).toISOString() as Instant
    await office.call('intake.register', phoneForm({ subject: `حالة ${at}` }))
  }
  const strict = await strictCase(office)
  const about = await registerCase(office)
  const employees = [{ staffId: '17', unit }]
  await office.call('triage.setComplainedAbout', { case: about.reference, employees, note: '' })
  const page = (as: string, input: object) => office.call<Page>('cases.queue', { queue: 'all_open', ...input }, as)
  const orders = sortKeys.flatMap((sort) => [true, false].map((descending) => ({ sort, descending })))
  const seenBy = async (as: string, order: (typeof orders)[number]): Promise<Page> => {
    const walked = await page(as, order)
    // With a filter that takes nothing away all that match are sorted.
    expect(walked, JSON.stringify(order)).toEqual(await page(as, { ...order, filter: { receivedFrom: '2000-01-01' } }))
    return walked
  }
  for (const order of orders) {
    expect((await seenBy('admin', order)).total).toBe(62)
    const { total, lines } = await seenBy('omar', order)
    expect([total, lines.some(({ id }) => id === strict.case)]).toEqual([60, false])
  }
})
