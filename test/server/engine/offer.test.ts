import { describe, expect, test } from 'vitest'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import { writeRecords } from '#shared/sync/records.ts'
import { assert } from '#shared/lib/assert.ts'
import { describeOffers } from '#server/engine/describe-offers.ts'
import { decideOffer, decidedAmong, listOffers, offerEvents } from '#server/engine/offer.ts'
import { verifyLog } from '#server/engine/verify-log.ts'
import { office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, machineCalled, registration } from '#test/support/sync/engine-steps.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const central = (device: TestDevice) => ({ ...device.enrolled, id: 'server', unit: 'central', stoodAloneUntil: null })

/** Pages as a client offers them: what its copies hold of one commit. */
function copyOf(device: TestDevice, at: number, withPrivate = true): Uint8Array {
  const events = device.commits[at]?.events ?? []
  return writeRecords(events.flatMap((event) => [event.envelope, event.facts, withPrivate ? event.private : null]))
}

/** The same ids and envelopes with other facts: a machine that once held the case knows them. */
function forgedCopyOf(device: TestDevice, at: number): Uint8Array {
  const events = device.commits[at]?.events ?? []
  const forged = ({ facts }: { readonly facts: Uint8Array }) =>
    canonicalBytes({ ...(parseCanonical(facts) as object), reference: 'forged' })
  return writeRecords(events.flatMap((event) => [event.envelope, forged(event), event.private]))
}

const count = async (server: TestServer): Promise<number> => (await entriesOf(server, 'central')).length

/** A restored server that lacks a registration of one machine; another machine has a copy of it. */
async function restored() {
  const server = testServer()
  const device = await joinedOffice(server)
  const author = machineBeside(device, 'author', office)
  const world = new SyncedCase()
  registration(world, author)
  server.now = Date.parse('2026-02-01T08:00:00Z')
  return { server, device, author, world, before: await count(server) }
}

