import { describe, expect, test } from 'vitest'
import { classified, referTo, routine } from '#test/support/case-steps.ts'
import { CaseWorld, departmentA } from '#test/support/case-world.ts'

describe('who the complainant is, before a referral', () => {
  test('R-07 a setting keeps from referral whom nobody verified, and whose verification failed', () => {
    const world = classified({ settings: { referBeforeVerification: false } })
    expect(world.refusal('refer', { referrals: [{ department: departmentA, text: 'x' }] }, 'salma')).toBe(
      'identity-not-verified',
    )
    world.do('verify_identity', { state: 'failed' }, 'rana')
    expect(world.refusal('refer', { referrals: [{ department: departmentA, text: 'x' }] }, 'salma')).toBe(
      'identity-not-verified',
    )
    world.do('verify_identity', { state: 'by_phone' }, 'rana')
    referTo(world)
    expect(world.cycle.referrals.map(({ identityVerified }) => identityVerified)).toEqual([true])
    expect(classifiedAndReferred()).toBe('referred')
  })

  test('R-06 R-07 whoever is named in a complaint is verified: that it needs no proof is not his to be told', () => {
    const settings = { referBeforeVerification: false }
    const world = classified({ settings })
    expect(world.refusal('verify_identity', { state: 'not_required' }, 'rana')).toBe('verification-needed')
    const report = new CaseWorld({ settings })
    report.register({ type: 'report', verification: 'not_required' })
    report.do('accept', {}, 'salma')
    report.do('classify', routine, 'salma')
    // A report needs no proof; as a complaint it does, and what was said before does not stand for it.
    report.do('retype', { to: 'complaint' }, 'nadia')
    expect(report.refusal('refer', { referrals: [{ department: departmentA, text: 'x' }] }, 'salma')).toBe(
      'identity-not-verified',
    )
  })

  test('R-06 an anonymous complaint has nobody to verify', () => {
    const world = new CaseWorld({ settings: { referBeforeVerification: false } })
    const complainant = { person: null, anonymous: true, contactableBy: [], preferred: null, governorate: null }
    world.register({ complainant: { ...complainant, language: 'en' }, numberTold: 'told' })
    world.do('verify_identity', { state: 'not_required' }, 'rana')
    expect(world.case.verification).toBe('not_required')
    expect(world.case.complainant?.language).toBe('en')
  })

  test('R-07 a referral remembers whether the complainant was known when it was sent', () => {
    const world = classified()
    world.do('verify_identity', { state: 'failed' }, 'rana')
    referTo(world)
    world.do('verify_identity', { state: 'by_document' }, 'rana')
    expect(world.cycle.referrals.map(({ identityVerified }) => identityVerified)).toEqual([false])
  })
})

function classifiedAndReferred(): string {
  const world = classified({ settings: { referBeforeVerification: true } })
  referTo(world)
  return world.status
}
