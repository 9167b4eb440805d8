import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { trackingCodeOf } from '#core/services/tracking-code.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a tracking code comes of the HMAC of its case with the key of the store (P-01)', () => {
  for (let round = 0; round < 20; round += 1) {
    const office = { store: { key: randomBytes(32) } }
    const digest = createHmac('sha256', office.store.key).update(`tracking case-${round}`).digest()
    const code = [...digest.subarray(0, 6)].map((byte) => alphabet[byte % alphabet.length]).join('')
    expect(trackingCodeOf(office, `case-${round}`)).toBe(code)
  }
})
