import { describe, expect, test } from 'vitest'
import { namedRow } from '#server/engine/notes.ts'
import { feedsOfDevice } from '#server/engine/feeds-of-device.ts'
import { readFeedPage as pageOf } from '#server/engine/read-feed.ts'
import { unshownTo } from '#server/engine/unshown-entries.ts'
import { appendTestEvents } from '#test/support/test-entries.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { departmentA, office, registration as form } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, registration, typesIn } from '#test/support/sync/engine-steps.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import type { HeldEvent } from '#test/support/sync/feed-contents.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const feedOfOffice = `office:${office}`
const feedOfDepartment = `department:${departmentA}`

const feedsOf = ({ engine }: TestServer, device: TestDevice): Promise<readonly string[]> =>
  engine.log.read((log) => feedsOfDevice(engine, log, device.enrolled))

const recorded = (person: string, name: string) => ({
  stream: `person:${person}`,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'citizen', language: 'ar' },
  private: {
    details: {
      kind: 'individual',
      name: { given: name, father: '', family: 'النجار' },
      complainantKind: 'citizen',
      language: 'ar',
    },
  },
  actor: 'rana',
})

/** A person of the office and a case of his, referred to department A. */
function personsCase(device: TestDevice): { readonly world: SyncedCase; readonly person: string } {
  const person = nextUuid()
  device.write([recorded(person, 'سعاد')])
  const world = new SyncedCase()
  const input = form({ receivedAt: world.now })
  world.on(device, 'register', { input: { ...input, complainant: { ...input.complainant, person } }, user: 'rana' })
  world.on(device, 'accept', { input: {}, user: 'salma' })
  world.on(device, 'classify', {
    input: {
      service: null,
      complexity: 'routine',
      importance: 'medium',
      procedure: 'processing',
      importanceReason: '',
      priority: null,
      priorityReason: '',
    } as never,
    user: 'salma',
  })
  world.on(device, 'refer', {
    input: { referrals: [{ department: departmentA, text: 'للنظر', files: [] }] } as never,
    user: 'salma',
  })
  return { world, person }
}

const strictly = (world: SyncedCase, device: TestDevice, users: readonly string[]) =>
  world.on(device, 'set_confidentiality', { input: { level: 'strict', users, note: '' } as never, user: 'salma' })

/** Every byte that a machine which joins today gets of a feed. */
async function given({ engine }: TestServer, feed: string, unshownTo = 0): Promise<string> {
  const asked = { feed: feed as FeedName, after: 0, limit: 5000, unshownTo }
  const page = await engine.log.read((log) => pageOf(engine, log, asked))
  return Buffer.from(page.bytes).toString()
}

const accepted = async (server: TestServer, device: TestDevice, from: number): Promise<void> => {
  const kinds = (await server.push(device, from)).map(({ outcome }) =>
    outcome.kind === 'held' ? outcome.reason : outcome.kind,
  )
  expect(kinds).toEqual(kinds.map(() => 'accepted'))
}

/** Every byte of a case's events that its department's feed ever carried. */
async function carriedInCase(server: TestServer, { stream }: SyncedCase): Promise<string> {
  const events = (await heldIn(server.log, feedOfDepartment)).get(stream) ?? new Map<string, never>()
  const parts = [...events.values()].flatMap(({ bytes: { envelope, facts, private: secret } }: HeldEvent) => [
    envelope,
    facts,
    secret ?? Buffer.alloc(0),
  ])
  return Buffer.concat(parts).toString()
}

/** How often strict cases began or ceased to name a user. */
const changesOf = async ({ log }: TestServer, user: string): Promise<number> =>
  (await log.read((reader) => reader.readStreams([namedRow(user)])))[0]?.length ?? 0

