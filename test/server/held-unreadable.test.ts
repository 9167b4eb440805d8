import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { unitSet } from '#shared/domain/case/shipped-office.ts'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { writePushPage } from '#shared/sync/push-page.ts'
import { inviteDevice } from '#server/devices/invite.ts'
import { alarms } from '#server/log/schema/device-tables.ts'
import { keptEvents } from '#server/log/schema/log-tables.ts'
import { office } from '#test/support/case-world.ts'
import { registration } from '#test/support/sync/engine-steps.ts'
import { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, foundingEvents } from '#test/support/sync/test-office.ts'
import { enrolTestDevice, serverPatience, startTestServer, wireClient } from '#test/support/test-server.ts'
import type { TestServer, WireClient } from '#test/support/test-server.ts'
import { held, makeCommit, newStream, storedCommit } from './log/log-fixture.ts'

const officeUnit: UnitSet = {
  id: office as UnitSet['id'],
  kind: 'office',
  code: 'TST',
  name: { ar: 'مكتب', en: 'Office' },
  parent: 'central' as UnitSet['parent'],
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
}

/** A stand-alone office's machine: it brings its own users. */
async function enrolled({ server, address }: TestServer, machine: TestDevice): Promise<WireClient> {
  const { code } = await inviteDevice(server.db, server.ports, office)
  const { credential } = await wireClient(address).device.enrol({
    code,
    wire: wireVersion,
    device: machine.id,
    epoch: 1,
    publicKey: toHex(machine.signing.publicKey),
    program: 'test',
    standAlone: { office, code: 'TST', cases: 0 },
  })
  return wireClient(address, credential)
}

const packed = (machine: TestDevice, from: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zstdCompressSync(writePushPage(machine.page(from))))

const userOmar = must(
  foundingEvents().find(({ stream }) => stream === 'user:omar'),
  'he is founded',
)
const person = {
  stream: `person:${randomUUID()}`,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'beneficiary', language: 'ar' },
  private: { details: { kind: 'individual', name: { given: 'ليلى' }, complainantKind: 'beneficiary', language: 'ar' } },
  actor: 'rana',
}

const note = ({ stream }: SyncedCase, actor: string) => ({
  stream,
  type: 'note_added',
  facts: {},
  private: { text: 'ملاحظة' },
  actor,
})

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

test(
  'SYNC-APPEND-11 S5 a device goes on behind a held commit whose bytes the store has lost; what it wrote stays fenced until its author takes it back, unread',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const server = await startTestServer(folder)
    onTestFinished(() => server.stop())
    expect(await server.admin.writeOwn([unitSet(officeUnit)])).toMatchObject({ ok: true })
    const machine = new TestDevice(`machine-${randomUUID()}`, office)
    const client = await enrolled(server, machine)
    const push = async (from: number) => {
      const { outcomes, rights } = await client.sync.push(new Blob([packed(machine, from)]))
      machine.confirmed = rights
      return outcomes.map(({ outcome }) =>
        outcome.kind === 'held' ? outcome.reason.code : outcome.kind === 'refused' ? outcome.reason.code : outcome.kind,
      )
    }
    machine.write(foundingEvents())
    const world = new SyncedCase()
    registration(world, machine)
    expect(await push(0)).toEqual(['accepted', 'accepted'])
    const lost = machine.write([note(world, 'lina')])
    expect(await push(2)).toEqual(['sync-actor-unknown'])
    await server.server.db.delete(keptEvents).where(eq(keptEvents.commit, lost))
    const behind = machine.write([note(world, 'rana')])
    // What it waits for is there now: each push looks at it again.
    machine.write([
      { ...userOmar, stream: 'user:lina', facts: { ...userOmar.facts, id: 'lina', username: 'lina' }, actor: 'admin' },
    ])
    expect(await push(3)).toEqual(['sync-fenced', 'accepted'])
    machine.write([person])
    expect(await push(5)).toEqual(['accepted'])
    expect(await server.server.db.select().from(alarms).where(eq(alarms.device, machine.id))).toMatchObject([
      { code: 'held-unreadable' },
    ])
    expect(await client.held.retry({ commit: lost })).toMatchObject({ outcome: { kind: 'held' } })
    const withdrawn = await client.held.withdraw({ commit: lost, reason: 'خطأ' })
    expect(withdrawn).toMatchObject({ outcome: { kind: 'refused', reason: { code: 'sync-withdrawn' } } })
    expect(await client.held.list({})).toEqual([])
    const told = await server.server.log.read((log) => log.readCommits([behind]))
    expect(told).toMatchObject([{ outcome: { kind: 'accepted' } }])
  },
  serverPatience,
)
