import { describe, expect, it } from 'vitest'
import { clockDoubt } from '#shared/domain/clock/clock-doubt.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at } from '#test/support/staffed-office.ts'
import { testOffice } from '#test/support/test-office.ts'

describe('a clock that nobody checked', () => {
  it('SYNC-RECOVER-6 is asked about before anything is registered by it, and believed when a person says the same date', async () => {
    const office = await testOffice({ now: at('2026-01-05 09:00') })
    const register = (more: Readonly<Record<string, unknown>> = {}) =>
      office.refused('intake.register', phoneForm(more))
    expect(await register()).toBe('answered')
    office.now = at('2026-01-07 08:00')
    expect(await register()).toBe('answered')
    // Forty-eight hours and more, as after a battery that died.
    office.now = at('2026-01-09 08:20')
    expect(await register()).toBe('clock-doubtful')
    expect(await register({ today: '2026-01-08' })).toBe('clock-doubtful')
    await office.reopen()
    expect(await register()).toBe('clock-doubtful')
    expect(await register({ today: '2026-01-09' })).toBe('answered')
    expect(await register()).toBe('answered')
    // Back by ten years.
    office.now = at('2016-01-09 08:20')
    expect(await register()).toBe('clock-doubtful')
    office.now = at('2026-01-09 08:30')
    expect(await register()).toBe('answered')
  })

  it('SYNC-RECOVER-6 a clock that is set right by minutes, or stood still over a day, is no doubt', () => {
    const known = at('2026-01-05 09:00')
    const doubts = ['2026-01-05 08:56', '2026-01-05 08:54', '2026-01-07 09:00', '2026-01-07 09:01']
    expect(doubts.map((now) => clockDoubt(known, at(now)))).toEqual([null, 'behind', null, 'ahead'])
  })
})
