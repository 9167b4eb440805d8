import { expect, it } from 'vitest'
import { withdrawHeld } from '#server/engine/judge-held.ts'
import { verifyLog } from '#server/engine/verify-log.ts'
import type { LogReport } from '#server/engine/verify-log.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { office } from '#test/support/case-world.ts'
import { machineBeside, referred } from '#test/support/sync/engine-steps.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'
import {
  accepted,
  held,
  inOrder,
  keptOf,
  makeCommit,
  newDevice,
  newId,
  newStream,
  plainly,
  storedCommit,
} from './log-fixture.ts'

/** What stands in no stream stays whole, whichever outcome it was given in turn: a chain is proven by all of its commits. */
export function chainsContract(theLog: () => ServerLog): void {
  const { reason } = held as Extract<typeof held, { kind: 'held' }>

  for (const outcome of [{ kind: 'void' }, { kind: 'refused', reason }] as const)
    it(`S2 S15 what was held and is ${outcome.kind} stays kept with exactly its bytes`, async () => {
      const made = makeCommit([newStream(), newStream()], { device: newDevice() })
      await theLog().write(async (log) => {
        await log.insertCommits([storedCommit(made, held)])
        await log.insertKept([keptOf(made)])
      })
      await theLog().write((log) => log.setOutcome(made.commit, outcome))
      await theLog().read(async (log) => {
        expect(await log.readHeld(made.device)).toEqual([])
        expect((await log.readCommits([made.commit]))[0]?.outcome).toEqual(outcome)
        expect(plainly(await log.readKept([made.commit]))).toEqual([plainly(keptOf(made))])
        const ids = made.events.map(({ id }) => id)
        expect(await log.findEvents(ids)).toEqual(new Map(ids.map((id) => [id, made.commit])))
      })
    })

  it('SYNC-RECOVER-2 all commits that keep an event are found, whatever became of them', async () => {
    const first = makeCommit([newStream(), newStream()])
    const second = makeCommit([], { events: first.events.slice(0, 1) })
    await theLog().write(async (log) => {
      await log.insertCommits([storedCommit(first, held), storedCommit(second, held)])
      await log.insertKept([keptOf(first), keptOf(second)])
      await log.setOutcome(second.commit, { kind: 'refused', reason })
    })
    const [both, one] = first.events.map(({ id }) => id)
    const kept = await theLog().read((log) => log.findKept([both ?? '', one ?? '', newId()]))
    expect([...kept.keys()].toSorted(inOrder)).toEqual([both ?? '', one ?? ''].toSorted(inOrder))
    expect(kept.get(both ?? '')?.toSorted(inOrder)).toEqual([first.commit, second.commit].toSorted(inOrder))
    expect(kept.get(one ?? '')).toEqual([first.commit])
    expect(await theLog().read((log) => log.findKept([]))).toEqual(new Map())
  })

  it('SYNC-RECOVER-2 of some streams those are told that a device’s held commits write', async () => {
    const [device, streams] = [newDevice(), [newStream(), newStream(), newStream(), newStream()] as const]
    const [waiting, decided, others, unasked] = streams
    const made = [makeCommit([waiting, unasked], { device }), makeCommit([decided], { device, first: 3 })]
    const other = makeCommit([others], { device: newDevice() })
    await theLog().write(async (log) => {
      await log.insertCommits([...made, other].map((each) => storedCommit(each, held)))
      await log.insertKept([...made, other].map(keptOf))
      await log.setOutcome(made[1]?.commit ?? '', { kind: 'refused', reason })
    })
    const asked = (names: readonly string[]) => theLog().read((log) => log.heldStreams(device, names))
    expect(await asked([waiting, decided, others])).toEqual(new Set([waiting]))
    expect(await asked([])).toEqual(new Set())
  })

  it('S3 an event that stands in a stream is found there, also where a copy of it is kept', async () => {
    const [copy, taken] = [makeCommit([newStream()]), makeCommit([], { events: [] })]
    const event = { ...(copy.events[0] as (typeof copy.events)[number]) }
    await theLog().write(async (log) => {
      await log.insertCommits([storedCommit(copy, held)])
      await log.insertKept([keptOf(copy)])
      await log.setOutcome(copy.commit, { kind: 'refused', reason })
      const { commit, device, epoch } = taken
      await log.lockStreams([event.stream])
      await log.insertCommits([storedCommit({ ...taken, events: [event] }, accepted)])
      await log.insertEvents([{ ...event, position: 1, commit, device, epoch, sequence: 1 }])
      await log.setStreams([{ stream: event.stream, length: 1, feeds: [], notes: [] }])
    })
    expect(await theLog().read((log) => log.findEvents([event.id]))).toEqual(new Map([[event.id, taken.commit]]))
  })

  it('S15 E-01 a duty that waited behind a fence and came second is void, its author’s note before it withdrawn; both machines’ chains are proven', async () => {
    const server = testServer(theLog())
    const { first, second, note } = await dutyBehindFence(server)
    const before = await provenOf(server, [first, second])
    const judging = { device: second.enrolled, now: instantFromMs((server.now += 1000)), confirmed: '' }
    await withdrawHeld(server.engine, judging, { commit: note, reason: 'خطأ' })
    expect((await server.push(second)).map(({ outcome }) => outcome.kind)).toEqual(['refused', 'void'])
    const after = await provenOf(server, [first, second])
    expect([before.findings, after.findings]).toEqual([[], []])
  })
}

/** One rung of one referral on two machines, on the second behind a note of somebody whom the server does not know. */
async function dutyBehindFence(server: TestServer) {
  const first = await joinedOffice(server)
  const world = new SyncedCase()
  referred(world, first)
  await server.push(first, 1)
  const second = machineBeside(first, 'second-machine', office)
  const rung = () => ({
    stream: world.stream,
    type: 'escalated',
    facts: { referral: world.referralId, rung: 1, automatic: true, recipients: 1, users: ['nadia'] },
    actor: 'duty',
    via: 'duty' as const,
    at: world.local('2026-03-01 10:00'),
  })
  const note = second.write([
    { stream: world.stream, type: 'note_added', facts: {}, private: { text: 'ملاحظة' }, actor: 'lina' },
  ])
  second.write([rung()])
  expect((await server.push(second)).map(({ outcome }) => outcome.kind)).toEqual(['held', 'held'])
  first.write([rung()])
  expect(await server.push(first, first.commits.length - 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  return { first, second, note }
}

/** Of a log that holds more than these machines' chains, what is found in theirs. */
async function provenOf(server: TestServer, machines: readonly TestDevice[]): Promise<Pick<LogReport, 'findings'>> {
  const epochs = new Map(machines.map(({ id, enrolled }) => [id, enrolled.epochs[0] ?? null]))
  const { findings } = await verifyLog(server.engine, async (id) => epochs.get(id) ?? null)
  return { findings: findings.filter(({ where }) => machines.some(({ id }) => where === `device:${id}#1`)) }
}
