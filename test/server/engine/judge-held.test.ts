import { describe, expect, test } from 'vitest'
import { judgeAllHeld, listHeld, retryHeld, withdrawHeld } from '#server/engine/judge-held.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, registration, typesIn } from '#test/support/sync/engine-steps.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import { SyncedCase, foundingEvents, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const judging = (server: TestServer, device: TestDevice) => ({
  device: device.enrolled,
  now: instantFromMs((server.now += 1000)),
  confirmed: '',
})

const userSet = (id: string, change: object = {}) => {
  const known = foundingEvents().find(({ stream }) => stream === 'user:omar')
  return {
    stream: `user:${id}`,
    type: 'user.set',
    facts: { ...known?.facts, id, username: id, ...change },
    actor: 'admin',
  }
}

const note = (world: SyncedCase, actor: string) => ({
  stream: world.stream,
  type: 'note_added',
  facts: {},
  private: { text: 'ملاحظة' },
  actor,
})

/** An office with one case, and the rights that its machine has confirmed. */
async function officeWithCase() {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  registration(world, device)
  await server.push(device, 1)
  return { server, device, world, confirmed: device.confirmed }
}

/** A case of the office, and a second machine at which somebody works whom the server does not know. */
async function heldNotes() {
  const { server, device, world } = await officeWithCase()
  const second = machineBeside(device, 'second-machine', office)
  const first = second.write([note(world, 'lina')])
  const behind = second.write([note(world, 'omar')])
  const other = new SyncedCase()
  registration(other, second)
  const answers = await server.push(second)
  return { server, device, second, world, first, behind, answers }
}

