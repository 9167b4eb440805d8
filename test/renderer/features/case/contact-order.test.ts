import { expect, test } from 'vitest'
import { contactChannels } from '#shared/domain/case/codes.ts'
import { contactOrder } from '#renderer/features/case/steps/contact-order.ts'

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
