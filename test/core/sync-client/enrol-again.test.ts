import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { wirePrefix } from '#shared/contract/wire/contract.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/** A line on which the server takes an enrolment and its answer is lost, so many times; `lose`: how the line does that. */
async function lossyLine(
  target: string,
  losses: number,
  lose: (line: Socket) => void = (line) => line.destroy(),
): Promise<string> {
  const { hostname, port } = new URL(target)
  let left = losses
  const line = createServer((asked, given) => {
    const { method, url, headers } = asked
    const up = request({ hostname, port, method, path: url, headers }, (answer) => {
      if (url?.endsWith('/device/enrol') === true && left > 0) {
        left -= 1
        answer.resume()
        answer.on('end', () => lose(asked.socket))
        return
      }
      given.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(given)
    })
    up.on('error', () => asked.socket.destroy())
    asked.pipe(up)
  })
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    line.closeAllConnections()
    line.close()
  })
  return `http://127.0.0.1:${(line.address() as AddressInfo).port}`
}

const enrolPath = '/device/enrol'

interface Asked {
  readonly path: string
  readonly body: string
  /** Asks the server, and answers with what it says. */
  readonly pass: () => Promise<void>
  readonly drop: () => void
}

/** A line on which each question is in the hands of `onAsked`. */
async function slowLine(target: string, onAsked: (asked: Asked) => Promise<void> | void): Promise<string> {
  const line = createServer((asked, given) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      const { method = 'GET', url: path = '' } = asked
      const headers = Object.fromEntries(
        Object.entries(asked.headers).filter(([name]) => /^(?:authorization|content-type)$/.test(name)),
      ) as Record<string, string>
      const body = Buffer.concat(parts)
      const pass = async (): Promise<void> => {
        const answer = await fetch(`${target}${path}`, { method, headers, ...(method === 'GET' ? {} : { body }) })
        const type = answer.headers.get('content-type')
        given.writeHead(answer.status, type === null ? {} : { 'content-type': type })
        given.end(Buffer.from(await answer.arrayBuffer()))
      }
      void onAsked({ path, body: body.toString(), pass, drop: () => asked.socket.destroy() })
    })
  })
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    line.closeAllConnections()
    line.close()
  })
  return `http://127.0.0.1:${(line.address() as AddressInfo).port}`
}

