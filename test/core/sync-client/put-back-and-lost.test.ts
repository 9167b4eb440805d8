import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { must } from '#shared/lib/assert.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import type { CuttingProxy } from '#test/support/cutting-proxy.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, enrolTestDevice, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

interface Offered {
  readonly offer: string
  readonly reference: string | null
  readonly whole: boolean
}

const unit = { kind: 'office', code: 'AMM' } as const

describe('what a server that was put back does not know any more', () => {
  let root = ''
  let server: TestServer
  let line: CuttingProxy

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    server = await startTestServer(mkdtempSync(join(root, 'server-')))
    line = await cuttingProxy(server.address)
    await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    const user = { unit, groups: ['office_owner'], password: testPassword, language: 'ar' }
    for (const username of ['amal', 'nura']) await administer(server, 'user add', { ...user, username, name: username })
  }, serverPatience)

  afterEach(async () => {
    await server.stop()
    rmSync(root, { recursive: true, force: true })
  })

  async function joined(): Promise<TestOffice> {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call('sync.join', { url: line.address, code }, '')
    return machine
  }
  /** Each hears of what the others sent. */
  async function settled(...machines: readonly TestOffice[]): Promise<void> {
    for (const machine of [...machines, ...machines]) await machine.call('sync.now', {}, '')
  }
  const casesOf = async () => (await administer<{ cases: number }>(server, 'state-hash', { unit })).cases

  /** The folder as it is now; out: puts it back, the server stopped before and started behind it. */
  async function snapshot(): Promise<() => Promise<void>> {
    const { folder } = server.server
    const startAgain = async (): Promise<void> => {
      server = await startTestServer(folder)
      line.aimAt(server.address)
    }
    await server.stop()
    const copy = mkdtempSync(join(root, 'copy-'))
    cpSync(folder, copy, { recursive: true })
    await startAgain()
    return async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
      cpSync(copy, folder, { recursive: true })
      await startAgain()
    }
  }

  it(
    'SYNC-RECOVER-2 what its author took back is no case where the server holds it again, and he was let in again before (S2)',
    async () => {
      const [first, second] = [await joined(), await joined()]
      const setActive = async (active: boolean) => {
        const users = await first.call<readonly { username: string }[]>('admin.users', {}, 'amal')
        const user = must(
          users.find(({ username }) => username === 'nura'),
          'known',
        )
        await first.call('admin.setUser', { ...user, active, ...(active ? {} : { atOnce: true }) }, 'amal')
      }
      await settled(first, second)
      await second.call('intake.register', phoneForm(), 'nura')
      await setActive(false)
      for (const machine of [first, second]) await machine.call('sync.now', {}, '')
      const items = () => second.call<readonly CommitItem[]>('sync.items', {}, 'amal')
      await setActive(true)
      await settled(first, second)
      const putBack = await snapshot()
      const held = (await items()).filter(({ standing }) => standing === 'held')
      const { commit } = must(
        held.find(({ events }) => events.some(({ type }) => type === 'registered')),
        'held',
      )
      await second.call('sync.withdraw', { commit, reason: 'خطأ' }, 'amal')
      await settled(first, second)
      await first.call('intake.register', phoneForm(), 'amal')
      await settled(first, second)
      expect(await casesOf()).toBe(1)
      await putBack()
      expect(await casesOf()).toBe(0)
      await settled(first, second)
      expect((await items()).find((each) => each.commit === commit)).toMatchObject({ standing: 'refused' })
      expect(await casesOf()).toBe(1)
    },
    serverPatience,
  )

  it(
    'SYNC-RECOVER-2 SYNC-FEED-6 a case that was raised to strict before the backup is found by nobody who is not named, and its last copy stays (S12, R-08)',
    async () => {
      const [author, other] = [await joined(), await joined()]
      const { user } = await author.call<{ user: { id: string } }>('session.me', {}, 'amal')
      await other.call('session.me', {}, 'nura')
      await settled(author, other)
      const { reference } = await author.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
      await settled(author, other)
      const isFound = async (by: string) =>
        (await other.call<{ total: number }>('cases.search', { text: reference }, by)).total
      expect(await isFound('nura')).toBe(1)
      const strict = { case: reference, level: 'strict', users: [user.id], note: '' }
      await author.call('triage.setConfidentiality', strict, 'amal')
      await settled(author, other)
      const putBack = await snapshot()
      // Behind the backup: the other machine is given the case, and a step of it.
      await other.call('session.me', {}, 'amal')
      await author.call('triage.accept', { case: reference }, 'amal')
      await settled(author, other)
      expect([await isFound('nura'), await isFound('amal')]).toEqual([0, 1])
      // Its author never comes again, and nobody decides.
      for (const restored of [1, 2]) {
        await putBack()
        for (const round of [1, 2]) {
          await other.call('sync.now', {}, '')
          expect([restored, round, await isFound('nura')]).toEqual([restored, round, 0])
        }
        expect(await administer<readonly Offered[]>(server, 'offer list', {})).toHaveLength(1)
      }
    },
    serverPatience,
  )

  it.each([
    ['a case', 'take', {}],
    ['a strict case', 'take', { confidentiality: 'strict' }],
    ['a strict case', 'drop', { confidentiality: 'strict' }],
  ] as const)(
    'SYNC-RECOVER-2 SYNC-FEED-6 the last copy of %s is offered and kept until there is a word on it: %s (S12, R-08)',
    async (_, word, how) => {
      const [author, other] = [await joined(), await joined()]
      const { user } = await other.call<{ user: { id: string } }>('session.me', {}, 'amal')
      const register = (form: object) =>
        author.call<{ case: string; reference: string }>('intake.register', { ...phoneForm(), ...form }, 'amal')
      await settled(author, other)
      const putBack = await snapshot()
      const { case: id, reference } = await register({
        ...how,
        ...('confidentiality' in how && { namedUsers: [user.id] }),
      })
      await settled(author, other)
      const isFound = async () =>
        (await other.call<{ total: number }>('cases.search', { text: reference }, 'amal')).total
      expect(await isFound()).toBe(1)
      await putBack()
      // Its author never comes again.
      await settled(other)
      expect(await isFound()).toBe(0)
      const offers = await administer<readonly Offered[]>(server, 'offer list', {})
      const offered = must(
        offers.find((each) => each.reference === reference && each.whole),
        'offered',
      )
      const { client } = await enrolTestDevice(server, unit)
      const decided = async () =>
        (await client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0, onOffer: [`case:${id}`] })).decided
      expect(await decided()).toBeUndefined()
      for (const each of offers)
        await administer(server, `offer ${each === offered ? word : 'take'}`, { offer: each.offer })
      expect(await decided()).toEqual([`case:${id}`])
      await settled(other)
      expect(await isFound()).toBe(word === 'take' ? 1 : 0)
    },
    serverPatience,
  )
})
