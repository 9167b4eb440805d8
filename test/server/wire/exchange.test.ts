import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceScheme, filesPath, wireVersion } from '#shared/contract/wire/contract.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { unitSet } from '#shared/domain/case/shipped-office.ts'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import type { FeedPage } from '#shared/sync/feed-page.ts'
import { writePushPage } from '#shared/sync/push-page.ts'
import { takeIn } from '#server/blobs/blob-store.ts'
import { inviteDevice } from '#server/devices/invite.ts'
import { alarms } from '#server/log/schema/device-tables.ts'
import { peopleQuestions } from '#server/log/schema/people-tables.ts'
import { sha256, systemClock } from '#server/system-ports.ts'
import { departmentA, office, registration } from '#test/support/case-world.ts'
import { TestDevice, nextUuid } from '#test/support/sync/test-device.ts'
import { SyncedCase, foundingEvents } from '#test/support/sync/test-office.ts'
import { appendTestEvents } from '#test/support/test-entries.ts'
import {
  administer,
  enrolTestDevice,
  refusalOf,
  startTestServer,
  wireClient,
  serverPatience,
} from '#test/support/test-server.ts'
import type { TestServer, WireClient } from '#test/support/test-server.ts'

let server: TestServer
let machine: TestDevice
let credential = ''
let client: WireClient
const world = new SyncedCase()
const person = randomUUID()
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const document = { country: 'JO', kind: 'national_id', number: '9871234567' } as const

const recordedWith = (id: string, number: string) => ({
  stream: `person:${id}`,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'beneficiary', language: 'ar' },
  private: {
    details: {
      kind: 'individual',
      name: { given: 'ليلى' },
      complainantKind: 'beneficiary',
      document: { ...document, number },
      language: 'ar',
    },
  },
})

const officeUnit: UnitSet = {
  id: office as UnitSet['id'],
  kind: 'office',
  code: 'TST',
  name: { ar: 'مكتب', en: 'Office' },
  parent: 'central' as UnitSet['parent'],
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
}

/** Pushes what the machine has written since; out: the outcomes' kinds. */
async function push(from: number, to = machine.commits.length): Promise<readonly string[]> {
  const page = new Uint8Array(zstdCompressSync(writePushPage(machine.page(from, to))))
  const { outcomes, rights } = await client.sync.push(new Blob([page], { type: 'application/octet-stream' }))
  machine.confirmed = rights
  return outcomes.map(({ outcome }) =>
    outcome.kind === 'held' || outcome.kind === 'refused' ? outcome.reason.code : outcome.kind,
  )
}

async function pull(from: WireClient, feed: string): Promise<FeedPage> {
  const blob = await from.sync.pull({ feed: FeedName.parse(feed), after: 0, limit: 1000 })
  return must(readFeedPage(zstdDecompressSync(Buffer.from(await blob.arrayBuffer()))), 'a page')
}

const typesIn = ({ entries }: FeedPage): readonly string[] =>
  entries.flatMap(({ events }) =>
    (events ?? []).map(({ envelope }) => (parseCanonical(envelope) as { type: string }).type),
  )

