import { expect, test } from 'vitest'
import { emptyForm } from '#renderer/features/intake/intake-form.ts'
import { owesTelling, paperOf } from '#renderer/features/intake/telling.ts'

test('R-03 a printed receipt tells the number to whoever stands at the counter, and nothing to a caller', () => {
  expect(paperOf('walk_in')).toBe('tells')
  for (const channel of ['phone', 'hotline', 'contact_centre']) expect(paperOf(channel)).toBe('says-nothing')
  for (const channel of ['fax', 'email']) expect(paperOf(channel)).toBe('is-sent')
})

test('R-03 without mobile and e-mail the desk owes the number until it is told; a promised receipt is still to be printed', () => {
  const form = { ...emptyForm('JO', 'phone'), type: 'complaint' } as const
  expect(owesTelling({ ...form, numberTold: 'printed' })).toBe(true)
  expect(owesTelling({ ...form, numberTold: 'told' })).toBe(false)
  expect(owesTelling({ ...form, person: { ...form.person, mobile: '0791234567' } })).toBe(false)
})
