import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { readCopyFile } from '#server/admin/copy-format.ts'
import { exportTo } from '#server/admin/export-file.ts'
import { importFrom } from '#server/admin/import-file.ts'
import { findBlob, pathOf, takeIn } from '#server/blobs/blob-store.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { storeOf } from '#server/open-server.ts'
import { sha256, silentJournal, systemClock } from '#server/system-ports.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* A server whose disk has lost a file, and another one in part. */
const folders: string[] = []
let server: TestServer
let whole = ''
let lost: readonly string[] = []

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  folders.push(made)
  return made
}

const storeAt = (data: string, { db }: Pick<TestServer['server'], 'db'>) => ({ folder: data, db, clock: systemClock })

beforeAll(async () => {
  const data = folder()
  server = await startTestServer(data)
  const store = storeAt(data, server.server)
  const add = async (): Promise<string> => {
    const bytes = randomBytes(5000)
    const [path, address] = [join(data, 'upload'), Buffer.from(sha256(bytes)).toString('hex')]
    writeFileSync(path, bytes)
    expect((await takeIn(store, { path, address, device: 'device-1' })).ok).toBe(true)
    return address
  }
  const [first, gone, cut] = [await add(), await add(), await add()]
  whole = first
  lost = [gone, cut].toSorted()
  rmSync(pathOf(store, gone))
  writeFileSync(pathOf(store, cut), 'cut')
}, serverPatience)

afterAll(async () => {
  await server.stop()
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

test('S12 S16 where the disk has lost a file, the copy is made without it and says which; the server of the copy asks for it anew', async () => {
  const file = join(folder(), 'server.copy')
  const warned: unknown[] = []
  const journal = { ...silentJournal, warn: (message: string, fields?: object) => warned.push([message, fields]) }
  const ports = { ...server.server.ports, journal }
  const done = await exportTo({ ...server.admin, server: { ...server.server, ports } }, { file })
  expect(done).toEqual({ ok: true, value: { file, files: 1, missing: lost } })
  expect(warned).toEqual([['the copy lacks files', { count: 2, missing: lost }]])
  const target = folder()
  await copyEmptyStore(join(target, 'store'))
  const opened = await openDatabase(storeOf(target, null))
  const { db, close } = must(opened.ok ? opened.value : null, 'an empty store opens')
  expect(await importFrom({ folder: target, db, clock: systemClock, lot: 0 }, file)).toMatchObject({ ok: true })
  const found = await Promise.all([whole, ...lost].map((address) => findBlob(storeAt(target, { db }), address)))
  expect(found).toEqual([{ bytes: 5000, device: 'device-1' }, null, null])
  await close()
})

test('S12 whoever makes a copy that lacks files is told so in both languages, beside the answer', async () => {
  const script = join(import.meta.dirname, '../../../scripts/insaf-server.mjs')
  const run = (...more: readonly string[]) => {
    const file = join(folder(), 'server.copy')
    const command = [script, 'export', file, '--data', server.server.folder, ...more]
    return promisify(execFile)(process.execPath, command)
  }
  const { stdout, stderr } = await run()
  expect(JSON.parse(stdout)).toMatchObject({ files: 1, missing: lost })
  expect(stderr).toMatch(/هذا العدد: 2/)
  expect(stderr).toMatch(/so many: 2/)
  const machine = await run('--json')
  expect(JSON.parse(machine.stderr)).toMatchObject({ warning: { code: 'server-copy-lacks' } })
})

test('S12 a copy that cannot be read is told to whoever reads it, and nobody waits', async () => {
  await expect(readCopyFile(folder()).next()).rejects.toMatchObject({ code: 'EISDIR' })
})
