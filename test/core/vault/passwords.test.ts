import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from '#core/vault/passwords.ts'

describe('passwords', () => {
  it('fit their verifier and no other; an unknown user never fits', async () => {
    const made = await hashPassword('كلمة مرور')
    if (!made.ok) throw new Error(made.refusal.code)
    expect(made.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(made.value, 'كلمة مرور')).toBe(true)
    expect(await isPassword(made.value, 'كلمة مرور ')).toBe(false)
    expect(await isPassword(null, 'nobody')).toBe(false)
    expect(await isPassword(made.value, 'ك'.repeat(100_000))).toBe(false)
  })

  it('bad input: too short and too long are refused', async () => {
    expect(await hashPassword('seven77')).toMatchObject({ refusal: { code: 'password-too-short' } })
    expect(await hashPassword('x'.repeat(201))).toMatchObject({ refusal: { code: 'password-too-long' } })
  })
})