beforeAll(async () => {
  server = await startTestServer(folder)
  expect(await server.admin.writeOwn([unitSet(officeUnit)])).toMatchObject({ ok: true })
  await administer(server, 'office add', { code: 'SO', name: 'مكتب الجنوب' })
  machine = new TestDevice('office-machine', office)
  const { code } = await inviteDevice(server.server.db, server.server.ports, office)
  const enrolled = await wireClient(server.address).device.enrol({
    code,
    wire: wireVersion,
    device: machine.id,
    epoch: 1,
    publicKey: toHex(machine.signing.publicKey),
    program: 'test',
    standAlone: { office, code: 'TST', cases: 1 },
  })
  credential = enrolled.credential
  client = wireClient(server.address, credential)
  machine.write(foundingEvents())
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('exchange over HTTP', () => {
  test('SYNC-ENROL-3 SYNC-PUSH-1 an office that stood alone goes up, and its first case with it', async () => {
    machine.write([{ ...recordedWith(person, document.number), actor: 'rana' }])
    const complainant = {
      person: person as never,
      anonymous: false,
      contactableBy: [],
      preferred: null,
      language: 'ar' as const,
      governorate: null,
    }
    world.on(machine, 'register', { input: registration({ receivedAt: world.now, complainant }), user: 'rana' })
    expect(await push(0, 1)).toEqual(['accepted'])
    expect(await push(1)).toEqual(['accepted', 'accepted'])
    // Its own words for itself, and its place under the central unit all the same (G-07).
    const unit = (await server.admin.access()).units.get(office)
    expect(unit).toMatchObject({ name: { ar: 'office' }, parent: 'central' })
  })

  test('SYNC-PUSH-4 the same page again is answered as it was; other bytes under the same id raise an alarm', async () => {
    expect(await push(0)).toEqual(['accepted', 'accepted', 'accepted'])
    const clone = new TestDevice(machine.id, office)
    const first = must(machine.commits[0], 'a commit')
    clone.write(foundingEvents(), first.commit)
    const page = new Uint8Array(zstdCompressSync(writePushPage(clone.page())))
    // A machine says it again with each round, until somebody looks: that is one alarm.
    for (const _ of [1, 2])
      expect(await refusalOf(client.sync.push(new Blob([page], { type: 'application/zstd' })))).toBe(
        'sync-bytes-differ',
      )
    const raised = await server.server.db.select().from(alarms).where(eq(alarms.device, machine.id))
    expect(raised).toMatchObject([{ code: 'sync-bytes-differ' }])
    expect(await administer(server, 'status', {})).toMatchObject({ alarms: 1 })
  })

  test('SYNC-PULL-1 SYNC-FEED-3 the central unit pulls all of it, another office nothing, in pages that prove themselves', async () => {
    const centre = await enrolTestDevice(server, { kind: 'central' })
    const page = await pull(centre.client, 'central')
    expect(typesIn(page)).toEqual(expect.arrayContaining(['unit.set', 'registered', 'described', 'person.recorded']))
    expect(page.head.sequence).toBe(page.head.end)
    const south = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    expect(typesIn(await pull(south.client, 'office:office-so'))).not.toContain('registered')
    expect(await refusalOf(pull(south.client, `office:${office}`))).toBe('sync-feed-not-yours')
  })

  test('SYNC-PEOPLE-1 another office’s desk learns reference, type, date and state of the person’s cases, and is recorded', async () => {
    const south = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    const user = await administer<{ user: string }>(server, 'user add', {
      username: 'desk',
      name: 'مكتب',
      unit: { kind: 'office', code: 'SO' },
      groups: ['reception'],
      password: 'a long secret',
    })
    const asked = { ...document, user: user.user, number: '٩٨٧١٢٣٤٥٦٧' }
    const found = await south.client.people.find(asked)
    expect(found).toEqual([
      {
        reference: expect.stringMatching(/^TST-/) as string,
        type: 'complaint',
        receivedAt: world.now,
        office: { ar: 'office', en: 'office' },
        state: 'open',
      },
    ])
    expect(await south.client.people.find({ ...asked, number: '9871234568' })).toEqual([])
    expect(await server.server.db.select().from(peopleQuestions)).toMatchObject([{ found: 1 }, { found: 0 }])
    expect(await refusalOf(south.client.people.find({ ...asked, user: 'rana' }))).toBe('not-allowed')
    // Its own cases an office knows itself, and so does who is above it, also of the case that it has just registered there.
    expect(await client.people.find({ ...asked, user: 'rana' })).toEqual([])
    const centre = await enrolTestDevice(server, { kind: 'central' })
    const above = await administer<{ user: string }>(server, 'user add', {
      username: 'above',
      name: 'مركز',
      unit: { kind: 'central' },
      groups: ['reception'],
      password: 'a long secret',
    })
    expect(await centre.client.people.find({ ...asked, user: above.user })).toEqual([])
  })

  test('L-16 two offices’ records of one document are proposed to the central unit and to them, without the cases that they hold themselves', async () => {
    const other = randomUUID()
    await appendTestEvents(server.server, FeedName.parse('central'), [recordedWith(other, '987-1234567')])
    const centre = await enrolTestDevice(server, { kind: 'central' })
    const head = await administer<{ user: string }>(server, 'user add', {
      username: 'head',
      name: 'مدير',
      unit: { kind: 'central' },
      groups: ['team_head'],
      password: 'a long secret',
    })
    const proposed = await centre.client.people.proposed({ user: head.user })
    expect(proposed).toHaveLength(1)
    expect([proposed[0]?.first, proposed[0]?.second]).toEqual(expect.arrayContaining([person, other]))
    expect(proposed[0]?.cases).toEqual([])
    expect(await client.people.proposed({ user: 'rana' })).toEqual(proposed)
    const south = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    expect(await refusalOf(south.client.people.proposed({ user: 'rana' }))).toBe('not-allowed')
    const questions = await server.server.db.select().from(peopleQuestions)
    const ofHead = questions.filter(({ user }) => user === head.user)
    expect(ofHead).toMatchObject([{ device: centre.id, mark: '', found: 1 }])
  })

  test('SYNC-PEOPLE-1 whoever asks of proposed links uses up the same questions as who asks of one person', async () => {
    const south = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    const asking = () => refusalOf(south.client.people.proposed({ user: 'rana' }))
    const answers: string[] = []
    for (let asked = 0; asked < 31; asked++) answers.push(await asking())
    expect(answers.slice(0, 30)).toEqual(Array<string>(30).fill('not-allowed'))
    expect(answers.at(-1)).toBe('sync-too-many-requests')
    const found = south.client.people.find({ ...document, user: 'rana', number: document.number })
    expect(await refusalOf(found)).toBe('sync-too-many-requests')
  })

  test('SYNC-BLOB-3 a file is fetched by machines that may hold its key, and by no department', async () => {
    const bytes = randomBytes(500)
    const address = toHex(sha256(bytes))
    const upload = join(folder, 'upload')
    writeFileSync(upload, bytes)
    const store = { folder, db: server.server.db, clock: systemClock }
    await takeIn(store, { path: upload, address, device: machine.id })
    const { stream } = world
    machine.write([
      {
        stream,
        type: 'file_added',
        actor: 'rana',
        id: nextUuid(),
        facts: { file: address, size: 500, mediaType: 'image/png', pages: null, original: true },
        private: { name: 'scan.png', key: 'secret' },
      },
    ])
    expect(await push(machine.commits.length - 1)).toEqual(['accepted'])
    const centre = await enrolTestDevice(server, { kind: 'central' })
    const south = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    const ask = (by: string): Promise<Response> =>
      fetch(`${server.address}${filesPath}/${address}?stream=${stream}`, {
        headers: { authorization: `${deviceScheme} ${by}` },
      })
    const answers = await Promise.all([credential, centre.credential, south.credential].map(ask))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422])
    const { code } = await inviteDevice(server.server.db, server.server.ports, departmentA)
    const liaison = await enrolTestDevice(server, {}, { code })
    expect((await ask(liaison.credential)).status).toBe(422)
  })
})
