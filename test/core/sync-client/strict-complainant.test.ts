import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWritable } from '#core/store/driver.ts'
import { dropFeed } from '#core/store/feeds.ts'
import { noteWithdrawn } from '#core/store/offered-copies.ts'
import { openStore } from '#core/store/open-store.ts'
import { removeSetting } from '#core/store/settings.ts'
import { storeFile } from '#core/store/store-file.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { opened } from '#test/support/opened.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import type { CuttingProxy } from '#test/support/cutting-proxy.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const unit = { kind: 'office', code: 'AMM' } as const

/** As an earlier program let a strict case leave, beside the running one: alone, and nothing of a later program is noted. */
async function leaveAlone(folder: string, id: string): Promise<void> {
  const { key } = opened(await openVault(folder, { ids: systemIds }))
  const db = openWritable({ file: storeFile(folder), key })
  db.transaction(() => {
    dropFeed(db, `case:${id}` as FeedName)
    noteWithdrawn(db, `case:${id}`, '')
    removeSetting(db, 'left-behind-withdrawn')
  })
  db.close()
}

async function keptIn(folder: string, stream: string): Promise<number> {
  const { key } = opened(await openVault(folder, { ids: systemIds, secrets: null }))
  const store = opened(openStore({ folder, key, projections: [], log: silentLog }))
  const kept = store.db.value<number>('SELECT count(*) FROM events WHERE stream = ? AND length(facts) > 0', stream)
  store.close()
  return kept ?? 0
}

describe('the complainant of a strict case', () => {
  let root = ''
  let server: TestServer
  let line: CuttingProxy

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    server = await startTestServer(mkdtempSync(join(root, 'server-')))
    line = await cuttingProxy(server.address)
    await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    const user = { unit, groups: ['office_owner'], password: testPassword, language: 'ar' }
    for (const username of ['amal', 'nura', 'sami'])
      await administer(server, 'user add', { ...user, username, name: username })
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
  /** Two machines of the office, on which its people have signed in; and the ids of two of them. */
  async function twoMachines() {
    const [author, other] = [await joined(), await joined()]
    const signIn = async (machine: TestOffice, as: string) =>
      (await machine.call<{ user: { id: string } }>('session.me', {}, as)).user.id
    await signIn(author, 'amal')
    await signIn(author, 'nura')
    const sami = await signIn(author, 'sami')
    const amal = await signIn(other, 'amal')
    await signIn(other, 'nura')
    await settled(author, other)
    return { author, other, amal, sami }
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

  /** Who finds him, by as much as the list says of him. */
  const found = async (machine: TestOffice, as: string): Promise<readonly { readonly id: string }[]> =>
    machine.call('people.search', { text: 'الخطيب' }, as)

  it(
    'R-08 SYNC-FEED-6 leaves the machine with the case: nobody named works there any more',
    async () => {
      const { author, other, amal, sami } = await twoMachines()
      const { reference } = await author.call<{ case: string; reference: string }>(
        'intake.register',
        { ...phoneForm(), confidentiality: 'strict', namedUsers: [amal, sami] },
        'amal',
      )
      await settled(author, other)
      expect([(await found(other, 'nura')).length, (await found(other, 'amal')).length]).toEqual([0, 1])
      await author.call(
        'triage.setConfidentiality',
        { case: reference, level: 'strict', users: [sami], note: '' },
        'sami',
      )
      await settled(author, other)
      const isCase = (await other.call<{ total: number }>('cases.search', { text: reference }, 'amal')).total
      expect([isCase, (await found(other, 'nura')).length]).toEqual([0, 0])
    },
    serverPatience,
  )

  it(
    'R-08 SYNC-FEED-6 SYNC-MERGE-6 goes from a machine where an earlier program left him, whoever has a plain case stays',
    async () => {
      const { author, other, amal, sami } = await twoMachines()
      const details = { given: 'ليلى', father: 'سالم', family: 'النعيمي', mobile: '0791234599' }
      await author.call('intake.register', phoneForm({ person: { kind: 'new', details } }), 'amal')
      const { case: id } = await author.call<{ case: string }>(
        'intake.register',
        { ...phoneForm(), confidentiality: 'strict', namedUsers: [amal, sami] },
        'amal',
      )
      await settled(author, other)
      const people = await found(other, 'amal')
      expect(people).toHaveLength(1)
      await author.call('triage.setConfidentiality', { case: id, level: 'strict', users: [sami], note: '' }, 'sami')
      await settled(author)
      await leaveAlone(other.folder, id)
      await settled(other)
      const of = async (text: string) =>
        (await other.call<readonly unknown[]>('people.search', { text }, 'nura')).length
      expect([await of('الخطيب'), await of('0791234567'), await of('النعيمي')]).toEqual([0, 0, 1])
      expect(await other.call('system.verify', {}, 'nura')).toMatchObject({ ok: true, problems: [] })
      await other.close()
      expect(await keptIn(other.folder, `person:${people[0]?.id}`)).toBe(0)
    },
    serverPatience,
  )

  it(
    'R-08 SYNC-RECOVER-2 S8 leaves with the case that a put-back server has and does not give the machine any more',
    async () => {
      const [author, other] = [await joined(), await joined()]
      const { user } = await author.call<{ user: { id: string } }>('session.me', {}, 'amal')
      await other.call('session.me', {}, 'nura')
      await settled(author, other)
      await author.call<{ case: string; reference: string }>(
        'intake.register',
        { ...phoneForm(), confidentiality: 'strict', namedUsers: [user.id] },
        'amal',
      )
      await settled(author, other)
      const putBack = await snapshot()
      await other.call('session.me', {}, 'amal')
      // What the put-back is known by.
      await author.call('intake.register', { ...phoneForm(), person: { kind: 'anonymous' } }, 'amal')
      await settled(author, other)
      const people = await found(other, 'amal')
      expect(people).toHaveLength(1)
      await putBack()
      for (let round = 0; round < 3; round += 1) await other.call('sync.now', {}, '')
      const nura = (await found(other, 'nura')).length
      await other.close()
      const kept = await keptIn(other.folder, `person:${people[0]?.id}`)
      expect({ nura, kept }).toEqual({ nura: 0, kept: 0 })
    },
    serverPatience,
  )
})
