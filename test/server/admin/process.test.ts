import { execFile, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockServerFolder } from '#server/log/pglite/folder-lock.ts'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { endWithMe } from '#test/support/end-with-me.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { wireClient, serverPatience } from '#test/support/test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const script = (name: string): string => join(import.meta.dirname, '../../../scripts', name)

interface Running {
  readonly child: ChildProcess
  readonly address: string
  readonly lines: readonly string[]
}

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [script('server.mjs'), '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithMe(child)
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const [address] = (await once(reader, 'line')) as [string]
  return { child, address, lines }
}

async function stop({ child }: Running): Promise<number | null> {
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

function administer(...args: readonly string[]): { status: number | null; out: unknown; error: string } {
  const options = ['--data', folder, '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, [script('insaf-server.mjs'), ...args, ...options], {
    encoding: 'utf8',
  })
  return { status, out: stdout === '' ? null : JSON.parse(stdout), error: stderr }
}

/** As `administer`, beside what the test does meanwhile. */
async function administerLater(...args: readonly string[]): Promise<unknown> {
  const command = [script('insaf-server.mjs'), ...args, '--data', folder, '--json']
  return JSON.parse((await promisify(execFile)(process.execPath, command)).stdout)
}

let running: Running

beforeAll(async () => {
  await copyEmptyStore(join(folder, 'store'))
  running = await start()
}, serverPatience)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('server as a program', () => {
  test('S14 it prints one line, keeps its key for itself, and is administered while it runs', async () => {
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(running.lines).toHaveLength(1)
    expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'admin.sock')).mode & 0o777).toBe(0o600)
    expect(administer('office', 'add', 'no', 'مكتب الشمال').out).toEqual({ unit: 'office-no', code: 'NO' })
    const password = join(folder, 'password')
    writeFileSync(password, 'سرٌّ طويل\n')
    const asked = [
      'user',
      'add',
      'huda',
      '--name',
      'هدى',
      '--office',
      'NO',
      '--group',
      'team_head',
      '--password-file',
      password,
    ]
    const user = administer(...asked)
    expect(user.out).toMatchObject({ username: 'huda', unit: 'office-no' })
  })

  test('S15 S6 it proves its feeds and chains, and hashes the cases that a unit’s machines hold', () => {
    expect(administer('verify').out).toMatchObject({ ok: true, findings: [] })
    for (const of of [[], ['--central'], ['--office', 'NO']])
      expect(administer('state-hash', ...of).out).toMatchObject({
        cases: 0,
        hash: expect.stringMatching(/^v\d+:/) as string,
      })
    expect(administer('state-hash', '--office', 'XX').status).toBe(2)
  })

  test('S14 what an administrator may not do is refused with a code and two sentences', () => {
    const again = administer('office', 'add', 'NO', 'مكتب')
    expect([again.status, again.out]).toEqual([2, null])
    expect(JSON.parse(again.error)).toMatchObject({
      error: { code: 'code-in-use', ar: expect.any(String) as string, en: expect.any(String) as string },
    })
    expect(administer('device', 'invite', '--office', 'XX').status).toBe(2)
    expect(administer('device', 'invite').status).toBe(2)
  })

  test('S12 it stops in peace and is the same server when it starts again', async () => {
    const { code } = administer('device', 'invite', '--office', 'NO').out as { code: string }
    const enrolled = await wireClient(running.address).device.enrol({
      code,
      wire: wireVersion,
      device: 'device-1',
      epoch: 1,
      program: 'test',
      publicKey: '0'.repeat(64),
      standAlone: null,
    })
    expect(await stop(running)).toBe(0)
    expect(administer('status').out).toMatchObject({
      server: enrolled.server.id,
      offices: expect.anything() as unknown,
    })
    // A command that has the folder for a moment does not keep the server from starting.
    const lock = lockServerFolder(join(folder, 'store'))
    expect(lock.ok).toBe(true)
    const starting = start()
    await wait(2500)
    expect(existsSync(join(folder, 'admin.sock'))).toBe(false)
    // Nor does a command fail that comes in between: the server answers it.
    const between = administerLater('status')
    await wait(500)
    if (lock.ok) lock.value.release()
    running = await starting
    expect(await between).toMatchObject({ server: enrolled.server.id })
    const [machine] = administer('device', 'list').out as readonly Record<string, unknown>[]
    expect(machine).toMatchObject({
      device: 'device-1',
      code: 'NO',
      program: 'test',
      users: [],
      name: { ar: 'مكتب الشمال' },
    })
    const client = wireClient(running.address, enrolled.credential)
    expect((await client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })).server).toEqual(enrolled.server)
    expect(await stop(running)).toBe(0)
    // Three starts of a program and its store: a minute is short for that on a machine that is busy.
  }, 180_000)
})
