import { describe, expect, test } from 'vitest'
import { departmentA, office } from '#test/support/case-world.ts'
import { machineBeside, referred } from '#test/support/sync/engine-steps.ts'
import type { TestDevice, TestEvent } from '#test/support/sync/test-device.ts'
import { SyncedCase, foundingEvents, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

/* What an altered machine of a department tries: its program is not ours, its key and its users are real (S14, R-09). */

interface Attempted {
  readonly server: TestServer
  readonly world: SyncedCase
  readonly liaison: TestDevice
}

async function referredCase(): Promise<Attempted> {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  referred(world, device)
  await server.push(device, 1)
  return { server, world, liaison: machineBeside(device, 'department-machine', departmentA) }
}

/** Writes one commit on the machine; out: what became of it, with the reason. */
async function outcomeOf({ server, liaison }: Attempted, events: readonly TestEvent[]): Promise<string> {
  liaison.write(events)
  const [answer] = await server.push(liaison, liaison.commits.length - 1)
  const { outcome } = answer ?? {}
  if (outcome === undefined) throw new Error('no answer')
  return 'reason' in outcome ? `${outcome.kind} ${outcome.reason.code}` : outcome.kind
}

const asAli = { actor: 'ali' } as const

function acknowledged({ world }: Attempted, change: object = {}): TestEvent {
  const due = world.cycle.referrals[0]?.due
  const facts = {
    referral: world.referralId,
    statedAt: due?.at,
    beyondLimitApproved: false,
    due,
    waited: { minutes: 60, day: 420 },
    ...change,
  }
  return { stream: world.stream, type: 'ref_ack', facts, ...asAli, at: world.now }
}

const groupOfItsOwn: TestEvent = {
  stream: `group:${departmentA}/liaison`,
  type: 'group.set',
  facts: {
    code: 'liaison',
    name: { ar: 'ضابط ارتباط', en: 'Liaison' },
    rights: ['answer_for_department', 'refer', 'identify', 'manage_users'],
    active: true,
  },
  ...asAli,
}

const late = '2026-02-15T12:00:00.000Z'

describe('an altered machine of a department', () => {
  test('F-05 SYNC-APPEND-3 approves no longer period for itself, in what it says nor in the due date that it writes', async () => {
    const tries = [
      { change: { statedAt: late, beyondLimitApproved: true }, becomes: 'refused not-allowed' },
      { change: { beyondLimitApproved: true }, becomes: 'refused not-allowed' },
      { change: { longer: true }, becomes: 'refused not-allowed' },
      { change: { statedAt: late }, becomes: 'held period-beyond-limit' },
      { change: { due: { at: late } }, becomes: 'held period-beyond-limit' },
      { change: {}, becomes: 'accepted' },
    ]
    for (const { change, becomes } of tries) {
      const attempted = await referredCase()
      const { due: changed, ...other } = change as { due?: object }
      const due = { ...attempted.world.cycle.referrals[0]?.due, ...changed }
      expect(await outcomeOf(attempted, [acknowledged(attempted, { ...other, due })])).toBe(becomes)
    }
  })

  test('F-05 the team’s own machine approves it', async () => {
    const attempted = await referredCase()
    const { server, world } = attempted
    const event = acknowledged(attempted, { statedAt: late, beyondLimitApproved: true })
    const team = machineBeside(attempted.liaison, 'team-machine', office)
    expect(await outcomeOf({ server, world, liaison: team }, [{ ...event, actor: 'salma' }])).toBe('accepted')
  })

  test('F-04 F-07 SYNC-APPEND-3 speaks for itself alone, never as the team', async () => {
    const waited = { minutes: 60, day: 420 }
    for (const { type, facts, secret } of [
      { type: 'ref_replied', facts: { waited, enteredByTeam: true }, secret: { text: 'تم', files: [] } },
      {
        type: 'ref_replied',
        facts: { waited, enteredByTeam: false, receivedAt: '2026-01-05T07:30:00.000Z' },
        secret: { text: 'تم', files: [] },
      },
      { type: 'clarification_asked', facts: { by: 'team' }, secret: { text: '؟' } },
    ]) {
      const attempted = await referredCase()
      const { stream, referralId: referral, now: at } = attempted.world
      const event = { stream, type, facts: { ...facts, referral }, private: secret, ...asAli, at }
      expect(await outcomeOf(attempted, [event]), type).toBe('refused not-allowed')
    }
  })

  test('SYNC-APPEND-3 gets round nobody’s right by calling its events an import or a duty (S14)', async () => {
    const attempted = await referredCase()
    expect(await outcomeOf(attempted, [groupOfItsOwn])).toBe('refused not-allowed')
    for (const via of ['import', 'duty'] as const) {
      const fresh = await referredCase()
      const reply = {
        ...acknowledged(fresh),
        type: 'ref_replied',
        facts: { referral: fresh.world.referralId, waited: { minutes: 1, day: 420 }, enteredByTeam: false },
        private: { text: 'تم', files: [] },
        actor: 'nobody',
        via,
      }
      expect(await outcomeOf(fresh, [reply]), via).toMatch(/^refused/)
      for (const actor of ['ali', 'admin']) {
        const again = await referredCase()
        expect(await outcomeOf(again, [{ ...groupOfItsOwn, actor, via }]), `${via} ${actor}`).toMatch(/^refused/)
      }
    }
  })

  test('SYNC-APPEND-3 G-03 neither leaves the tree nor makes an office, also with the right to keep lists', async () => {
    const units = foundingEvents().filter(({ type }) => type === 'unit.set')
    const own = units.find(({ stream }) => stream === `unit:${departmentA}`)?.facts
    const below = { id: 'below', code: 'BELOW', parent: departmentA }
    for (const { facts, becomes } of [
      { facts: { ...own, parent: null }, becomes: 'refused sync-not-your-unit' },
      { facts: { ...own, ...below, kind: 'office' }, becomes: 'refused sync-not-your-unit' },
      { facts: { ...own, ...below, kind: 'central' }, becomes: 'refused sync-not-your-unit' },
      { facts: { ...own, ...below, kind: 'directorate' }, becomes: 'accepted' },
      { facts: own as object, becomes: 'accepted' },
    ]) {
      const attempted = await referredCase()
      const keeper = {
        stream: 'user:keeper',
        type: 'user.set',
        facts: { ...keeperOfLists, unit: departmentA },
        actor: 'admin',
      }
      const team = machineBeside(attempted.liaison, 'team-machine', office)
      expect(await outcomeOf({ ...attempted, liaison: team }, [keeper])).toBe('accepted')
      const stream = `unit:${(facts as { id: string }).id}`
      attempted.liaison.confirmed = team.confirmed
      const event = { stream, type: 'unit.set', facts, actor: 'keeper', rights: team.confirmed }
      expect(await outcomeOf(attempted, [event]), JSON.stringify(facts)).toBe(becomes)
    }
  })
})

const keeperOfLists = {
  id: 'keeper',
  username: 'keeper',
  name: { ar: 'أمين', en: 'Keeper' },
  groups: ['administrator'],
  active: true,
  staffId: null,
  language: 'ar',
}
