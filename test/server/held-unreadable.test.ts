import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { alarms } from '#server/log/schema/device-tables.ts'
import { enrolTestDevice, serverPatience, startTestServer } from '#test/support/test-server.ts'
import { held, makeCommit, newStream, storedCommit } from './log/log-fixture.ts'

test(
  'SYNC-APPEND-11 S10 a held commit whose bytes the store has lost keeps no server from starting: it is alarmed of, and stays held',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const before = await startTestServer(folder)
    const { id } = await enrolTestDevice(before, { kind: 'central' })
    const lost = storedCommit(makeCommit([newStream()], { device: id }), held)
    await before.server.log.write((log) => log.insertCommits([lost]))
    await before.stop()
    const after = await startTestServer(folder)
    try {
      const raised = await after.server.db.select().from(alarms).where(eq(alarms.device, id))
      expect(raised).toMatchObject([{ code: 'held-unreadable' }])
      expect(await after.server.log.read((log) => log.readHeld(id))).toMatchObject([{ commit: lost.commit }])
    } finally {
      await after.stop()
    }
  },
  serverPatience,
)
