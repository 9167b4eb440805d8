import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { appendUnsigned } from '#core/store/append-commit.ts'
import { signLastCommit } from '#core/store/chain.ts'
import { countByStanding } from '#core/store/own-commits.ts'
import { isSignedBy } from '#core/store/signature.ts'
import { verifyStore } from '#core/store/verify.ts'
import { LivePushes } from '#core/sync-client/live-pushes.ts'
import { exchange } from '#core/sync-client/round.ts'
import { systemIds } from '#core/system-ports.ts'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { must } from '#shared/lib/assert.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'
import { newEvent } from '#test/support/temporary-store.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { administer, startTestServer } from '#test/support/test-server.ts'

it('SYNC-PUSH-1 S15 what was just written is on its way before its signature is stored and its tables are written', async () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  const { db } = machine.store
  const chain = machine.client.chain()
  const commit = {
    commit: systemIds.uuid(),
    events: [newEvent({ stream: 'case:018f0000-0000-7000-8000-000000000001' })],
  }
  db.transaction(() => appendUnsigned(db, chain, commit))
  let isDone = false
  db.owe(
    () => signLastCommit(db, chain),
    () => (isDone = true),
  )
  const { wire } = machine.client
  const sent: { readonly page: Uint8Array; readonly isDone: boolean }[] = []
  const push: typeof wire.push = (page) => {
    sent.push({ page, isDone })
    return wire.push(page)
  }
  const exchanged = exchange({ ...machine.client, wire: { ...wire, push } }, 'push')
  // Before anything was waited for.
  expect(sent).toMatchObject([{ isDone: false }])
  expect(await exchanged).toMatchObject({ ok: true })
  expect(isDone).toBe(true)
  const { head } = must(readPushPage(must(sent[0], 'a push').page), 'a push')
  const stored = must(db.get<{ link: Buffer; signature: Buffer }>('SELECT link, signature FROM commits'), 'a commit')
  expect(head).toMatchObject({ link: stored.link.toString('hex'), signature: stored.signature.toString('hex') })
  expect(isSignedBy(chain.publicKey, stored.link, stored.signature)).toBe(true)
  expect(countByStanding(db)).toMatchObject({ accepted: 1, pending: 0, sent: 0 })
  expect(verifyStore(db).findings).toEqual([])
})

it('SYNC-LINK-7 colleagues do not wait until whoever wrote is answered: his word is sent before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  const server = await startTestServer(folder)
  onTestFinished(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const unit = { kind: 'office', code: 'AMM' } as const
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const clerk = {
    username: 'clerk',
    name: 'clerk',
    unit,
    groups: ['office_owner'],
    password: testPassword,
    language: 'ar',
  }
  await administer(server, 'user add', clerk)
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder({ background: true })
  await machine.call('sync.join', { url: server.address, code }, '')
  const made = await machine.call<{ reference: string }>('intake.register', phoneForm({}), 'clerk')
  const counts = async () => (await machine.call<SyncStatus>('sync.status', {}, 'clerk')).counts
  const waits = async () => (await counts()).pending + (await counts()).sent
  let isAnswered = false
  const sent: boolean[] = []
  const { push } = LivePushes.prototype
  const spied = vi.spyOn(LivePushes.prototype, 'push').mockImplementation(function (this: LivePushes, page) {
    sent.push(isAnswered)
    return push.call(this, page)
  })
  const note = async (): Promise<readonly boolean[]> => {
    await expect.poll(waits, { timeout: 20_000 }).toBe(0)
    sent.splice(0)
    isAnswered = false
    await machine.call('desk.addNote', { case: made.reference, text: 'اتصل المشتكي' }, 'clerk')
    isAnswered = true
    return [...sent]
  }
  // What is written while an exchange is under way goes with the next: one that rests is met soon.
  await expect.poll(note, { timeout: 30_000 }).toEqual([false])
  await expect.poll(waits, { timeout: 20_000 }).toBe(0)
  spied.mockRestore()
})
