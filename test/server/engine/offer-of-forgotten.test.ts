import { expect, test } from 'vitest'
import { writeRecords } from '#shared/sync/records.ts'
import { decideOffer, decidedAmong, listOffers, offerEvents } from '#server/engine/offer.ts'
import { office, registration as registrationInput } from '#test/support/case-world.ts'
import { anonymous, machineBeside, machineCalled, registration } from '#test/support/sync/engine-steps.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

const central = (device: TestDevice) => ({ ...device.enrolled, id: 'server', unit: 'central', stoodAloneUntil: null })

function copyOf(device: TestDevice, at: number, withPrivate = true): Uint8Array {
  const events = device.commits[at]?.events ?? []
  return writeRecords(events.flatMap((event) => [event.envelope, event.facts, withPrivate ? event.private : null]))
}

test('SYNC-RECOVER-2 parts of a copy fall away when the whole of it was taken', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  const author = machineBeside(device, 'author', office)
  const world = new SyncedCase()
  registration(world, author)
  server.now = Date.parse('2026-02-01T08:00:00Z')
  await offerEvents(server.engine, machineCalled('department'), copyOf(author, 0, false))
  await offerEvents(server.engine, machineCalled('other'), copyOf(author, 0))
  const offers = await listOffers(server.engine)
  const whole = offers.find((each) => each.whole)?.offer ?? ''
  const word = (offer: string) => decideOffer(server.engine, central(device), { offer, take: true })
  expect(await word(whole)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
  expect(await server.log.read((log) => decidedAmong(log, [world.stream]))).toEqual([world.stream])
})

/** A registration as the desktop writes it, the person and the case in one commit; and how one who forgot him offers it. */
async function registered() {
  const server = testServer()
  const device = await joinedOffice(server)
  const author = machineBeside(device, 'author', office)
  const person = `person:${nextUuid()}`
  const world = new SyncedCase()
  world.do('register', registrationInput({ receivedAt: world.now, complainant: anonymous }) as never, 'rana')
  const details = { kind: 'individual', name: { given: 'سعاد' }, complainantKind: 'citizen', language: 'ar' }
  const facts = { kind: 'individual', complainantKind: 'citizen', language: 'ar' }
  author.write([
    { stream: person, type: 'person.recorded', facts, private: { details }, actor: 'rana' },
    ...world.written(0, 'rana'),
  ])
  const forgotten = { stream: person, type: 'person.forgotten', facts: { reason: 'request' }, actor: 'nadia' }
  server.now = Date.parse('2026-02-01T08:00:00Z')
  const offered = async (at: number): Promise<void> => {
    const records = (author.commits[at]?.events ?? []).flatMap(({ envelope, facts: said, private: secret }, index) => [
      envelope,
      said,
      index === 0 ? null : secret,
    ])
    const answer = await offerEvents(server.engine, machineCalled('helper'), writeRecords(records))
    expect(answer).toMatchObject({ value: { offered: 1 } })
  }
  const taken = async (commit: string) => {
    const offer = (await listOffers(server.engine)).find((each) => each.commit === commit)?.offer ?? ''
    return decideOffer(server.engine, central(device), { offer, take: true })
  }
  return { server, device, author, forgotten, offered, taken }
}

const accepted = { value: { outcome: { kind: 'accepted' } } }
const idAt = ({ commits }: TestDevice, at: number): string => commits[at]?.commit ?? ''

test('S12 S19 a lost registration of somebody who was forgotten since can be taken: its case stays', async () => {
  const { server, device, author, forgotten, offered, taken } = await registered()
  // The server was put back to before it; whoever forgot him sends that again.
  device.write([forgotten])
  await server.push(device, device.commits.length - 1)
  await offered(0)
  expect(await taken(idAt(author, 0))).toMatchObject(accepted)
})

test('SYNC-FEED-7 S19 a machine that has copies of people aside is told who of them was forgotten', async () => {
  const { server, device, author, forgotten } = await registered()
  const asked = () => server.log.read((log) => decidedAmong(log, [forgotten.stream, `person:${nextUuid()}`]))
  await server.push(author, 0)
  expect(await asked()).toEqual([])
  device.write([forgotten])
  await server.push(device, device.commits.length - 1)
  expect(await asked()).toEqual([forgotten.stream])
})

test('S12 S19 also where the forgetting is known by a copy: that is taken first', async () => {
  const { author, forgotten, offered, taken } = await registered()
  author.write([forgotten])
  await offered(0)
  await offered(1)
  expect(await taken(idAt(author, 0))).toMatchObject({ refusal: { code: 'sync-offer-parts' } })
  expect(await taken(idAt(author, 1))).toMatchObject(accepted)
  expect(await taken(idAt(author, 0))).toMatchObject(accepted)
})
