import { expect, test } from 'vitest'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { contactFault } from '#shared/domain/person/contact-line.ts'
import { testOffice } from '#test/support/test-office.ts'

const department = {
  kind: 'department',
  code: 'FIN',
  name: { ar: 'المالية', en: 'Finance' },
  parent: null,
  active: true,
  serves: [],
}

test('G-03 a department is saved with a phone and an e-mail that reach somebody, or none', async () => {
  const office = await testOffice()
  const set = { ...department, contact: { phone: '', email: '', liaison: '' } }
  const contact = (phone: string, email: string) => ({ ...set, contact: { phone, email, liaison: '' } })
  expect(await office.refused('admin.setUnit', contact('12', ''))).toBe('contact-phone-invalid')
  expect(await office.refused('admin.setUnit', contact('', 'notmail'))).toBe('email-invalid')
  const saved = await office.call<UnitSet>('admin.setUnit', contact('06 500 1000 ext 12', 'liaison@finance.example'))
  expect(saved.contact.phone).toBe('06 500 1000 ext 12')
})

test.each(['911', '+962 6 500 1000', '٠٦٥٠٠١٠٠٠', '(06) 5001000 / 12', '5001000 تحويلة 12', ''])(
  'G-03 a phone as departments write it: %s',
  (phone) => expect(contactFault({ phone, email: '' })).toBeNull(),
)

test.each(['12', 'call us', '06-5001000 Ali', '1'.repeat(26)])('G-03 no phone: %s', (phone) =>
  expect(contactFault({ phone, email: '' })?.field).toBe('phone'),
)
