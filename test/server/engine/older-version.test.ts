import { describe, expect, test } from 'vitest'
import { caseEvents } from '#shared/domain/case/events.ts'
import { departmentA } from '#test/support/case-world.ts'
import { machineBeside, referred } from '#test/support/sync/engine-steps.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

/** What becomes of a liaison's acknowledgement of that version, with facts of its own. */
async function acknowledged(version: number, change: object): Promise<string> {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  referred(world, device)
  await server.push(device, 1)
  const liaison = machineBeside(device, 'department-machine', departmentA)
  const due = world.cycle.referrals[0]?.due
  const facts = {
    referral: world.referralId,
    statedAt: due?.at,
    beyondLimitApproved: false,
    due,
    waited: { minutes: 60, day: 420 },
    ...change,
  }
  liaison.write([{ stream: world.stream, type: 'ref_ack', version, facts, actor: 'ali', at: world.now }])
  const [answer] = await server.push(liaison, liaison.commits.length - 1)
  const outcome = answer?.outcome
  return outcome !== undefined && 'reason' in outcome ? outcome.reason.code : (outcome?.kind ?? '')
}

describe('a machine of the program before', () => {
  test('S11 F-05 what it cannot tell from a plain acknowledgement has a version that it does not know', () => {
    expect(caseEvents.ref_ack.facts.shape.longer).toBeDefined()
    expect(caseEvents.ref_ack.version).toBe(2)
  })

  test('S11 SYNC-APPEND-3 its events are taken, and their facts are checked like those of this version', async () => {
    expect(await acknowledged(1, {})).toBe('accepted')
    expect(await acknowledged(2, {})).toBe('accepted')
    for (const version of [1, 2]) expect(await acknowledged(version, { waited: 'long' })).toBe('sync-facts')
    expect(await acknowledged(3, {})).toBe('sync-newer')
  })
})
