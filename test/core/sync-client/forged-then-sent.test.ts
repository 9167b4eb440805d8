import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '#core/store/open-store.ts'
import { packed } from '#core/sync-client/pack.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import { must } from '#shared/lib/assert.ts'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { writeRecords } from '#shared/sync/records.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import { opened } from '#test/support/opened.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { administer, enrolTestDevice, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const forgedAt = '2020-01-01T08:00:00.000Z'
const unit = { kind: 'office', code: 'AMM' } as const

let root = ''
let server: TestServer

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  server = await startTestServer(mkdtempSync(join(root, 'server-')))
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const user = { unit, groups: ['office_owner'], password: testPassword, language: 'ar' }
  await administer(server, 'user add', { ...user, username: 'amal', name: 'أمل' })
}, serverPatience)

afterEach(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

/** The commit that registered a case, from the folder of a program that is closed: another day of receipt, and all else as it is. */
async function forgedFrom(folder: string, stream: string): Promise<Uint8Array> {
  const { key } = opened(await openVault(folder, { ids: systemIds, secrets: null }))
  const store = opened(openStore({ folder, key, projections: [], log: silentLog }))
  const events = store.db.all<EventBytes & { readonly type: string }>(
    `SELECT type, envelope, facts, private FROM events WHERE seq BETWEEN
       (SELECT max(first_seq) FROM commits WHERE first_seq <= (SELECT min(seq) FROM events WHERE stream = ?))
       AND (SELECT min(last_seq) FROM commits WHERE last_seq >= (SELECT min(seq) FROM events WHERE stream = ?)) ORDER BY seq`,
    stream,
    stream,
  )
  store.close()
  const forged = ({ type, facts }: (typeof events)[number]) =>
    type === 'received' ? canonicalBytes({ ...(parseCanonical(facts) as object), receivedAt: forgedAt }) : facts
  return writeRecords(events.flatMap((event) => [event.envelope, forged(event), event.private]))
}

it(
  'SYNC-PUSH-4 what a forged copy was taken for is shown to its author as refused, in words, and the rest of his queue goes (S1, S5, S8)',
  async () => {
    const line = await cuttingProxy(server.address)
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const author = await openOfficeFolder()
    await author.call('sync.join', { url: line.address, code }, '')
    await author.call('sync.now', {}, '')
    await author.call('session.me', {}, 'amal')
    line.cutAfter(0)
    const register = () => author.call<{ case: string }>('intake.register', phoneForm(), 'amal')
    const [first, second] = [await register(), await register()]
    await author.close()
    const page = await packed(await forgedFrom(author.folder, `case:${first.case}`))
    const hostile = await enrolTestDevice(server, unit)
    expect(await hostile.client.sync.offer(page)).toMatchObject({ offered: 1 })
    const [offer] = await administer<readonly { readonly offer: string }[]>(server, 'offer list', {})
    await administer(server, 'offer take', { offer: must(offer, 'it waits').offer })
    line.mend()
    await author.reopen()
    for (const _ of [1, 2]) await author.call('sync.now', {}, '')
    const items = await author.call<readonly CommitItem[]>('sync.items', { standing: 'refused' }, 'amal')
    expect(items).toMatchObject([
      {
        standing: 'refused',
        reason: {
          code: 'sync-bytes-differ',
          ar: expect.stringContaining('ومحتواها غير ما كُتب هنا') as string,
          en: expect.stringContaining('says other than what was written here') as string,
        },
      },
    ])
    const receivedAt = async (id: string) =>
      (await author.call<{ line: { receivedAt: string } }>('cases.get', { case: id }, 'amal')).line.receivedAt
    expect(await receivedAt(first.case)).toBe(forgedAt)
    expect(await receivedAt(second.case)).not.toBe(forgedAt)
    expect(await administer(server, 'state-hash', { unit })).toMatchObject({ cases: 2 })
    expect(await administer(server, 'status', {})).toMatchObject({ alarms: 1 })
  },
  serverPatience,
)
