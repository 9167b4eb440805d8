import { randomBytes } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { runCommand } from '#server/admin/commands.ts'
import { frameKinds, openCopyFile } from '#server/admin/copy-format.ts'
import { importFrom } from '#server/admin/import-file.ts'
import { findBlob, takeIn } from '#server/blobs/blob-store.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { storeOf } from '#server/open-server.ts'
import { sha256, systemClock } from '#server/system-ports.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { administer, enrolTestDevice, startTestServer, wireClient, serverPatience } from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'

const folders: string[] = []
let server: TestServer
let device: TestDevice
let copy = ''
let address = ''
const north = { kind: 'office', code: 'NO' } as const
const bytes = Buffer.from('an attachment, encrypted elsewhere')

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  folders.push(made)
  return made
}

/** Imports into a folder that nobody has used; out: what `import` answered. */
async function importInto(target: string, file: string, lot = 0) {
  await copyEmptyStore(join(target, 'store'))
  const opened = await openDatabase(storeOf(target, null))
  if (!opened.ok) throw new Error(opened.refusal.code)
  try {
    return await importFrom({ folder: target, db: opened.value.db, clock: systemClock, lot }, file)
  } finally {
    await opened.value.close()
  }
}

async function importedInto(target: string, file: string): Promise<object> {
  const imported = await importInto(target, file)
  if (!imported.ok) throw new Error(imported.refusal.code)
  return imported.value
}

