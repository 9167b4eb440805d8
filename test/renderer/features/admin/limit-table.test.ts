import { describe, expect, it } from 'vitest'
import { limitAt, withLimit } from '#renderer/features/admin/limit-table.ts'
import { caseLimit, shippedTargets } from '#shared/domain/clock/limits.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'

const fourDays: Limit = { unit: 'days', amount: 4, mode: 'working' }

describe('L-05 limits by type and complexity', () => {
  it('L-05 a limit set in the table is the limit a case gets', () => {
    const place = { kind: 'case', type: 'inquiry', complexity: 'critical' } as const
    const targets = withLimit(shippedTargets, place, fourDays)
    expect(limitAt(targets, place)).toEqual(fourDays)
    expect(caseLimit(targets.cases, 'inquiry', 'critical')).toEqual(fourDays)
    expect(caseLimit(targets.cases, 'inquiry', 'routine')).toEqual(
      caseLimit(shippedTargets.cases, 'inquiry', 'routine'),
    )
  })

  it('L-05 one taken away follows the general one again', () => {
    const place = { kind: 'case', type: 'complaint', complexity: 'routine' } as const
    const targets = withLimit(withLimit(shippedTargets, place, fourDays), place, null)
    expect(limitAt(targets, place)).toBeNull()
    expect(caseLimit(targets.cases, 'complaint', 'routine')).toEqual(caseLimit(shippedTargets.cases, 'complaint', null))
  })

  it('L-05 what holds in all other cases is never taken away', () => {
    expect(withLimit(shippedTargets, { kind: 'case-fallback' }, null)).toEqual(shippedTargets)
    expect(withLimit(shippedTargets, { kind: 'referral-fallback' }, null)).toEqual(shippedTargets)
    expect(withLimit(shippedTargets, { kind: 'referral-fallback' }, fourDays).referrals.fallback).toEqual(fourDays)
  })
})
