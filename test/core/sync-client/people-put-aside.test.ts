import { expect, it } from 'vitest'
import { readStream } from '#core/store/read-stream.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const person = 'person:018f0000-0000-7000-8000-0000000000aa'

const settle = async ({ client }: TestReplica) => expect(await exchange(client, 'all')).toMatchObject({ ok: true })

/** A machine that set aside what a restored server lacks: another's registration of somebody. */
async function setAside() {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  other.append(
    { stream: person, type: 'person.recorded', facts: {}, private: { name: 'سعاد' } },
    { stream: one, type: 'received', facts: { n: 1 } },
  )
  for (const each of [other, machine]) await settle(each)
  server.logEpoch += 1
  server.feeds.set(plainFeed, [])
  server.seen.clear()
  server.positions.clear()
  await settle(machine)
  const asideParts = () =>
    machine.store.db.all<{ aside: number; known: number }>(
      'SELECT aside, private IS NOT NULL AS known FROM events WHERE stream = ?',
      person,
    )
  return { server, machine, asideParts }
}

it('SYNC-FEED-7 S19 who was forgotten while what says him was set aside here is forgotten here too, though no feed shows him; seed 605', async () => {
  const { server, machine, asideParts } = await setAside()
  expect(asideParts()).toEqual([{ aside: 1, known: 1 }])
  await settle(machine)
  // The case is none that waits for a word: it is not asked about.
  expect(server.askedOnOffer.at(-1)).toEqual([person])
  expect(asideParts()).toEqual([{ aside: 1, known: 1 }])
  server.decided = [person]
  await settle(machine)
  // His bytes are gone, and his copy goes on waiting for the word on its commit.
  expect(asideParts()).toEqual([{ aside: 1, known: 0 }])
  expect(machine.ledger.map(({ stream }) => stream)).toEqual([person])
  await settle(machine)
  expect(server.askedOnOffer.at(-1)).toEqual([])
  expect(readStream(machine.store.db, person)).toEqual([])
})

it('SYNC-FEED-7 S12 nobody is forgotten by a greeting whom it did not ask about', async () => {
  const { server, machine, asideParts } = await setAside()
  const { hello } = machine.client.wire
  machine.client.wire.hello = async (asked) => {
    const told = await hello({ ...asked, onOffer: [] })
    return told.ok ? { ...told, value: { ...told.value, decided: [other] } } : told
  }
  const other = 'person:018f0000-0000-7000-8000-0000000000bb'
  machine.append({ stream: other, type: 'person.recorded', facts: {}, private: { name: 'ليلى' } })
  await settle(machine)
  await settle(machine)
  expect(readStream(machine.store.db, other).map(({ private: secret }) => secret)).not.toEqual([null])
  expect(asideParts()).toEqual([{ aside: 1, known: 1 }])
  expect([server.decided, machine.ledger]).toEqual([[], []])
})

it('SYNC-RECOVER-4 S19 whom this machine had forgotten, and could tell nobody, is forgotten again when another’s work brings him; nobody else is asked after; seed 2390', async () => {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  const heard: number[] = []
  const effects = {
    ...machine.client.effects,
    forgetHeard: () => void heard.push(readStream(machine.store.db, person).length),
  }
  const exchanged = async () =>
    expect(await exchange({ ...machine.client, effects }, 'all')).toMatchObject({ ok: true })
  const record = async (stream: string, name: string) => {
    other.append({ stream, type: 'person.recorded', facts: {}, private: { name } })
    await settle(other)
  }
  machine.ledger.push({ stream: person, reason: 'request', by: 'user-1' })
  await record('person:018f0000-0000-7000-8000-0000000000bb', 'عمر')
  for (let round = 0; round < 3; round += 1) await exchanged()
  expect(heard).toEqual([])
  await record(person, 'سعاد')
  for (let round = 0; round < 3; round += 1) await exchanged()
  // Once, and behind what brought him.
  expect(heard).toEqual([1])
})
