import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sql } from 'drizzle-orm'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { workAway, workWhileSending } from '#test/support/away.ts'
import { effort } from '#test/support/effort.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* An office that was thirty days without a network; its time at full size is `npm run bench -- away`. */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const unit = { kind: 'office', code: 'AMM' } as const
const dayMs = 86_400_000
const casesADay = effort + 1
const cases = casesADay * 30

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const user = {
    username: 'head',
    name: 'head',
    unit,
    groups: ['office_owner'],
    password: testPassword,
    language: 'ar',
  }
  await administer(server, 'user add', user)
}, serverPatience)

afterAll(async () => {
  vi.useRealTimers()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

const countOf = async (query: string): Promise<number> =>
  Number((await server.server.db.execute<{ count: string }>(sql.raw(query))).rows[0]?.count)

it(
  `N-01 S2 S3 S10 an office that wrote ${cases} cases in thirty days away joins again: nothing lost, nothing twice, and it is used meanwhile`,
  async () => {
    const office = await joined()
    // The days pass for everyone; the server hears nothing of this machine meanwhile.
    const written: string[] = []
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let day = 0; day < 30; day += 1) {
      vi.setSystemTime(Date.now() + dayMs)
      written.push(...(await workAway(office, casesADay, 'head')))
    }
    expect((await office.call<SyncStatus>('sync.status', {}, '')).counts.pending).toBeGreaterThanOrEqual(cases * 3)
    const sending = office.call<SyncStatus>('sync.now', {}, '')
    const { made, searches } = await workWhileSending(office, 'head', sending)
    expect((await sending).link.kind).toBe('online')
    expect(searches.length).toBeGreaterThan(0)
    const { counts } = await office.call<SyncStatus>('sync.now', {}, '')
    expect(counts).toMatchObject({ pending: 0, sent: 0, held: 0, refused: 0, conflict: 0, void: 0 })
    const all = cases + made.length
    expect(new Set([...written, ...made]).size).toBe(all)
    expect(await countOf("SELECT count(*) FROM streams WHERE stream LIKE 'case:%'")).toBe(all)
    const own = "FROM commits WHERE outcome_kind = 'accepted' AND device IN (SELECT id FROM devices)"
    expect(await countOf(`SELECT count(*) ${own}`)).toBe(counts.accepted)
    const replica = await joined()
    const hash = await office.call('system.stateHash', {}, '')
    expect(hash).toMatchObject({ cases: all })
    expect(await replica.call('system.stateHash', {}, '')).toEqual(hash)
    expect(await administer(server, 'state-hash', { unit })).toEqual(hash)
  },
  serverPatience + 60_000 * effort,
)
