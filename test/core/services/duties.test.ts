import { describe, expect, test, vi } from 'vitest'
import { isOnDuty } from '#core/services/duties.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { ammanCalendar } from '#test/support/case-world.ts'
import { shippedLadder } from '#shared/domain/lists/ladder.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import { registerCase } from '#test/support/strict-case.ts'
import { addUser } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

const unit = 'office-amm'

/** What a machine knows when it asks whose the duties are: its unit, the office it works for, when the server last answered. */
const machine = (enrolledUnit: string | null, lastContact: string | null, now: string) =>
  ({
    reference: {
      enrolledUnit,
      settings: { office: unit },
      units: new Map(),
      calendars: new Map([[unit, { compiled: compileCalendar(ammanCalendar) }]]),
    },
    sync: { lastContact: () => (lastContact === null ? null : at(lastContact)) },
    ports: { clock: { now: () => at(now) } },
  }) as unknown as Parameters<typeof isOnDuty>[0]

/* Duties of a desktop that stands alone: the real core, its own timer, the office's clock moved by hand. */

interface View {
  readonly timeline: readonly {
    readonly type: string
    readonly via: string
    readonly facts: Readonly<Record<string, unknown>>
    readonly actor: { readonly name: { readonly en: string } }
  }[]
}

const risen = async (office: TestOffice, reference: string): Promise<readonly View['timeline'][number][]> => {
  const { timeline } = await office.call<View>('cases.get', { case: reference })
  return timeline.filter(({ via }) => via === 'duty')
}

/** Referred on Monday 5 January 2026 at 09:00, due on Wednesday at 15:00. */
async function referred(): Promise<{ readonly office: TestOffice; readonly reference: string; readonly ali: string }> {
  const { office, a, ids } = await staffed({ background: true })
  const { reference } = await registerCase(office)
  await office.call('triage.accept', { case: reference }, 'salma')
  await office.call(
    'triage.classify',
    {
      case: reference,
      service: 'special.permits',
      complexity: 'routine',
      importance: 'medium',
      procedure: 'processing',
      priority: null,
    },
    'salma',
  )
  await office.call('referral.refer', { case: reference, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  return { office, reference, ali: ids['ali'] ?? '' }
}

const soon = { timeout: 20_000, interval: 100 }

describe('E-01 a desktop that stands alone', () => {
  test('E-01 E-03 late referrals rise by themselves, once each, while nobody does anything', async () => {
    const { office, reference, ali } = await referred()
    office.now = at('2026-01-07 11:00')
    await office.reopen()
    await vi.waitFor(async () => expect(await risen(office, reference)).toHaveLength(1), soon)
    const [reminder] = await risen(office, reference)
    expect(reminder).toMatchObject({
      type: 'reminder_sent',
      facts: { rung: 1, automatic: true, users: [ali] },
      actor: { name: { en: 'The program' } },
    })
    office.now = at('2026-01-11 15:00')
    await office.reopen()
    await vi.waitFor(async () => expect(await risen(office, reference)).toHaveLength(3), soon)
    await office.reopen()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await risen(office, reference)).map(({ facts }) => facts['rung'])).toEqual(
      expect.arrayContaining([1, 2, 3]),
    )
  })

  test('E-03 the office sets its own ladder; without the right it is refused', async () => {
    const { office, reference } = await referred()
    expect(await office.call('admin.ladder')).toEqual(shippedLadder)
    const head = await addUser(office, { username: 'samir', groups: ['senior_management'] })
    const rung = { rung: 4, moment: { kind: 'due', workingDays: 1 }, unit: 'office', groups: ['senior_management'] }
    expect(await office.refused('admin.setLadder', { ladder: { rungs: [rung] } }, 'salma')).toBe('not-allowed')
    expect(await office.refused('admin.setLadder', { ladder: { rungs: [rung, rung] } })).toBe('ladder-order')
    await office.call('admin.setLadder', { ladder: { rungs: [rung] } })
    office.now = at('2026-01-08 15:00')
    await office.reopen()
    await vi.waitFor(async () => expect(await risen(office, reference)).toHaveLength(1), soon)
    expect((await risen(office, reference))[0]?.facts).toMatchObject({ rung: 4, users: [head], recipients: 1 })
  })
})

test('SYNC-DUTY-1 a joined machine leaves duties to the server until it had no contact for one working hour; a department’s writes none', () => {
  expect(isOnDuty(machine(null, null, '2026-01-05 09:00'))).toBe(true)
  expect(isOnDuty(machine(unit, '2026-01-05 09:00', '2026-01-05 09:59'))).toBe(false)
  expect(isOnDuty(machine(unit, '2026-01-05 09:00', '2026-01-05 10:00'))).toBe(true)
  // Over a week-end no working time passes.
  expect(isOnDuty(machine(unit, '2026-01-08 14:30', '2026-01-11 08:29'))).toBe(false)
  expect(isOnDuty(machine(unit, '2026-01-08 14:30', '2026-01-11 08:30'))).toBe(true)
  expect(isOnDuty(machine('dept-a', '2026-01-01 09:00', '2026-02-01 09:00'))).toBe(false)
})