describe('copies of what a restored server lacks', () => {
  test('SYNC-RECOVER-2 are kept, in no feed, once, and wait for the central unit’s word (S12)', async () => {
    const { server, device, author, before } = await restored()
    expect(await offerEvents(server.engine, machineCalled('helper'), copyOf(author, 0, false))).toMatchObject({
      value: { offered: 1 },
    })
    expect(await offerEvents(server.engine, machineCalled('helper'), copyOf(author, 0, false))).toMatchObject({
      value: { offered: 0 },
    })
    expect(await offerEvents(server.engine, machineCalled('other'), copyOf(author, 0))).toMatchObject({
      value: { offered: 1 },
    })
    expect(await offerEvents(server.engine, machineCalled('helper'), copyOf(device, 0))).toMatchObject({
      value: { offered: 0 },
    })
    expect(await offerEvents(server.engine, machineCalled('helper'), Uint8Array.of(1, 2, 3))).toMatchObject({
      refusal: { code: 'sync-page-malformed' },
    })
    expect(await count(server)).toBe(before)
    const offers = await listOffers(server.engine)
    const [parts, whole] = [offers.find((each) => !each.whole), offers.find((each) => each.whole)]
    expect(parts).toMatchObject({ device: 'helper', commit: author.commits[0]?.commit })
    expect(whole).toMatchObject({ device: 'other', commit: author.commits[0]?.commit })
    const word = (offer: string | undefined, take: boolean) =>
      decideOffer(server.engine, central(device), { offer: offer ?? '', take })
    expect(await word(parts?.offer, true)).toMatchObject({ refusal: { code: 'sync-offer-parts' } })
    expect(await word(parts?.offer, false)).toMatchObject({ value: { outcome: { kind: 'refused' } } })
    expect(await word(whole?.offer, true)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
    expect(await listOffers(server.engine)).toEqual([])
    expect(await count(server)).toBe(before + 1)
    // Its author comes back with its own: answered as it was, and its chain goes on.
    expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    registration(new SyncedCase(), author)
    expect(await server.push(author, 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const epochs = new Map([device, author].map((each) => [each.id, each.enrolled.epochs[0] ?? null]))
    expect(await verifyLog(server.engine, async (id) => epochs.get(id) ?? null)).toMatchObject({ ok: true })
  })

  test('SYNC-RECOVER-2 SYNC-RECOVER-10 the feed of each machine that offers says of its copy that it waits, by no commit’s id (S12)', async () => {
    const { server, device, author } = await restored()
    const offer = (from: string) => offerEvents(server.engine, machineCalled(from), copyOf(author, 0))
    const told = async (from: string) => (await entriesOf(server, `device:${from}`)).map(({ header }) => header)
    await offer('helper')
    const [kept] = await listOffers(server.engine)
    const waits = { kind: 'outcome', commit: kept?.offer, outcome: { kind: 'held', reason: { code: 'sync-offered' } } }
    expect(await told('helper')).toMatchObject([waits])
    expect(kept?.offer).not.toBe(author.commits[0]?.commit)
    // The other's copy waits for the same word, and he may be the only one who comes again.
    await offer('other')
    expect([await told('helper'), await told('other')]).toMatchObject([[waits], [waits]])
    await offer('helper')
    expect(await told('helper')).toMatchObject([waits, waits])
    await decideOffer(server.engine, central(device), { offer: kept?.offer ?? '', take: false })
    for (const sent of [false, true]) {
      if (sent) await server.push(author)
      await offer('other')
    }
    expect(await told('other')).toMatchObject([waits])
  })

  test('SYNC-RECOVER-2 S10 are told by case, unit, author, what and when: no one decides by ids', async () => {
    const { server, author, world } = await restored()
    world.on(author, 'accept', { input: {}, user: 'salma' })
    for (const at of [0, 1]) await offerEvents(server.engine, machineCalled('helper'), copyOf(author, at))
    assert(world.state.kind === 'case', 'it is registered')
    const told = { reference: world.state.reference, unit: { code: expect.any(String) as string } }
    const offers = await describeOffers(server.engine)
    expect(offers).toMatchObject([
      {
        ...told,
        by: { username: 'rana' },
        what: { ar: expect.stringContaining('تسجيل الطلب') as string },
        whole: true,
      },
      { ...told, by: { username: 'salma' }, what: { ar: 'قبول الطلب', en: 'Acceptance' }, at: world.now },
    ])
    expect(Object.keys(offers[0] ?? {})).not.toContain('private')
  })

  test('SYNC-RECOVER-2 its author’s own machine sends it again: judged as ever, and the copy falls away', async () => {
    const { server, author, before } = await restored()
    await offerEvents(server.engine, machineCalled('helper'), copyOf(author, 0))
    expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    expect(await listOffers(server.engine)).toEqual([])
    expect(await count(server)).toBe(before + 1)
    expect(await offerEvents(server.engine, machineCalled('helper'), copyOf(author, 0))).toMatchObject({
      value: { offered: 0 },
    })
  })

  test('SYNC-RECOVER-2 one with other bytes keeps the true one out neither while it waits nor once it was dropped (S12)', async () => {
    const { server, device, author, world, before } = await restored()
    const offer = async (from: string, copy: Uint8Array) => {
      const offered = await offerEvents(server.engine, machineCalled(from), copy)
      return offered.ok ? offered.value.offered : offered.refusal
    }
    const decide = async (from: string, take: boolean) => {
      const offers = await listOffers(server.engine)
      const { offer: id = '' } = offers.find((each) => each.device === from) ?? {}
      return decideOffer(server.engine, central(device), { offer: id, take })
    }
    const decided = () => server.log.read((log) => decidedAmong(log, [world.stream]))
    expect(await offer('hostile', forgedCopyOf(author, 0))).toBe(1)
    expect(await offer('hostile', forgedCopyOf(author, 0))).toBe(0)
    expect(await offer('parts', copyOf(author, 0, false))).toBe(1)
    await decide('parts', false)
    await decide('hostile', false)
    expect(await decided()).toEqual([world.stream])
    // What was dropped is not asked about once more.
    expect(await offer('hostile', forgedCopyOf(author, 0))).toBe(0)
    expect(await offer('parts', copyOf(author, 0, false))).toBe(0)
    expect(await offer('honest', copyOf(author, 0))).toBe(1)
    expect(await offer('other', copyOf(author, 0))).toBe(0)
    expect(await decided()).toEqual([])
    expect(await decide('honest', true)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
    expect(await count(server)).toBe(before + 1)
    expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  })

  test.for([
    ['waits', 1],
    ['was dropped', 0],
  ] as const)(
    'SYNC-RECOVER-2 its author’s own machine sends it though one with other bytes %s: judged as ever, and only the same falls away',
    async ([standing, left]) => {
      const { server, device, author, world, before } = await restored()
      await offerEvents(server.engine, machineCalled('hostile'), forgedCopyOf(author, 0))
      await offerEvents(server.engine, machineCalled('honest'), copyOf(author, 0))
      const forged = async () =>
        (await listOffers(server.engine)).find((each) => each.device === 'hostile')?.offer ?? ''
      const decide = async (take: boolean) =>
        decideOffer(server.engine, central(device), { offer: await forged(), take })
      if (standing === 'was dropped') await decide(false)
      expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
      expect((await listOffers(server.engine)).map((each) => each.device)).toEqual(Array(left).fill('hostile'))
      if (left > 0) expect(await decide(true)).toMatchObject({ value: { outcome: { kind: 'void' } } })
      expect(await count(server)).toBe(before + 1)
      world.on(author, 'accept', { input: {}, user: 'salma' })
      expect(await server.push(author, 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    },
  )

  test('SYNC-RECOVER-2 what goes on with an event of which one copy was dropped waits for the word on the other (SYNC-APPEND-13)', async () => {
    const { server, device, author, world } = await restored()
    await offerEvents(server.engine, machineCalled('hostile'), forgedCopyOf(author, 0))
    await offerEvents(server.engine, machineCalled('honest'), copyOf(author, 0))
    const [first, second] = await listOffers(server.engine)
    assert(first !== undefined && second !== undefined, 'both wait')
    const [forged, honest] = first.device === 'hostile' ? [first, second] : [second, first]
    world.on(author, 'accept', { input: {}, user: 'salma' })
    await decideOffer(server.engine, central(device), { offer: forged.offer, take: false })
    await offerEvents(server.engine, machineCalled('honest'), copyOf(author, 1))
    const step = (await listOffers(server.engine)).find((each) => each.offer !== honest.offer)
    const word = (offer = '') => decideOffer(server.engine, central(device), { offer, take: true })
    expect(await word(step?.offer)).toMatchObject({ value: { outcome: { kind: 'held' } } })
    expect(await word(honest.offer)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
    expect(await word(step?.offer)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
  })

  test('SYNC-RECOVER-2 of what is no case nothing is told to a machine that asks what waits for a word', async () => {
    const { server, world } = await restored()
    const asked = ['list:services', `person:${nextUuid()}`, world.stream]
    expect(await server.log.read((log) => decidedAmong(log, asked))).toEqual([world.stream])
  })

  test('S19 SYNC-FEED-7 bring nothing back of a person who was forgotten meanwhile', async () => {
    const { server, device } = await restored()
    const author = machineBeside(device, 'writer', office)
    const person = `person:${nextUuid()}`
    const details = { kind: 'individual', name: { given: 'سعاد' }, complainantKind: 'citizen', language: 'ar' }
    author.write([
      {
        stream: person,
        type: 'person.recorded',
        facts: { kind: 'individual', complainantKind: 'citizen', language: 'ar' },
        private: { details },
        actor: 'rana',
      },
    ])
    device.write([{ stream: person, type: 'person.forgotten', facts: { reason: 'request' }, actor: 'nadia' }])
    await server.push(device, device.commits.length - 1)
    expect(await offerEvents(server.engine, machineCalled('helper'), copyOf(author, 0))).toMatchObject({
      value: { offered: 1 },
    })
    const kept = await server.log.read(async (log) =>
      log.readKept((await log.readHeld(null)).map(({ commit }) => commit)),
    )
    expect(kept.flatMap(({ events }) => events).map(({ private: secret }) => secret)).toEqual([null])
  })
})
