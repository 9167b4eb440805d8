import { describe, expect, test } from 'vitest'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import { writeRecords } from '#shared/sync/records.ts'
import { decideOffer, listOffers, offerEvents } from '#server/engine/offer.ts'
import { verifyLog } from '#server/engine/verify-log.ts'
import { office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, machineCalled, registration } from '#test/support/sync/engine-steps.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

/* A machine offers other bytes under another's ids, the central unit takes them, and their true author comes after that. */

const central = (device: TestDevice) => ({ ...device.enrolled, id: 'server', unit: 'central', stoodAloneUntil: null })

type Envelope = Readonly<Record<string, unknown>>

/** The author's first commit with another number of the case, and whatever else its envelopes are to say. */
function forgedCopyOf(author: TestDevice, envelope: Envelope = {}): Uint8Array {
  const events = author.commits[0]?.events ?? []
  const merged = (bytes: Uint8Array, more: Envelope) =>
    canonicalBytes({ ...(parseCanonical(bytes) as object), ...more })
  return writeRecords(
    events.flatMap((event) => [
      merged(event.envelope, envelope),
      merged(event.facts, { reference: 'forged' }),
      event.private,
    ]),
  )
}

async function withTaken(envelope: Envelope = {}) {
  const server = testServer()
  const device = await joinedOffice(server)
  const author = machineBeside(device, 'author', office)
  const [first, second] = [registration(new SyncedCase(), author), registration(new SyncedCase(), author)]
  server.now = Date.parse('2026-02-01T08:00:00Z')
  await offerEvents(server.engine, machineCalled('hostile'), forgedCopyOf(author, envelope))
  const [offer] = await listOffers(server.engine)
  const word = await decideOffer(server.engine, central(device), { offer: offer?.offer ?? '', take: true })
  expect(word).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
  const refused = {
    commit: first,
    outcome: { kind: 'refused', reason: { code: 'sync-bytes-differ', params: { id: first } } },
  }
  return { server, device, author, answer: [refused, { commit: second, outcome: { kind: 'accepted' } }] }
}

async function provenOf(server: TestServer, devices: readonly TestDevice[]) {
  const epochs = devices.flatMap(({ id, enrolled }) =>
    enrolled.epochs.map((epoch) => [`${id} ${epoch.epoch}`, epoch] as const),
  )
  return verifyLog(server.engine, async (id, epoch) => new Map(epochs).get(`${id} ${epoch}`) ?? null)
}

const keptOf = (server: TestServer, author: TestDevice) =>
  server.log.read(async (log) => {
    const commits = await log.readChain({ device: author.id, epoch: 1, after: 0, limit: 10 })
    return (await log.readKept(commits.map(({ commit }) => commit))).map(({ events }) => events)
  })

describe('a copy with other bytes that the central unit took', () => {
  test('SYNC-PUSH-4 has its author’s own refused and kept, and what follows in his queue goes on (S1, S5, S10)', async () => {
    const { server, device, author, answer } = await withTaken()
    const before = (await entriesOf(server, 'central')).length
    expect(await server.push(author)).toMatchObject(answer)
    expect((await entriesOf(server, 'central')).length).toBe(before + 1)
    const [first] = author.commits
    expect(await keptOf(server, author)).toMatchObject([first?.events.map(({ facts }) => ({ facts }))])
    expect(await provenOf(server, [device, author])).toMatchObject({ ok: true, unlinked: 0 })
  })

  test('SYNC-PUSH-4 has it refused as before when it is sent again, whole or in part (S3)', async () => {
    const { server, device, author, answer } = await withTaken()
    await server.push(author)
    expect(await server.push(author)).toMatchObject(answer)
    expect(await server.push(author, 0, 1)).toMatchObject(answer.slice(0, 1))
    author.renew(0)
    expect(await server.push(author)).toMatchObject(answer)
    registration(new SyncedCase(), author)
    expect(await server.push(author, 2)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    expect(await provenOf(server, [device, author])).toMatchObject({ ok: true })
  })

  test('SYNC-PUSH-4 under an id of its own has the author’s refused too: an event is taken once (S3)', async () => {
    const { server, device, author, answer } = await withTaken({ commit: nextUuid() })
    expect(await server.push(author)).toMatchObject(answer)
    expect(await server.push(author)).toMatchObject(answer)
    expect(await provenOf(server, [device, author])).toMatchObject({ ok: true })
  })
})
