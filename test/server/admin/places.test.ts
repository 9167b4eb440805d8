import { spawnSync } from 'node:child_process'
import { fsyncSync, fstatSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { runCommandHere } from '#server/admin/run-here.ts'
import { createServerKeys } from '#server/devices/server-key.ts'
import { isServerFolder } from '#server/open-server.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

vi.mock('node:fs', async (original) => {
  const fs = await original<{ readonly fsyncSync: (handle: number) => void }>()
  return { ...fs, fsyncSync: vi.fn(fs.fsyncSync) }
})

const main = join(import.meta.dirname, '../../../sync-server/main.ts')

/** Starts the server; out: how it ended, and whether it named the code. */
function start(...options: readonly string[]): { status: number | null; stderr: string; made: readonly string[] } {
  const folder = temporaryFolder()
  const command = [main, '--data', folder, '--port', '0', ...options]
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 30_000 })
  return { status, stderr, made: readdirSync(folder) }
}

test('S12 a command on a folder without a server is refused, and makes none: only starting a server does', async () => {
  const folder = temporaryFolder()
  const mistyped = join(folder, 'nowhere')
  const refused = (where: string) => ({ ok: false, refusal: { code: 'server-not-here', params: { folder: where } } })
  for (const data of [mistyped, folder])
    expect(await runCommandHere({ data, databaseUrl: null }, { name: 'status', input: {} })).toEqual(refused(data))
  expect(readdirSync(folder)).toEqual([])
  const postgres = { data: folder, databaseUrl: 'postgres://localhost:1/none' }
  expect(await runCommandHere(postgres, { name: 'status', input: {} })).toEqual(refused(folder))
})

test('S12 a server is where its store is, or its key', async () => {
  const [stored, keyed] = [temporaryFolder(), temporaryFolder()]
  await copyEmptyStore(join(stored, 'store'))
  createServerKeys(keyed)
  expect([stored, keyed].map((folder) => isServerFolder(folder, null))).toEqual([true, true])
  expect([stored, keyed].map((folder) => isServerFolder(folder, 'postgres://there'))).toEqual([false, true])
})

test('R-09 in plain HTTP no address but this machine’s is listened to: one sentence, and nothing is made', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'example.org']) {
    const { status, stderr, made } = start('--host', host)
    expect([status, stderr.includes('(server-needs-tls)'), made]).toEqual([2, true, []])
  }
})

test('R-09 a certificate without its key, or a key without its certificate, is no reason to listen in plain HTTP', () => {
  const file = join(temporaryFolder(), 'pem')
  writeFileSync(file, '')
  for (const option of ['--tls-cert', '--tls-key']) {
    const { status, stderr, made } = start(option, file)
    expect([status, stderr.includes('(bad-input)'), made]).toEqual([2, true, []])
  }
})

test('N-05 a token for metrics that is not there, or too short to be one, is no reason to let anybody see units', () => {
  const file = join(temporaryFolder(), 'token')
  const told = () => {
    const { status, stderr, made } = start('--metrics-token-file', file)
    return [status, /\((?<code>[a-z-]+)\)/.exec(stderr)?.groups?.['code'], made]
  }
  expect(told()).toEqual([2, 'not-found', []])
  writeFileSync(file, '\nbehind the first line of it\n')
  expect(told()).toEqual([2, 'bad-input', []])
})

test('S2 the server’s key is on disk with its name before it is used: the file, then its folder', () => {
  const synced: string[] = []
  vi.mocked(fsyncSync).mockImplementation((handle) => {
    synced.push(fstatSync(handle).isDirectory() ? 'folder' : 'file')
  })
  createServerKeys(temporaryFolder())
  expect(synced).toEqual(process.platform === 'win32' ? ['file'] : ['file', 'folder'])
})
