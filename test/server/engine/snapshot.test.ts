import { describe, expect, test } from 'vitest'
import { readPart, readSnapshot } from '#server/engine/snapshot.ts'
import { readFeedPage as pageOf } from '#server/engine/read-feed.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readCasesPart } from '#shared/sync/cases-part.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import { provePage } from '#shared/sync/prove-page.ts'
import { noLink } from '#shared/sync/link.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { must } from '#shared/lib/assert.ts'
import { departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, registration } from '#test/support/sync/engine-steps.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const feed = `office:${office}` as FeedName

/** An office with more than two parts of entries, and three open cases, one of them strict at its end. */
async function filledOffice() {
  const server = testServer()
  const device = await joinedOffice(server)
  const open = new SyncedCase()
  referred(open, device)
  const secret = new SyncedCase()
  registration(secret, device)
  for (let index = 0; index < 4100; index += 1)
    device.write([
      { stream: open.stream, type: 'note_added', facts: {}, private: { text: `${index}` }, actor: 'salma' },
    ])
  for (let from = 1; from < device.commits.length; from += 1000) await server.push(device, from, from + 1000)
  return { server, device, open, secret }
}

const proofsOf = ({ engine }: TestServer) => ({
  hash: sha256,
  holds: () => false,
  isSignedByServer: (bytes: Uint8Array, signature: string) =>
    engine.ports.signing.verify(engine.ports.signing.publicKey, bytes, Buffer.from(signature, 'hex')),
})

async function snapshotOf({ engine }: TestServer, device: TestDevice) {
  const read = await readSnapshot(engine, device.enrolled, feed)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

async function partOf({ engine }: TestServer, device: TestDevice, address: string): Promise<Uint8Array> {
  const read = await readPart(engine, device.enrolled, { feed, address })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

describe('first fill', () => {
  test('SYNC-SNAP-1 SYNC-SNAP-2 parts of 2,000 entries known by their bytes, proven like pages, never changed; open cases first, whole; what strict cases and others showed is not given out (S17, R-08)', async () => {
    const { server, device, open, secret } = await filledOffice()
    const snapshot = await snapshotOf(server, device)
    expect(snapshot.parts.map(({ from, to }) => [from, to])).toEqual([
      [1, 2000],
      [2001, 4000],
    ])
    let place = { cursor: 0, hash: noLink }
    for (const { address } of snapshot.parts) {
      const bytes = await partOf(server, device, address)
      expect(toHex(sha256(bytes))).toBe(address)
      const page = must(readFeedPage(bytes), 'a part is a page')
      const proven = provePage(proofsOf(server), { feed, server: 'server', logEpoch: 1, ...place }, page)
      if (proven.kind === 'broken') throw new Error(proven.why)
      place = { cursor: page.head.sequence, hash: must(proven.hashes.at(-1), 'entries') }
    }
    expect(place.cursor).toBe(snapshot.upTo)
    expect(toHex(place.hash)).toBe(snapshot.hash)

    const entries = []
    for (const address of snapshot.openCases) {
      const bytes = await partOf(server, device, address)
      const part = must(readCasesPart(bytes, proofsOf(server)), 'proven')
      expect(part.head).toMatchObject({ server: 'server', logEpoch: 1 })
      entries.push(...part.entries)
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      expect(readCasesPart(bytes, proofsOf(server))).toBeNull()
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    }
    const shown = entries.flatMap(({ header }) => ('events' in header ? header.events : []))
    expect(shown.filter(({ stream }) => stream === open.stream)).toHaveLength(open.events.length + 4100)
    expect(shown.some(({ stream }) => stream === secret.stream)).toBe(true)

    // Who may not hold the feed gets none of it, though he knows where it stands (R-08, S14).
    const other = machineBeside(device, 'department-machine', departmentA)
    for (const address of [snapshot.parts[0]?.address ?? '', snapshot.openCases[0] ?? ''])
      expect(await readPart(server.engine, other.enrolled, { feed, address })).toMatchObject({
        refusal: { code: 'sync-feed-not-yours' },
      })

    // More entries change no part.
    registration(new SyncedCase(), device)
    await server.push(device, device.commits.length - 1)
    expect((await snapshotOf(server, device)).parts).toEqual(snapshot.parts)

    // Made strict: it stands nowhere else any more, and no old part brings it back.
    secret.on(device, 'set_confidentiality', {
      input: { level: 'strict', users: ['salma'], note: '' } as never,
      user: 'salma',
    })
    expect(await server.push(device, device.commits.length - 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const after = await snapshotOf(server, device)
    expect(after.parts[0]?.address).not.toBe(snapshot.parts[0]?.address)
    expect(after.parts[1]).toEqual(snapshot.parts[1])
    expect(
      await readPart(server.engine, device.enrolled, { feed, address: snapshot.parts[0]?.address ?? '' }),
    ).toMatchObject({
      refusal: { code: 'sync-part-gone' },
    })
    const bytes = [
      ...(await Promise.all(
        [...after.openCases, ...after.parts.map(({ address }) => address)].map((each) => partOf(server, device, each)),
      )),
      (await server.log.read((log) => pageOf(server.engine, log, { feed, after: 0, limit: 5000 }))).bytes,
    ]
    const words = Buffer.concat(bytes).toString()
    // The open case in open cases, part and page; the later one in open cases and page; the strict one nowhere.
    expect(words.split('قدمت طلب الشهادة').length - 1).toBe(5)
  })

  test('SYNC-SNAP-1 a feed that is not this device’s is refused', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const other = machineBeside(device, 'department-machine', departmentA)
    expect(await readSnapshot(server.engine, other.enrolled, feed)).toMatchObject({
      refusal: { code: 'sync-feed-not-yours' },
    })
    expect(await entriesOf(server, feed)).not.toEqual([])
  })

  test('SYNC-SNAP-1 SYNC-FEED-9 a department is given its open cases, and no parts: the rest comes in pages (R-09)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    referred(world, device)
    await server.push(device, 1)
    const ofDepartment = `department:${departmentA}` as FeedName
    const small = { ...server.engine, entriesAPart: 1 }
    const own = await readSnapshot(small, device.enrolled, feed)
    expect(own.ok && own.value.parts.length).toBeGreaterThan(1)
    const { enrolled } = machineBeside(device, 'department-machine', departmentA)
    const read = await readSnapshot(small, enrolled, ofDepartment)
    expect(read).toMatchObject({ value: { parts: [], upTo: 0, hash: toHex(noLink) } })
    const [address = ''] = read.ok ? read.value.openCases : []
    const part = await readPart(small, enrolled, { feed: ofDepartment, address })
    expect(part.ok && Buffer.from(part.value).toString()).toContain(world.stream)
  })
})
