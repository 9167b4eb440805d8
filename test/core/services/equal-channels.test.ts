import { expect, test } from 'vitest'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

interface Line {
  readonly reference: string
  readonly due: string | null
  readonly priority: string | null
}

/** Far from what a case has before anybody classified it. */
const equally = {
  service: null,
  complexity: 'critical',
  importance: 'high',
  importanceReason: 'يمس كثيرين',
  procedure: 'processing',
  priority: null,
}

test('C-03 two complaints equal in all but their channel have the same due date and stand in the order in which they came', async () => {
  const office = await testOffice({ now: '2026-01-04T07:00:00.000Z' as Instant })
  const references: string[] = []
  for (const { code } of shippedLists.channels.toReversed()) {
    const made = await office.call<{ reference: string }>(
      'intake.register',
      phoneForm({ channel: code, form: 'written' }),
    )
    references.push(made.reference)
    const of = { case: made.reference }
    await office.call('triage.accept', of)
    await office.call('triage.classify', { ...of, ...equally })
  }
  const { lines } = await office.call<{ lines: readonly Line[] }>('cases.queue', { queue: 'all_open', limit: 50 })
  expect(lines.map(({ reference }) => reference)).toEqual(references)
  expect(new Set(lines.map(({ due }) => due)).size).toBe(1)
  expect(lines[0]?.due).not.toBeNull()
  expect([...new Set(lines.map(({ priority }) => priority))]).toEqual(['urgent'])
})

test('T-01 a record without a type is refused, as is one of a type that there is none of', async () => {
  const office = await testOffice()
  const { type: _, ...untyped } = phoneForm()
  expect(await office.refused('intake.register', untyped)).toBe('bad-input')
  expect(await office.refused('intake.register', phoneForm({ type: 'rumour' }))).toBe('bad-input')
  const { lines } = await office.call<{ lines: readonly Line[] }>('cases.queue', { queue: 'all_open' })
  expect(lines).toEqual([])
})