describe('who holds what', () => {
  test('SYNC-FEED-6 SYNC-FEED-5 a strict case leaves every feed for its own, given where a named user has signed in (R-08)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const { world } = personsCase(device)
    await accepted(server, device, 1)
    strictly(world, device, ['salma'])
    await accepted(server, device, device.commits.length - 1)
    for (const feed of ['central', feedOfOffice, feedOfDepartment]) {
      const told = (await entriesOf(server, feed)).map(({ header }) => header)
      expect(told, feed).toContainEqual(expect.objectContaining({ kind: 'withdrawn', stream: world.stream }))
      const words = await given(server, feed)
      expect(words, feed).not.toContain('قدمت طلب')
      expect(words, feed).not.toContain('سعاد')
      expect(words, feed).not.toContain('للنظر')
    }
    const own = await given(server, world.stream)
    expect(own).toContain('قدمت طلب')
    expect(own).toContain('سعاد')
    const shown = typesIn(await entriesOf(server, world.stream))
    for (const { type } of world.events) expect(shown).toContain(type)

    const elsewhere = machineBeside(device, 'third-machine', office)
    for (const [users, holds] of [
      [['salma'], true],
      [['omar'], false],
      [[], false],
      [['omar', 'salma'], true],
    ] as const) {
      elsewhere.users = users
      expect((await feedsOf(server, elsewhere)).includes(world.stream), users.join(' ')).toBe(holds)
    }
    // Another is named in her place, who then leaves.
    elsewhere.users = ['salma', 'huda']
    const stranger = machineBeside(device, 'department-machine', departmentA)
    stranger.users = ['salma']
    expect(await feedsOf(server, stranger)).not.toContain(world.stream)
    world.on(device, 'set_confidentiality', {
      input: { level: 'strict', users: ['salma', 'omar'], note: '' } as never,
      user: 'salma',
    })
    await accepted(server, device, device.commits.length - 1)
    elsewhere.users = ['omar']
    expect(await feedsOf(server, elsewhere)).toContain(world.stream)

    expect([await changesOf(server, 'salma'), await changesOf(server, 'omar')]).toEqual([1, 1])

    // No longer strict: back in every feed, and its own ends.
    world.on(device, 'set_confidentiality', { input: { level: 'normal', users: [], note: '' } as never, user: 'salma' })
    await accepted(server, device, device.commits.length - 1)
    expect(await feedsOf(server, elsewhere)).not.toContain(world.stream)
    expect([await changesOf(server, 'salma'), await changesOf(server, 'omar')]).toEqual([2, 2])
    expect((await entriesOf(server, world.stream)).at(-1)?.header).toMatchObject({ kind: 'withdrawn' })
    expect(await given(server, feedOfOffice)).toContain('قدمت طلب')
    expect(await given(server, feedOfDepartment)).toContain('للنظر')
    expect(await given(server, feedOfDepartment)).not.toContain('سعاد')
  })

  test('SYNC-FEED-4 SYNC-FEED-5 a disclosure gives the department who the complainant is, and its end takes it back (R-09, B-17)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const { world, person } = personsCase(device)
    await accepted(server, device, 1)
    expect(await given(server, feedOfDepartment)).not.toContain('سعاد')
    const until = world.local('2026-02-05 09:00')
    world.on(device, 'disclose', {
      input: { referral: world.referralId, until, note: 'للتواصل' } as never,
      user: 'nadia',
    })
    await accepted(server, device, device.commits.length - 1)
    expect(await given(server, feedOfDepartment)).toContain('سعاد')
    // Whom the department knows now is kept from nobody who joins it now (SYNC-FEED-9).
    const meanwhile = await given(server, feedOfDepartment, 1000)
    expect(['سعاد', person, '"unshown"'].map((word) => meanwhile.includes(word))).toEqual([true, true, false])
    // Neither why, nor whose record it is: that stays behind with the case when the disclosure has ended.
    for (const word of ['للتواصل', person]) expect(await carriedInCase(server, world)).not.toContain(word)
    expect(await given(server, feedOfOffice)).toContain('للتواصل')
    world.on(device, 'end_disclosure', { input: { referral: world.referralId } as never, user: 'nadia' })
    await accepted(server, device, device.commits.length - 1)
    const told = (await entriesOf(server, feedOfDepartment)).map(({ header }) => header)
    expect(told).toContainEqual(expect.objectContaining({ kind: 'withdrawn', stream: `person:${person}` }))
    expect(await given(server, feedOfDepartment)).not.toContain('سعاد')
    expect(await given(server, feedOfDepartment)).toContain('للنظر')
    // Whose machine joined between its showing and its end is told of the end alone (SYNC-FEED-9); wire 1 hears all names.
    const late = await given(server, feedOfDepartment, 1000)
    expect([late.includes(person), late.includes('"unshown"'), late.includes('للنظر')]).toEqual([false, true, true])
    const between = await given(server, feedOfDepartment, told.length - 1)
    expect(between.split(person)).toHaveLength(2)
    expect((await given(server, feedOfDepartment)).split(person).length).toBeGreaterThan(2)
    expect(await given(server, feedOfOffice, 1000)).toContain(person)
    const [own, early] = [{ ...device.enrolled, joinedAt: 7 }, device.enrolled]
    expect([unshownTo(own, 2), unshownTo(own, 1), unshownTo(early, 2)]).toEqual([7, 0, 0])
  })

  test('SYNC-FEED-3 what an earlier server showed a department of why the complainant was disclosed is not given out again (R-09)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const { world } = personsCase(device)
    await accepted(server, device, 1)
    const opened = { log: server.log, ports: server.engine.ports }
    const shown = (type: string, text: string) => ({
      stream: world.stream,
      type,
      facts: { referral: world.referralId },
      private: { text },
    })
    await appendTestEvents(opened, feedOfDepartment as FeedName, [
      shown('disclosed', 'للمعاينة'),
      shown('ref_replied', 'تمت'),
    ])
    const words = await given(server, feedOfDepartment)
    expect(words).toContain('تمت')
    expect(words).toContain('"disclosed"')
    expect(words).not.toContain('للمعاينة')
  })

  test('SYNC-FEED-5 a machine that joins a department today is not given a referral that went back, though the case came again (R-09)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const { world } = personsCase(device)
    const to = (text: string) => ({ referrals: [{ department: departmentA, text, files: [] }] }) as never
    world.on(device, 'cancel_referral', {
      input: { referral: world.referralId, reason: 'sent_in_error', note: 'خطأ' } as never,
      user: 'salma',
    })
    world.on(device, 'refer', { input: to('للإفادة'), user: 'salma' })
    await accepted(server, device, 1)
    const words = await given(server, feedOfDepartment)
    expect(words).toContain('للإفادة')
    for (const gone of ['للنظر', 'خطأ']) expect(words).not.toContain(gone)
    expect(await given(server, feedOfOffice)).toContain('للنظر')
  })

  test('SYNC-FEED-7 forgetting removes private parts from log and pages, tells every feed that held one, and what arrives later is taken without (S19)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const { person } = personsCase(device)
    await accepted(server, device, 1)
    const late = machineBeside(device, 'late-machine', office)
    late.write([recorded(person, 'هيفاء')])
    const heldBack = late.write([{ ...recorded(person, 'سلوى'), actor: 'lina' }])
    device.write([
      { stream: `person:${person}`, type: 'person.forgotten', facts: { reason: 'request' }, actor: 'nadia' },
    ])
    await accepted(server, device, device.commits.length - 1)
    for (const feed of ['central', feedOfOffice]) {
      expect((await entriesOf(server, feed)).at(-1)?.header).toMatchObject({
        kind: 'forgotten',
        stream: `person:${person}`,
      })
      expect(await given(server, feed)).not.toContain('سعاد')
    }
    expect((await server.push(late)).map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'held'])
    const events = await server.log.read((log) => log.readEvents([`person:${person}`]))
    expect(events.map(({ private: secret }) => secret)).toEqual([null, null, null])
    const [kept] = await server.log.read((log) => log.readKept([heldBack]))
    expect(kept?.events.map(({ private: secret }) => secret)).toEqual([null])
    expect(await given(server, 'central')).not.toContain('هيفاء')
  })

  test('SYNC-APPEND-3 SYNC-FEED-3 an office’s machine holds its unit’s feed and its own, and no other', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const department = machineBeside(device, 'department-machine', departmentA)
    referred(new SyncedCase(), device)
    registration(new SyncedCase(), device)
    await server.push(device, 1)
    expect(await feedsOf(server, device)).toEqual([feedOfOffice, `device:${device.id}`])
    expect(await feedsOf(server, department)).toEqual([feedOfDepartment, `device:${department.id}`])
  })
})
