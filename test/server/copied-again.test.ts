import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAlarms, raiseAlarm, readAlarms, settleAlarm } from '#server/devices/alarms.ts'
import { noteCopies } from '#server/devices/machine-copies.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
beforeAll(async () => {
  server = await startTestServer(folder)
}, serverPatience)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('S12 SYNC-PUSH-5 a machine that is copied again long after its first alarm was settled raises another', async () => {
  const { db, ports } = server.server
  const epochs = [1, 2].map((epoch) => ({ epoch, publicKey: new Uint8Array(32), follows: new Uint8Array(32) }))
  let now = Date.now()
  const at = { ...ports, clock: { now: () => new Date(now).toISOString() as never } }
  const came = (epoch: number) => noteCopies(db, at, { device: { id: 'copied', epochs }, epoch })
  expect([await came(2), await came(1), await came(1)]).toEqual([false, false, true])
  const [alarm] = await readAlarms(db)
  expect(await settleAlarm(db, alarm?.id ?? '')).toBe(true)
  now += 100 * 86_400_000
  const again = [await came(2), await came(1), await came(2), await came(1)]
  expect(again.at(-1)).toBe(true)
  expect(await openAlarms(db)).toBe(1)
})

it('SYNC-PUSH-4 the list of alarms stands also where one of them cannot be read', async () => {
  const { db, ports } = server.server
  await raiseAlarm(db, ports, { device: 'x', code: 'held-unreadable', detail: 'SyntaxError: no JSON' })
  expect(await administer<readonly object[]>(server, 'alarm list', {})).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'held-unreadable' })]),
  )
})
