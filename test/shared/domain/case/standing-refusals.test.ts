import { describe, expect, test } from 'vitest'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { standingRefusals } from '#shared/domain/case/standing-refusals.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { approved, attempt, classified, resolvedCase } from '#test/support/case-steps.ts'
import type { CaseWorld } from '#test/support/case-world.ts'

/** What stands against a command now, for a user; undefined where it would be judged by its input. */
function standing(world: CaseWorld, command: CaseCommandKind, user: string): Refusal | undefined {
  const actor = { ...world.actor(user), settings: world.settings }
  const refused = standingRefusals(world.case, actor, world.context(user))
  return refused.find((each) => each.command === command)?.refusal
}

describe('UI-4 what is refused whatever is typed is known before the step is opened', () => {
  test('Z-03 Z-04 that nobody can be reached: attempts made and asked for, or that he was reached', () => {
    const world = resolvedCase()
    attempt(world, '2026-01-06 09:00', { channel: 'phone' })
    const lacking = standing(world, 'declare_unreachable', 'huda')
    expect(lacking).toMatchObject({ code: 'protocol-not-met', params: { made: 1, count: 3, days: 3 } })
    attempt(world, '2026-01-07 13:00', { channel: 'sms' })
    attempt(world, '2026-01-08 09:00', { channel: 'phone' })
    expect(standing(world, 'declare_unreachable', 'huda')).toBeUndefined()
    attempt(world, '2026-01-11 09:00', { channel: 'phone', result: 'reached' })
    expect(standing(world, 'declare_unreachable', 'huda')?.code).toBe('client-was-reached')
  })

  test('A-03 an answer is not left undelivered while the complainant can be reached', () => {
    const world = classified()
    approved(world)
    expect(standing(world, 'resolve_without_contact', 'omar')?.code).toBe('reply-needs-contact')
    expect(world.refusal('resolve_without_contact', {}, 'omar')).toBe('reply-needs-contact')
  })

  test('W6 an extension: used up, or asked for after the due date', () => {
    const used = classified({ settings: { extensionsPerCycle: 0 } })
    expect(standing(used, 'extend', 'nadia')).toMatchObject({ code: 'extension-used', params: { count: 0 } })
    const late = classified()
    expect(standing(late, 'extend', 'nadia')).toBeUndefined()
    late.at('2026-03-01 09:00')
    expect(standing(late, 'extend', 'nadia')?.code).toBe('extension-too-late')
  })

  test('R-07 a referral for someone unknown, D6 a further cycle', () => {
    const world = classified({ settings: { referBeforeVerification: false } })
    expect(standing(world, 'refer', 'salma')?.code).toBe('identity-not-verified')
    const last = resolvedCase({ settings: { maxCycles: 1 } })
    expect(standing(last, 'reopen', 'huda')).toMatchObject({ code: 'reopen-cycles-used', params: { max: 1 } })
  })
})