beforeAll(async () => {
  const data = folder()
  server = await startTestServer(data)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  device = await enrolTestDevice(server, north)
  await device.client.numbers.take({ year: 2026 })
  const upload = join(data, 'upload')
  writeFileSync(upload, bytes)
  address = Buffer.from(sha256(bytes)).toString('hex')
  const store = { folder: data, db: server.server.db, clock: systemClock, lot: 0 }
  expect((await takeIn(store, { path: upload, address, device: device.id })).ok).toBe(true)
  copy = join(folder(), 'server.copy')
  await administer(server, 'export', { file: copy })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

describe('export and import', () => {
  test('S12 a place where nothing can be written is refused with its sentence; nothing is left there, and nobody waits', async () => {
    const target = folder()
    writeFileSync(join(target, 'file'), '')
    for (const [file, detail] of [
      [join(target, 'missing', 'copy'), 'ENOENT'],
      [join(target, 'file', 'copy'), 'ENOTDIR'],
      [join(target, 'x'.repeat(300)), 'ENAMETOOLONG'],
    ] as const)
      expect(await runCommand(server.admin, { name: 'export', input: { file } })).toEqual({
        ok: false,
        refusal: { code: 'server-copy-unwritable', params: { file, detail } },
      })
    expect(readdirSync(target)).toEqual(['file'])
  })

  test('S12 a disk that is full while the copy is written ends it', { skip: !existsSync('/dev/full') }, async () => {
    const out = openCopyFile(join(folder(), 'copy'), createWriteStream('/dev/full'))
    const filled = (async () => {
      for (let part = 0; part < 100; part += 1) await out.write(frameKinds.part, randomBytes(1024 * 1024))
      await out.close()
    })()
    await expect(filled).rejects.toMatchObject({ code: 'ENOSPC' })
  })

  test('SYNC-RECOVER-1 a restored server is the same to its machines, in a new epoch of its log', async () => {
    const target = folder()
    const { logEpoch } = (await importedInto(target, copy)) as { logEpoch: number }
    const restored = await startTestServer(target)
    try {
      const before = await device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })
      const client = wireClient(restored.address, device.credential)
      const after = await client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })
      expect(logEpoch).toBeGreaterThan(before.server.logEpoch)
      expect(after.server).toEqual({ ...before.server, logEpoch })
      expect(after.feeds).toEqual(before.feeds)
      const store = { folder: target, db: restored.server.db, clock: systemClock, lot: 0 }
      expect(await findBlob(store, address)).toEqual({ bytes: bytes.length, device: device.id })
      expect(readFileSync(join(target, 'blobs', address.slice(0, 2), address)).equals(bytes)).toBe(true)
      // Appending goes on behind what was there.
      await administer(restored, 'office add', { code: 'EA', name: 'مكتب الشرق' })
      expect((await restored.server.log.read((log) => log.allDeviceEnds())).length).toBeGreaterThan(0)
    } finally {
      await restored.stop()
    }
  })

  test('SYNC-RECOVER-1 one copy restored twice begins two epochs, never one that is not behind the copy’s own', async () => {
    const [first, second] = [await importedInto(folder(), copy), await importedInto(folder(), copy)]
    expect(first).not.toEqual(second)
    const target = folder()
    await copyEmptyStore(join(target, 'store'))
    const opened = await openDatabase(storeOf(target, null))
    if (!opened.ok) throw new Error(opened.refusal.code)
    const clock = { now: () => '1970-01-01T00:00:00.001Z' as ReturnType<typeof systemClock.now> }
    expect(await importFrom({ folder: target, db: opened.value.db, clock, lot: 0 }, copy)).toMatchObject({
      value: { logEpoch: 2 },
    })
    await opened.value.close()
  })

  /** A copy brought back with this lot. */
  async function withRestored(lot: number, work: (client: ReturnType<typeof wireClient>) => Promise<void>) {
    const target = folder()
    await importInto(target, copy, lot)
    const restored = await startTestServer(target)
    try {
      await work(wireClient(restored.address, device.credential))
    } finally {
      await restored.stop()
    }
  }

  test('SYNC-RECOVER-5 numbers go on at least 100 blocks further, also in a year that the copy does not know', () =>
    withRestored(0, async ({ numbers }) => {
      expect(await numbers.take({ year: 2026 })).toMatchObject({ from: 101_001 })
      expect(await numbers.take({ year: 2025 })).toMatchObject({ from: 100_001 })
      expect(await numbers.take({ year: 2090 })).toMatchObject({ from: 1 })
    }))

  test('SYNC-RECOVER-5 a second restore of one copy goes on elsewhere, and above what machines know to be given', () =>
    withRestored(7, async ({ numbers }) => {
      expect(await numbers.take({ year: 2026 })).toMatchObject({ from: 108_001 })
      // A machine that learned of 2025 before, and another that had a block of the first restore.
      await numbers.tell({ numbers: [{ year: 2025, highest: 3000 }] })
      await numbers.tell({ numbers: [{ year: 2026, highest: 250_500 }] })
      expect(await numbers.take({ year: 2025 })).toMatchObject({ from: 107_001 })
      expect(await numbers.take({ year: 2026 })).toMatchObject({ from: 251_001 })
      await numbers.tell({ numbers: [{ year: 2026, highest: 1000 }] })
      expect(await numbers.take({ year: 2026 })).toMatchObject({ from: 252_001 })
      // Drawn by a machine's own restore: no block of a server's.
      await expect(numbers.tell({ numbers: [{ year: 2026, highest: 100_000_001 }] })).rejects.toThrow()
    }))

  test('S12 a copy is its owner’s alone, is not written over, and never goes over data', async () => {
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    await expect(administer(server, 'export', { file: copy })).rejects.toThrow('backup-file-exists')
    const used = folder()
    const other = await startTestServer(used)
    await other.stop()
    expect(await importInto(used, copy)).toMatchObject({ ok: false, refusal: { code: 'server-not-empty' } })
  })

  test('S12 a copy that was cut, or is none, is refused and leaves nothing', async () => {
    const cut = join(folder(), 'cut')
    writeFileSync(cut, readFileSync(copy))
    truncateSync(cut, statSync(cut).size - 40)
    const target = folder()
    expect(await importInto(target, cut)).toMatchObject({ ok: false, refusal: { code: 'backup-damaged' } })
    const none = join(folder(), 'none')
    writeFileSync(none, 'not a copy')
    const opened = await openDatabase(storeOf(target, null))
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { db, close } = opened.value
    expect(await importFrom({ folder: target, db, clock: systemClock, lot: 0 }, none)).toMatchObject({
      refusal: { code: 'backup-not-one' },
    })
    expect(await importFrom({ folder: target, db, clock: systemClock, lot: 0 }, copy)).toMatchObject({ ok: true })
    await close()
  })
})