describe('held commits', () => {
  test('SYNC-APPEND-7 what comes behind a held commit on its streams is held behind it, other streams go on (S5)', async () => {
    const { answers } = await heldNotes()
    expect(answers.map(({ outcome }) => (outcome.kind === 'held' ? outcome.reason.code : outcome.kind))).toEqual([
      'sync-actor-unknown',
      'sync-fenced',
      'accepted',
    ])
  })

  test('SYNC-APPEND-11 withdrawn by its author with a reason; what waited behind it is judged; both reach the device by its feed (S2, S10)', async () => {
    const { server, second, world, first, behind } = await heldNotes()
    expect(await listHeld(server.engine, second.id)).toMatchObject([{ commit: first }, { commit: behind }])
    const before = (await entriesOf(server, `office:${office}`)).length
    const answer = await withdrawHeld(server.engine, judging(server, second), { commit: first, reason: 'خطأ' })
    const withdrawn = { kind: 'refused', reason: { code: 'sync-withdrawn', params: { reason: 'خطأ' } } }
    expect(answer).toEqual({ ok: true, value: { commit: first, outcome: withdrawn } })
    expect((await entriesOf(server, `device:${second.id}`)).map(({ header }) => header)).toMatchObject([
      { kind: 'outcome', commit: first, outcome: withdrawn },
      { kind: 'outcome', commit: behind, outcome: { kind: 'accepted' } },
    ])
    expect((await entriesOf(server, `office:${office}`)).slice(before)).toMatchObject([
      { header: { kind: 'outcome', commit: first, outcome: { kind: 'refused' } } },
      { header: { kind: 'commit', commit: behind, events: [{ stream: world.stream }] } },
      { header: { kind: 'outcome', commit: behind, outcome: { kind: 'accepted' } } },
    ])
    expect(await listHeld(server.engine, second.id)).toEqual([])
  })

  test('SYNC-APPEND-11 SYNC-RECOVER-2 what its author took back together is judged by no withdrawal among them (S2)', async () => {
    const { server, second, first, behind } = await heldNotes()
    const others = [{ commit: behind, reason: 'خطأ أيضا' }]
    await withdrawHeld(server.engine, judging(server, second), { commit: first, reason: 'خطأ', others })
    expect((await entriesOf(server, `device:${second.id}`)).map(({ header }) => header)).toMatchObject([
      { commit: first, outcome: { kind: 'refused', reason: { params: { reason: 'خطأ' } } } },
      { commit: behind, outcome: { kind: 'refused', reason: { params: { reason: 'خطأ أيضا' } } } },
    ])
    expect(await listHeld(server.engine, second.id)).toEqual([])
  })

  test('SYNC-APPEND-11 SYNC-RECOVER-2 what is taken back in parts, the newest first, is judged by none of them, also where the first of a part is unknown (S2)', async () => {
    const { server, device, second, first, behind } = await heldNotes()
    device.write([userSet('lina')])
    await server.push(device, 2)
    const back = (commit: string, ...others: readonly string[]) =>
      withdrawHeld(server.engine, judging(server, second), {
        commit,
        reason: 'خطأ',
        others: others.map((each) => ({ commit: each, reason: 'خطأ' })),
      })
    expect(await back(nextUuid(), behind)).toMatchObject({ ok: false, refusal: { code: 'sync-commit-unknown' } })
    expect(await listHeld(server.engine, second.id)).toMatchObject([{ commit: first }])
    expect(await back(behind, first)).toMatchObject({ value: { outcome: { kind: 'refused' } } })
    expect(await listHeld(server.engine, second.id)).toEqual([])
    expect((await entriesOf(server, `device:${second.id}`)).map(({ header }) => header)).toMatchObject([
      { commit: behind, outcome: { kind: 'refused', reason: { code: 'sync-withdrawn' } } },
      { commit: first, outcome: { kind: 'refused', reason: { code: 'sync-withdrawn' } } },
    ])
  })

  test('SYNC-APPEND-14 the author’s unit alone is told who did what and that it is held, and when it is over; no word of his (N-06, R-09)', async () => {
    const { server, second, world, first, behind } = await heldNotes()
    await withdrawHeld(server.engine, judging(server, second), { commit: first, reason: 'كتبته خطأ' })
    const toldIn = async (feed: string) =>
      (await entriesOf(server, feed)).flatMap(({ header }) => (header.kind === 'outcome' ? [header] : []))
    const act = { stream: world.stream, types: ['note_added'] }
    const told = await toldIn(`office:${office}`)
    expect(told).toMatchObject([
      { commit: first, outcome: { kind: 'held', act: { ...act, actor: 'lina' } } },
      { commit: behind, outcome: { kind: 'held', act: { ...act, actor: 'omar' } } },
      { commit: first, outcome: { kind: 'refused' } },
      { commit: behind, outcome: { kind: 'accepted' } },
    ])
    const reasons = told.flatMap(({ outcome }) => ('reason' in outcome ? [outcome.reason] : []))
    // A reason's parameters are who wrote it and whatever he said: colleagues get its code alone.
    expect(reasons).toEqual([
      { code: 'sync-actor-unknown', params: {} },
      { code: 'sync-fenced', params: {} },
      { code: 'sync-withdrawn', params: {} },
    ])
    expect(JSON.stringify(told)).not.toContain('كتبته خطأ')
    expect(await toldIn('central')).toEqual([])
  })

  test('SYNC-APPEND-11 judged again when a person asks: it is taken, once, and its events enter their streams then', async () => {
    const { server, device, second, first, behind } = await heldNotes()
    const still = await retryHeld(server.engine, judging(server, second), first)
    expect(still).toMatchObject({ value: { outcome: { kind: 'held', reason: { code: 'sync-actor-unknown' } } } })
    expect(await entriesOf(server, `device:${second.id}`)).toEqual([])
    device.write([userSet('lina')])
    await server.push(device, 2)
    expect(await retryHeld(server.engine, judging(server, second), first)).toMatchObject({
      value: { outcome: { kind: 'accepted' } },
    })
    expect(await listHeld(server.engine, second.id)).toEqual([])
    const taken = (await entriesOf(server, 'central')).flatMap(({ header }) =>
      header.kind === 'commit' ? [header.commit] : [],
    )
    expect(taken.filter((commit) => commit === first || commit === behind)).toEqual([first, behind])
    expect(await retryHeld(server.engine, judging(server, second), first)).toMatchObject({
      value: { outcome: { kind: 'accepted' } },
    })
    expect(await server.push(second)).toMatchObject([
      { outcome: { kind: 'accepted' } },
      { outcome: { kind: 'accepted' } },
      { outcome: { kind: 'accepted' } },
    ])
  })

  test('SYNC-APPEND-11 nobody else’s commit, and none that is not held, is judged again', async () => {
    const { server, device, first } = await heldNotes()
    const refused = { ok: false, refusal: { code: 'sync-commit-unknown' } }
    expect(await retryHeld(server.engine, judging(server, device), first)).toMatchObject(refused)
    expect(await retryHeld(server.engine, judging(server, device), nextUuid())).toMatchObject(refused)
  })

  test('SYNC-APPEND-4 a change of users that was held for 30 days and taken today makes no newer one old: work under the rights before is taken (S14)', async () => {
    const { server, device, world } = await officeWithCase()
    const second = machineBeside(device, 'second-machine', office)
    const third = machineBeside(device, 'third-machine', office)
    const late = second.write([{ ...userSet('samir'), actor: 'lina' }])
    expect(await server.push(second)).toMatchObject([{ outcome: { kind: 'held' } }])
    server.setNow(server.now + 40 * 86_400_000)
    device.write([userSet('omar', { active: false }), userSet('lina', { groups: ['administrator'] })])
    expect(await server.push(device, 2)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    expect(await retryHeld(server.engine, judging(server, second), late)).toMatchObject({
      value: { outcome: { kind: 'accepted' } },
    })
    third.write([note(world, 'omar')])
    expect(await server.push(third)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    // A server that starts anew reads the same from its log.
    server.engine.reference = null
    third.confirmed = ''
    third.write([note(world, 'omar')])
    expect(await server.push(third, 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  })

  test('SYNC-APPEND-8 a type or a version that the server does not know is held, in no feed, and judged after its update (S11)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    registration(world, device)
    await server.push(device, 1)
    const before = (await entriesOf(server, 'central')).length
    const newer = device.write([{ ...note(world, 'omar'), version: 9 }])
    device.write([{ stream: world.stream, type: 'weighed', facts: { grams: 3 }, actor: 'omar' }])
    device.write([note(world, 'omar')])
    const codes = (await server.push(device, 2)).map(({ outcome }) =>
      outcome.kind === 'held' ? outcome.reason.code : outcome.kind,
    )
    expect(codes).toEqual(['sync-newer', 'sync-newer', 'sync-fenced'])
    expect(await entriesOf(server, 'central')).toHaveLength(before)
    const { eventCatalogue } = await import('#server/engine/event-catalogue.ts')
    const updated = eventCatalogue as Map<string, NonNullable<ReturnType<typeof eventCatalogue.get>>>
    const shape = updated.get('note_added')
    if (shape === undefined) throw new Error('notes are known')
    updated.set('weighed', { ...shape, private: null })
    try {
      await judgeAllHeld(server.engine, { deviceOf: async () => device.enrolled, onFault: Promise.reject })
    } finally {
      updated.delete('weighed')
    }
    // The first stays newer, and fences what is behind it.
    const held = await listHeld(server.engine, device.id)
    expect(held.map(({ commit }) => commit)[0]).toBe(newer)
    expect(held.map(({ outcome }) => (outcome.kind === 'held' ? outcome.reason.code : ''))).toEqual([
      'sync-newer',
      'sync-fenced',
      'sync-fenced',
    ])
  })

  test('SYNC-APPEND-11 SYNC-RECOVER-2 the start of a server judges nothing that waits for a person, a user or its ground (S2)', async () => {
    const { server, device, world, confirmed } = await officeWithCase()
    const [known, unknown] = [new SyncedCase(), new SyncedCase()]
    registration(known, device)
    const salma = (change: object) => userSet('salma', { groups: ['complaint_team'], ...change })
    device.write([salma({ active: false, atOnce: true })])
    await server.push(device, 2)
    const second = machineBeside(device, 'second-machine', office)
    second.confirmed = confirmed
    second.write([{ ...note(world, 'salma'), rights: confirmed }])
    second.write([note(world, 'omar')])
    second.write([note(known, 'lina')])
    second.write([note(unknown, 'omar')])
    await server.push(second)
    const heldFor = async () =>
      (await listHeld(server.engine, second.id)).map(({ outcome }) => outcome.kind === 'held' && outcome.reason.code)
    const before = ['sync-actor-revoked', 'sync-fenced', 'sync-actor-unknown', 'sync-ground-lacking']
    expect(await heldFor()).toEqual(before)
    device.write([salma({ active: true }), userSet('lina')])
    registration(unknown, device)
    await server.push(device, 4)
    const devices = { deviceOf: async () => second.enrolled, onFault: Promise.reject }
    expect(await judgeAllHeld(server.engine, devices)).toBe(0)
    expect(await heldFor()).toEqual(before)
    // Its machine comes: what waits for a user or its ground is judged with the next push, the others when a person asks.
    registration(new SyncedCase(), second)
    await server.push(second, 4)
    expect(await heldFor()).toEqual(before.slice(0, 2))
  })

  test('SYNC-APPEND-4 what arrives of a user stopped at once is held, never dropped; one who merely left is judged by what the machine knew (S14)', async () => {
    const { server, device, world, confirmed } = await officeWithCase()
    device.write([
      userSet('omar', { active: false }),
      userSet('salma', { active: false, atOnce: true, groups: ['complaint_team'] }),
    ])
    expect(await server.push(device, 2)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const second = machineBeside(device, 'second-machine', office)
    second.confirmed = confirmed
    second.write([{ ...note(world, 'omar'), rights: confirmed }])
    second.write([{ ...note(world, 'salma'), rights: confirmed }])
    second.write([note(world, 'huda')])
    const codes = (await server.push(second)).map(({ outcome }) =>
      outcome.kind === 'held' ? outcome.reason.code : outcome.kind,
    )
    expect(codes).toEqual(['accepted', 'sync-actor-revoked', 'sync-fenced'])
    // Once it has confirmed that omar left, it cannot take that back.
    const elsewhere = new SyncedCase()
    registration(elsewhere, second)
    expect(await server.push(second, 3)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    second.confirmed = ''
    second.write([{ ...note(elsewhere, 'omar'), rights: confirmed }])
    expect(await server.push(second, 4)).toMatchObject([
      { outcome: { kind: 'refused', reason: { code: 'sync-actor-inactive' } } },
    ])
    expect(typesIn(await entriesOf(server, 'central')).filter((type) => type === 'note_added')).toHaveLength(1)
  })

  test('SYNC-APPEND-4 SYNC-APPEND-11 what is held of a user stopped at once is taken when he is let in again, though its machine heard of both meanwhile (S14)', async () => {
    const { server, device, world, confirmed } = await officeWithCase()
    const second = machineBeside(device, 'second-machine', office)
    second.confirmed = confirmed
    const commit = second.write([{ ...note(world, 'salma'), rights: confirmed }])
    device.write([userSet('salma', { active: false, atOnce: true, groups: ['complaint_team'] })])
    await server.push(device, 2)
    expect(await server.push(second)).toMatchObject([{ outcome: { reason: { code: 'sync-actor-revoked' } } }])
    // Another commit of the machine confirms that she was stopped.
    second.confirmed = device.confirmed
    second.write([note(world, 'huda')])
    await server.push(second, 1)
    device.write([userSet('salma', { active: true, groups: ['complaint_team'] })])
    await server.push(device, 3)
    const answer = await retryHeld(server.engine, judging(server, second), commit)
    expect(answer).toEqual({ ok: true, value: { commit, outcome: { kind: 'accepted', moved: [] } } })
  })

  test('SYNC-APPEND-4 SYNC-APPEND-7 what waited behind another is held to all that its machine had confirmed (S14)', async () => {
    const { server, device, world, confirmed } = await officeWithCase()
    device.write([userSet('omar', { active: false })])
    await server.push(device, 2)
    const second = machineBeside(device, 'second-machine', office)
    second.confirmed = device.confirmed
    const first = second.write([note(world, 'lina')])
    const behind = second.write([{ ...note(world, 'omar'), rights: confirmed }])
    expect(await server.push(second)).toMatchObject([
      { outcome: { reason: { code: 'sync-actor-unknown' } } },
      { outcome: { reason: { code: 'sync-fenced' } } },
    ])
    await withdrawHeld(server.engine, judging(server, second), { commit: first, reason: 'خطأ' })
    const [last] = (await entriesOf(server, `device:${second.id}`)).map(({ header }) => header).slice(-1)
    expect(last).toMatchObject({ commit: behind, outcome: { reason: { code: 'sync-actor-inactive' } } })
  })
})
