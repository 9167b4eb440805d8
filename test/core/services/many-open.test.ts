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
  const seen = new Map<string, number>()
  for (const as of ['admin', 'omar'])
    for (const sort of sortKeys)
      for (const descending of [true, false]) {
        const walked = await page(as, { sort, descending })
        // With a filter that takes nothing away all that match are sorted.
        expect(walked, `${as} ${sort}`).toEqual(
          await page(as, { sort, descending, filter: { receivedFrom: '2000-01-01' } }),
        )
        seen.set(as, walked.total)
        const ids = walked.lines.map(({ id }) => id)
        if (as === 'omar') expect(ids).not.toContain(strict.case)
      }
  expect([...seen]).toEqual([
    ['admin', 62],
    ['omar', 60],
  ])
})
