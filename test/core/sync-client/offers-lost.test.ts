import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#core/store/open-store.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { opened } from '#test/support/opened.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import type { CuttingProxy } from '#test/support/cutting-proxy.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

interface Offered {
  readonly offer: string
  readonly commit: string
  readonly reference: string | null
  readonly whole: boolean
}

const unit = { kind: 'office', code: 'AMM' } as const

async function keptIn(folder: string, stream: string): Promise<number> {
  const { key } = opened(await openVault(folder, { ids: systemIds, secrets: null }))
  const store = opened(openStore({ folder, key, projections: [], log: silentLog }))
  const kept = store.db.value<number>('SELECT count(*) FROM events WHERE stream = ? AND length(facts) > 0', stream)
  store.close()
  return kept ?? 0
}

describe('a server put back in silence to between its new log epoch and an offer', () => {
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
  async function settled(...machines: readonly TestOffice[]): Promise<void> {
    for (const machine of [...machines, ...machines]) await machine.call('sync.now', {}, '')
  }
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

  it.each([
    ['plain', () => ({})],
    ['strict', (user: string) => ({ confidentiality: 'strict', namedUsers: [user] })],
  ] as const)(
    'S12 SYNC-RECOVER-2 does not have the last copy of a %s case wait unoffered, nor purged: it is offered again',
    async (_, how) => {
      const [author, other, third] = [await joined(), await joined(), await joined()]
      const { user } = await other.call<{ user: { id: string } }>('session.me', {}, 'amal')
      await third.call('session.me', {}, 'nura')
      await settled(author, other, third)
      const putBack = await snapshot()
      // What the third machine knows the put-back by.
      await author.call('intake.register', phoneForm(), 'amal')
      await settled(author, third)
      const { case: id, reference } = await author.call<{ case: string; reference: string }>(
        'intake.register',
        { ...phoneForm(), ...how(user.id) },
        'amal',
      )
      await settled(author, other)
      await putBack()
      // Its author never comes again; the third opens the new log epoch.
      await third.call('sync.now', {}, '')
      const putBackAgain = await snapshot()
      const offersOf = async () =>
        (await administer<readonly Offered[]>(server, 'offer list', {})).filter((each) => each.reference === reference)
      await settled(other)
      const offered = await offersOf()
      expect(offered.some(({ whole }) => whole)).toBe(true)
      // In silence: nothing but the feed of the machine that offered says that anything was lost.
      await putBackAgain()
      await settled(other)
      await settled(other)
      const left = await offersOf()
      await other.close()
      const kept = await keptIn(other.folder, `case:${id}`)
      expect([kept > 0, left.some(({ whole }) => whole)]).toEqual([true, true])
    },
    serverPatience,
  )
})
