import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecoveryCode, looksLikeRecoveryCode, parseRecoveryCode } from '#core/vault/recovery-code.ts'
import { runs } from '#test/support/effort.ts'

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('recovery code', () => {
  it('reads back, also in small letters, with O and I, in Arabic digits, without dashes', () => {
    fc.assert(
      fc.property(bytes, (drawn) => {
        const code = formatRecoveryCode(drawn)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/)
        const typed = [
          code,
          ` ${code.toLowerCase().replaceAll('-', '')} `,
          code.replaceAll('0', 'O').replaceAll('1', 'l'),
          code.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))),
        ]
        for (const text of typed) expect(parseRecoveryCode(text)).toEqual({ ok: true, value: drawn })
        expect(looksLikeRecoveryCode(code)).toBe(true)
      }),
      runs(50),
    )
  })

  it('finds every wrong character and every swap of neighbours, and names the group', () => {
    fc.assert(
      fc.property(bytes, fc.nat(29), fc.nat(31), (drawn, at, other) => {
        const plain = formatRecoveryCode(drawn).replaceAll('-', '')
        const wrong = plain.slice(0, at) + alphabet[other] + plain.slice(at + 1)
        const swapped = plain.slice(0, at) + (plain[at + 1] ?? '') + plain[at] + plain.slice(at + 2)
        const group = Math.floor(at / 5) + 1
        const refused = { ok: false, refusal: { code: 'recovery-code-mistyped', params: { group } } }
        if (wrong !== plain) expect(parseRecoveryCode(wrong)).toEqual(refused)
        if (at % 5 < 4 && swapped !== plain) expect(parseRecoveryCode(swapped)).toEqual(refused)
      }),
      runs(300),
    )
  })

  it('finds groups in the wrong order and a code that is cut or too long', () => {
    const groups = formatRecoveryCode(Uint8Array.from({ length: 15 }, (_, index) => index * 17)).split('-')
    const reversed = [groups[1], groups[0], ...groups.slice(2)].join('-')
    for (const text of [reversed, groups.slice(0, 5).join('-'), `${groups.join('-')}0`, '', 'كلمة']) {
      expect(parseRecoveryCode(text).ok, text).toBe(false)
    }
  })
})
