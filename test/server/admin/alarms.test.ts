import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { raiseAgain, raiseAlarm } from '#server/devices/alarms.ts'
import { runCommand } from '#server/admin/commands.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

interface Alarm {
  readonly alarm: string
  readonly device: string
  readonly times: number
  readonly ar: string
  readonly en: string
}

let server: TestServer
const list = () => administer<readonly Alarm[]>(server, 'alarm list', {})
const counted = async () => (await administer<{ alarms: number }>(server, 'status', {})).alarms
const differing = (device: string, id: string) =>
  raiseAlarm(server.server.db, server.server.ports, {
    device,
    code: 'sync-bytes-differ',
    detail: JSON.stringify({ id }),
  })

describe('S10 alarms', () => {
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    server = await startTestServer(folder)
    return async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }, serverPatience)

  test('SYNC-PUSH-4 each machine’s are one line in words, and go when somebody has seen them; what comes after is new', async () => {
    await differing('machine-a', 'first')
    await differing('machine-b', 'third')
    await differing('machine-a', 'second')
    const [a, b, ...more] = await list()
    expect([a, b, more]).toMatchObject([{ device: 'machine-a', times: 2 }, { device: 'machine-b', times: 1 }, []])
    expect([a?.ar, a?.en]).toEqual([expect.stringContaining('second'), expect.stringContaining('second')])
    await differing('machine-a', 'fourth')
    for (let said = 0; said < 2; said += 1)
      expect(await administer(server, 'alarm settle', { alarm: a?.alarm })).toEqual({ alarm: a?.alarm, settled: true })
    expect(await list()).toMatchObject([
      { device: 'machine-b', times: 1 },
      { device: 'machine-a', times: 1, en: expect.stringContaining('fourth') },
    ])
    expect(await counted()).toBe(2)
    for (const { alarm } of await list()) await administer(server, 'alarm settle', { alarm })
    expect([await list(), await counted()]).toEqual([[], 0])
  })

  test('SYNC-APPEND-11 what is said at every start is one alarm until it was seen, and then said anew', async () => {
    const { db, ports } = server.server
    const unreadable = { device: 'machine-c', code: 'held-unreadable', detail: 'no bytes' }
    for (let start = 0; start < 2; start += 1) await raiseAgain(db, ports, unreadable)
    const [seen, ...more] = await list()
    expect([seen, more]).toMatchObject([
      { times: 1, en: expect.stringContaining('held entry'), detail: 'no bytes' },
      [],
    ])
    await administer(server, 'alarm settle', { alarm: seen?.alarm })
    await raiseAgain(db, ports, unreadable)
    expect(await list()).toMatchObject([{ device: 'machine-c', times: 1 }])
  })

  test('one that is not there is said to be unknown', async () => {
    const alarm = '01890000-0000-7000-8000-000000000000'
    const settled = await runCommand(server.admin, { name: 'alarm settle', input: { alarm } })
    expect(settled).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })
})
