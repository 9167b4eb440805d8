import { expect, test } from 'vitest'
import { contactChannels, deliveries } from '#shared/domain/case/codes.ts'
import { contactOrder, deliveryOrder, isPreferred } from '#renderer/features/case/steps/contact-order.ts'

test('C-09 whatever the complainant prefers is proposed first, then what reaches him, then the rest', () => {
  for (const preferred of contactChannels) {
    const order = contactOrder({ preferred, contactableBy: ['email', preferred] })
    expect(order[0]).toBe(preferred)
    if (preferred !== 'email') expect(order[1]).toBe('email')
    expect(order.toSorted()).toEqual(contactChannels.toSorted())
  }
})

test('C-09 without a preference what reaches him goes before what does not; without anything the order stands', () => {
  expect(contactOrder({ preferred: null, contactableBy: ['post'] })[0]).toBe('post')
  expect(contactOrder(null)).toEqual(contactChannels)
})

test('C-09 a reply leaves, as is proposed first, in the way that the complainant prefers', () => {
  const complainant = { preferred: 'email', contactableBy: ['post', 'email'] } as const
  expect(deliveryOrder(complainant)).toEqual([
    'office_mailbox',
    'posted',
    'handed_over',
    'read_by_phone',
    'faxed',
    'texted',
  ])
  expect(deliveryOrder(complainant).filter((delivery) => isPreferred(complainant, delivery))).toEqual([
    'office_mailbox',
  ])
  expect(deliveryOrder(null)).toEqual(deliveries)
  // A fax is no way that anybody can name as preferred: it is never said to be one.
  expect(isPreferred({ preferred: null, contactableBy: [] }, 'faxed')).toBe(false)
  expect(deliveryOrder({ preferred: 'sms', contactableBy: ['sms'] })[0]).toBe('texted')
})