describe('a machine whose enrolment was taken and not answered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer(folder)
    for (const code of ['IRB', 'AMM', 'ZRQ', 'MAF', 'MDB', 'KRK', 'JRS', 'TFL', 'AJL', 'MAN', 'AQB'])
      await administer(server, 'office add', { code, name: `مكتب ${code}` })
  }, serverPatience)

  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const invite = async (code: string) =>
    (await administer<{ code: string }>(server, 'device invite', { unit: { kind: 'office', code } })).code
  const joins = (machine: TestOffice, url: string, code: string) => machine.call<SyncStatus>('sync.join', { url, code })
  const cases = async (code: string) => {
    const held = await administer<{ cases: number }>(server, 'state-hash', { unit: { kind: 'office', code } })
    return held.cases
  }

  it('SYNC-ENROL-3 S10 a stand-alone office goes up by the same code', async () => {
    const alone = await testOffice({ code: 'IRB' })
    await alone.call('intake.register', phoneForm())
    const url = await lossyLine(server.address, 1)
    const code = await invite('IRB')
    await expect(joins(alone, url, code)).rejects.toThrow('sync-unreachable')
    await alone.call('intake.register', phoneForm())
    expect(await joins(alone, url, code)).toMatchObject({ link: { kind: 'online' } })
    await alone.call('sync.now')
    expect(await cases('IRB')).toBe(2)
  })

  it('SYNC-ENROL-3 S10 or by a new one, where the first was not tried again and its machine was revoked', async () => {
    const alone = await testOffice({ code: 'ZRQ' })
    await alone.call('intake.register', phoneForm())
    const url = await lossyLine(server.address, 1)
    await expect(joins(alone, url, await invite('ZRQ'))).rejects.toThrow('sync-unreachable')
    const list = await administer<readonly { device: string; unit: unknown }[]>(server, 'device list', {})
    const lost = list.filter((each) => JSON.stringify(each).includes('ZRQ'))
    expect(lost).toHaveLength(1)
    await administer(server, 'device revoke', { device: lost[0]?.device })
    expect(await joins(alone, url, await invite('ZRQ'))).toMatchObject({ link: { kind: 'online' } })
    await alone.call('sync.now')
    expect(await cases('ZRQ')).toBe(1)
  })

  it('SYNC-ENROL-3 S10 an empty folder comes again as the machine that it was, also after a restart, and leaves no second one', async () => {
    const machine = await openOfficeFolder()
    const url = await lossyLine(server.address, 2)
    const code = await invite('AMM')
    const joined = () => machine.call<SyncStatus>('sync.join', { url, code }, '')
    await expect(joined()).rejects.toThrow('sync-unreachable')
    expect(readdirSync(machine.folder).filter((name) => /^(?:keys|insaf|file)/.test(name))).toEqual([])
    await machine.reopen()
    await expect(joined()).rejects.toThrow('sync-unreachable')
    expect(await joined()).toMatchObject({ link: { kind: 'online' } })
    expect(readdirSync(machine.folder).filter((name) => name.startsWith('joining'))).toEqual([])
    const list = await administer<readonly object[]>(server, 'device list', {})
    expect(list.filter((each) => JSON.stringify(each).includes('AMM'))).toHaveLength(1)
  })

  it(
    'SYNC-ENROL-3 S1 S10 an empty folder whose program was killed while it waited for the answer opens again, and comes as the machine that it was',
    async () => {
      const machine = await openOfficeFolder()
      const left = temporaryFolder()
      const code = await invite('MAF')
      // The disk as it is at this moment is all that a kill leaves.
      const url = await lossyLine(server.address, 1, (line) => {
        cpSync(machine.folder, left, { recursive: true })
        line.destroy()
      })
      expect(await machine.refused('sync.join', { url, code }, '')).toBe('sync-unreachable')
      for (const _ of ['first', 'second']) await (await openOfficeFolder({ folder: left })).close()
      const again = await openOfficeFolder({ folder: left })
      expect(await again.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
      expect(await again.call<SyncStatus>('sync.join', { url, code }, '')).toMatchObject({ link: { kind: 'online' } })
      const list = await administer<readonly object[]>(server, 'device list', {})
      expect(list.filter((each) => JSON.stringify(each).includes('MAF'))).toHaveLength(1)
    },
    serverPatience,
  )

  /** A folder whose enrolment was taken and whose answer was lost. */
  async function unheard(code: string) {
    const machine = await openOfficeFolder()
    const url = await lossyLine(server.address, 1)
    expect(await machine.refused('sync.join', { url, code }, '')).toBe('sync-unreachable')
    return { machine, join: (given: string) => machine.call<SyncStatus>('sync.join', { url, code: given }, '') }
  }

  it('SYNC-ENROL-3 S10 a slip of the pen in the next try loses nothing: the code lets the machine in', async () => {
    const code = await invite('AJL')
    const { machine, join: joinBy } = await unheard(code)
    const slip = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`
    await expect(joinBy(slip)).rejects.toThrow('sync-code-wrong')
    await machine.reopen()
    expect(await joinBy(code)).toMatchObject({ link: { kind: 'online' } })
    const list = await administer<readonly object[]>(server, 'device list', {})
    expect(list.filter((each) => JSON.stringify(each).includes('AJL'))).toHaveLength(1)
  })

  it('SYNC-ENROL-3 one that comes by the code of another unit is told so once, and then comes as another machine', async () => {
    const { join: joinBy } = await unheard(await invite('MAN'))
    const code = await invite('AQB')
    await expect(joinBy(code)).rejects.toThrow('sync-device-known')
    expect(await joinBy(code)).toMatchObject({ link: { kind: 'online' } })
  })

  const isOfStore = (name: string) => /^(?:insaf\.db|tables-)/.test(name)

  it.each([
    ['keys alone', 'JRS', () => true],
    ['keys beside a store without its first page', 'TFL', (name: string) => name !== 'insaf.db'],
  ] as const)(
    'SYNC-ENROL-3 S1 one of which a kill left %s is empty, and comes as the machine that it was',
    async (_, code, isLost) => {
      const machine = await openOfficeFolder()
      const left = temporaryFolder()
      const url = await lossyLine(server.address, 1, (line) => {
        cpSync(machine.folder, left, { recursive: true })
        line.destroy()
      })
      const invited = await invite(code)
      expect(await machine.refused('sync.join', { url, code: invited }, '')).toBe('sync-unreachable')
      for (const name of readdirSync(left).filter(isOfStore))
        if (isLost(name)) rmSync(join(left, name))
        else truncateSync(join(left, name), 0)
      expect(readdirSync(left)).toContain('keys.json')
      const again = await openOfficeFolder({ folder: left })
      expect(await again.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
      expect(readdirSync(left).filter(isOfStore)).toEqual([])
      const joined = await again.call<SyncStatus>('sync.join', { url, code: invited }, '')
      expect(joined).toMatchObject({ link: { kind: 'online' } })
      const list = await administer<readonly object[]>(server, 'device list', {})
      expect(list.filter((each) => JSON.stringify(each).includes(code))).toHaveLength(1)
    },
    serverPatience,
  )

  it(
    'SYNC-ENROL-3 S10 a first try that comes to the server after the second one was answered leaves no machine that nobody knows',
    async () => {
      const machine = await openOfficeFolder()
      const code = await invite('MDB')
      let late: Asked | null = null
      let tries = 0
      const url = await slowLine(server.address, async (asked) => {
        if (asked.path.endsWith(enrolPath)) tries += 1
        // The machine gave up on it; the line has it still.
        if (tries === 1) {
          late = asked
          return asked.drop()
        }
        if (!asked.path.endsWith(enrolPath) && late !== null) {
          await late.pass()
          late = null
        }
        return asked.pass()
      })
      const joined = () => machine.call<SyncStatus>('sync.join', { url, code }, '')
      await expect(joined()).rejects.toThrow('sync-unreachable')
      expect(await joined()).toMatchObject({ link: { kind: 'online' } })
      const list = await administer<readonly object[]>(server, 'device list', {})
      expect(list.filter((each) => JSON.stringify(each).includes('MDB'))).toHaveLength(1)
    },
    serverPatience,
  )

  it(
    'SYNC-ENROL-3 S1 S10 one that was killed meanwhile is told so once, and joins by the same code',
    async () => {
      const machine = await openOfficeFolder()
      const left = temporaryFolder()
      const code = await invite('KRK')
      let first = ''
      let isKilled = false
      const url = await slowLine(server.address, (asked) => {
        if (asked.path.endsWith(enrolPath)) {
          first ||= asked.body
          return asked.pass()
        }
        if (isKilled) return asked.pass()
        cpSync(machine.folder, left, { recursive: true })
        return asked.drop()
      })
      expect(await machine.refused('sync.join', { url, code }, '')).toBe('sync-unreachable')
      isKilled = true
      const headers = { 'content-type': 'application/json' }
      const late = await fetch(`${server.address}${wirePrefix}${enrolPath}`, { method: 'POST', headers, body: first })
      expect(late.status).toBe(200)
      await expect(openOfficeFolder({ folder: left })).rejects.toThrow('sync-unknown-device')
      const again = await openOfficeFolder({ folder: left })
      expect(await again.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
      expect(await again.call<SyncStatus>('sync.join', { url, code }, '')).toMatchObject({ link: { kind: 'online' } })
    },
    serverPatience,
  )
})
