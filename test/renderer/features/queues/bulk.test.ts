import { describe, expect, it } from 'vitest'
import type { CoreClient } from '#renderer/client/core.ts'
import { allMatching } from '#renderer/features/queues/all-matching.ts'
import { eachCase } from '#renderer/features/queues/each-case.ts'
import { remindDepartments } from '#renderer/features/queues/remind-departments.ts'
import { routine } from '#test/support/case-steps.ts'
import { coreClient } from '#test/support/core-client.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import { testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* What is done to many cases at once, on the real core: what a list calls, without its buttons. */

const throughout = { onProgress: () => {}, isStopped: () => false }

/** Registered, accepted, classified and referred to these departments; its id. */
async function referred(office: TestOffice, departments: readonly string[]): Promise<string> {
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(), 'rana')
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const referrals = departments.map((department) => ({ department, text: 'للإفادة' }))
  if (referrals.length > 0) await office.call('referral.refer', { ...of, referrals }, 'salma')
  const { state } = await office.call<{ state: { id: string } }>('cases.get', of)
  return state.id
}

/** Reminders of each referral of a case, and the moments at which they were sent. */
async function reminders(core: CoreClient, id: string): Promise<readonly unknown[]> {
  const view = await core.cases.get({ case: id })
  const dated = view.timeline.filter(({ type }) => type === 'reminder_sent').map(({ at: sent }) => sent)
  return [view.state.cycles[0]?.referrals.map((referral) => referral.reminders), dated]
}

describe('F-07 reminders in bulk', () => {
  it('reach every department that has not answered and no other, each dated and counted', async () => {
    const { office, a, b } = await staffed()
    const core = await coreClient(office, 'salma')
    const [both, half, answered, none] = [
      await referred(office, [a, b]),
      await referred(office, [a, b]),
      await referred(office, [a]),
      await referred(office, []),
    ]
    for (const id of [half, answered]) {
      const [first] = (await core.cases.get({ case: id })).referrals
      await office.call('referral.reply', { case: id, referral: first?.id, text: 'أُنجزت المعاملة.' }, 'salma')
    }
    office.now = at('2026-01-06 10:00')
    const all = [both, half, answered, none]
    const result = await eachCase(all, (id) => remindDepartments(core, id), throughout)
    expect(result).toEqual({
      done: 2,
      refused: [
        { id: answered, why: null },
        { id: none, why: null },
      ],
    })
    const sent = at('2026-01-06 10:00')
    expect(await Promise.all(all.map((id) => reminders(core, id)))).toEqual([
      [
        [1, 1],
        [sent, sent],
      ],
      [[0, 1], [sent]],
      [[0], []],
      [[], []],
    ])

    office.now = at('2026-01-07 10:00')
    await eachCase([both], (id) => remindDepartments(core, id), throughout)
    expect(await reminders(core, both)).toEqual([
      [2, 2],
      [sent, sent, at('2026-01-07 10:00'), at('2026-01-07 10:00')],
    ])
  })

  it('that one case refuses go on with the next, and say why', async () => {
    const { office, a } = await staffed()
    const asReception = await coreClient(office, 'rana')
    const core = await coreClient(office, 'salma')
    const [first, second] = [await referred(office, [a]), await referred(office, [a])]
    const refused = await eachCase([first, second], (id) => remindDepartments(asReception, id), throughout)
    expect(refused.done).toBe(0)
    expect(refused.refused.map(({ id, why }) => [id, why?.code])).toEqual([
      [first, 'not-allowed'],
      [second, 'not-allowed'],
    ])
    const unknown = '0190a000-0000-7000-8000-000000000001'
    const mixed = await eachCase([unknown, second], (id) => remindDepartments(core, id), throughout)
    expect([mixed.done, mixed.refused.map(({ why }) => why?.code)]).toEqual([1, ['not-found']])
    expect(await reminders(core, first)).toEqual([[0], []])
  })

  it('UI-8 end where they are stopped; what was done stays', async () => {
    const { office, a } = await staffed()
    const core = await coreClient(office, 'salma')
    const ids = [await referred(office, [a]), await referred(office, [a])]
    let begun = 0
    const turn = { onProgress: (done: number) => (begun = done + 1), isStopped: () => begun === 1 }
    expect(await eachCase(ids, (id) => remindDepartments(core, id), turn)).toEqual({ done: 1, refused: [] })
    const counted = await Promise.all(ids.map(async (id) => (await reminders(core, id))[0]))
    expect(counted).toEqual([[1], [0]])
  })
})

it('bug 15 the whole list means all that the conditions leave, beyond the rows in sight, and nothing besides', async () => {
  const office = await testOffice()
  const wanted: string[] = []
  for (let number = 0; number < 530; number += 1) {
    const channel = number % 20 === 0 ? 'email' : 'phone'
    const form = phoneForm({ person: { kind: 'anonymous' }, subject: `شكوى ${number}`, channel, form: 'oral' })
    const { reference } = await office.call<{ reference: string }>('intake.register', form)
    if (channel === 'phone') wanted.push(reference)
  }
  const core = await coreClient(office)
  const filter = { channel: ['phone'] }
  const all = await allMatching(core, { queue: 'to_triage', filter })
  expect([...all.values()]).toEqual(wanted)
  const first = await core.cases.queue({ queue: 'to_triage', filter, page: { offset: 0, limit: 100 } })
  expect([first.total, first.lines.length]).toEqual([wanted.length, 100])
})
