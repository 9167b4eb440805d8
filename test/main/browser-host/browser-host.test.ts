import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openCore } from '#core/core.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { must } from '#shared/lib/assert.ts'
import type { RunningHost } from '#test/support/running-host.ts'
import { ask, enter, runHost, spawnHost } from '#test/support/running-host.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const folder = (): string => join(temporaryFolder(), 'data')
const password = 'كلمة سر 12'

/** A folder with an office, made before any host holds it. */
async function officeFolder(): Promise<string> {
  const dataDir = folder()
  const core = await openCore({ dataDir, background: false })
  if (!core.ok) throw new Error(core.refusal.code)
  const office = {
    office: 'RYD',
    nameAr: 'مكتب',
    nameEn: 'Office',
    country: 'SA',
    adminUsername: 'admin',
    adminName: 'مدير',
    password,
  }
  const made = await core.value.call('setup.create', office, { via: 'window', session: null })
  expect(made).toMatchObject({ ok: true })
  await core.value.close()
  return dataDir
}

/** A call of the contract as the command line makes it: straight to the core's socket. */
async function call(
  dataDir: string,
  path: string,
  input: unknown,
): Promise<{ readonly value: Record<string, unknown> }> {
  const options = {
    socketPath: socketPath(dataDir),
    method: 'POST',
    path: `/call/${path.replace('.', '/')}`,
    headers: { 'content-type': 'application/json' },
  }
  const { body } = await ask(0, options, Buffer.from(JSON.stringify({ input, as: 'admin', password })))
  const answer = JSON.parse(body.toString('utf8')) as { readonly ok: boolean; readonly value: Record<string, unknown> }
  if (!answer.ok) throw new Error(`${path}: ${body.toString('utf8')}`)
  return answer
}

const sessionOf = async (dataDir: string): Promise<string> =>
  String((await call(dataDir, 'session.me', {})).value['token'])

describe('S14 who may come in', () => {
  it('S14 the token works once, for one browser; everybody else is told where to look', async () => {
    const host = await runHost(folder())
    expect((await ask(host.port, { path: '/' })).status).toBe(403)
    expect((await ask(host.port, { path: '/?t=wrong' })).status).toBe(403)
    expect((await ask(host.port, { path: `/?t=${host.token}`, method: 'HEAD' })).status).toBe(403)
    const first = await ask(host.port, { path: `/?t=${host.token}` })
    expect(first).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
    const [cookie = ''] = first.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const refused = await ask(host.port, { path: `/?t=${host.token}` })
    expect(refused.status).toBe(403)
    expect(refused.body.toString('utf8')).toContain('Open the program at the address')
    const name = must(cookie.split(';')[0], 'a cookie')
    expect((await ask(host.port, { path: '/', headers: { cookie: name } })).status).toBe(200)
    expect((await ask(host.port, { path: '/', headers: { cookie: `${name}x` } })).status).toBe(403)
  })

  it('S14 another Host or Origin is refused even with the cookie, on pages, files and sockets', async () => {
    const host = await runHost(folder())
    const cookie = await enter(host)
    const status = async (headers: Record<string, string>, path = '/') =>
      (await ask(host.port, { path, headers: { cookie, ...headers } })).status
    const own = `http://127.0.0.1:${host.port}`
    expect(await status({ origin: own })).toBe(200)
    expect(await status({ host: `evil.example:${host.port}` })).toBe(403)
    expect(await status({ host: '127.0.0.1' })).toBe(403)
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${host.port}`,
      `${own}.evil.example`,
      'http://127.0.0.1:1',
    ]) {
      expect(await status({ origin })).toBe(403)
      expect(await status({ origin }, '/files/t/aaaaaaaaaaaaaaaaaaaaaaaa')).toBe(403)
      expect(await openSocket(host, { cookie, origin })).toBe('refused')
    }
    expect(await openSocket(host, { origin: own })).toBe('refused')
    expect(await openSocket(host, { cookie, origin: own }, '/other')).toBe('refused')
    expect(await openSocket(host, { cookie, origin: own })).toBe('open')
  })

  it('S14 it listens on loopback only', async () => {
    const host = await runHost(folder())
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
    )
    for (const { address } of others) expect(await canConnect(address, host.port)).toBe(false)
    expect(await canConnect('127.0.0.1', host.port)).toBe(true)
  })

  it('S14 pages carry the policy; nothing outside of the window’s folder is served, and nothing is written', async () => {
    const host = await runHost(folder())
    const cookie = await enter(host)
    const get = (path: string, method = 'GET') => ask(host.port, { path, method, headers: { cookie } })
    const page = await get('/')
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/)
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
    const head = await get('/', 'HEAD')
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': page.headers['content-length'] } })
    expect(head.body).toHaveLength(0)
    for (const path of [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/%00',
      '/%',
      '/assets',
    ]) {
      expect((await get(path)).status).toBe(404)
    }
    expect((await get('/', 'POST')).status).toBe(405)
    expect((await get('/call/setup/status', 'POST')).status).toBe(405)
  })
})

describe('C-05 files by way of the host', () => {
  it('C-05 a large file is streamed in, and read back whole, in parts and as headers only', async () => {
    const dataDir = await officeFolder()
    const host = await runHost(dataDir)
    const cookie = await enter(host)
    const session = await sessionOf(dataDir)
    const size = 40 * 1024 * 1024
    const before = residentBytes(must(host.process.pid, 'a started process has an id'))
    const put = await ask(
      host.port,
      { method: 'PUT', path: '/files/uploads?name=large.bin', headers: { cookie, 'x-insaf-session': session } },
      bytesOf(size),
    )
    expect(put.status).toBe(200)
    expect(JSON.parse(put.body.toString('utf8'))).toMatchObject({ ok: true, value: { size, name: 'large.bin' } })
    expect(residentBytes(must(host.process.pid, 'a started process has an id')) - before).toBeLessThan(size)
    const { value } = JSON.parse(put.body.toString('utf8')) as { readonly value: { readonly upload: string } }
    await readBack(host.port, cookie, { path: await attached(dataDir, value.upload), size })
    const stranger = await ask(
      host.port,
      { method: 'PUT', path: '/files/uploads?name=x', headers: { cookie } },
      bytesOf(size),
    )
    expect(stranger.status).toBe(401)
    expect((await ask(host.port, { path: '/files/t/aaaaaaaaaaaaaaaaaaaaaaaa', headers: { cookie } })).status).toBe(404)
    expect((await ask(host.port, { path: '/files/../call/setup/status', headers: { cookie } })).status).toBe(404)
  })

  it('C-05 an upload that breaks off half-way leaves the host and the core in good order', async () => {
    const dataDir = await officeFolder()
    const host = await runHost(dataDir)
    const cookie = await enter(host)
    const session = await sessionOf(dataDir)
    const headers = { cookie, 'x-insaf-session': session, 'content-length': '1000000' }
    const broken = new Readable({ read() {} })
    broken.push(Buffer.alloc(50_000))
    const sent = ask(
      host.port,
      { method: 'PUT', path: '/files/uploads?name=half.bin', headers, agent: false },
      broken,
    ).catch((error: Error) => error)
    const cut = connect(host.port, '127.0.0.1')
    cut.write(
      `PUT /files/uploads?name=cut.bin HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nX-Insaf-Session: ${session}\r\nContent-Length: 1000000\r\n\r\nabc`,
    )
    await new Promise((done) => setTimeout(done, 100))
    cut.destroy()
    expect((await ask(host.port, { path: '/', headers: { cookie } })).status).toBe(200)
    expect((await call(dataDir, 'system.health', {})).value).toMatchObject({ cases: 0 })
    await host.stop()
    expect(await sent).toBeDefined()
  })
})

describe('S1 S12 starting, ending and being killed', () => {
  it('S1 a killed core is started again behind the same address', async () => {
    const dataDir = await officeFolder()
    const host = await runHost(dataDir)
    const cookie = await enter(host)
    const before = host.corePid()
    process.kill(before, 'SIGKILL')
    await expect
      .poll(
        () =>
          ask(host.port, { path: '/files/t/aaaaaaaaaaaaaaaaaaaaaaaa', headers: { cookie } }).then(
            ({ status }) => status,
          ),
        { timeout: 10_000 },
      )
      .toBe(404)
    expect(host.corePid()).not.toBe(before)
    expect((await call(dataDir, 'session.me', {})).value).toMatchObject({ user: { username: 'admin' } })
    expect(host.errors()).toContain('was started again')
  })

  it('S12 a second start on the same folder names the process that holds it, also before set-up', async () => {
    for (const dataDir of [folder(), await officeFolder()]) {
      const host = await runHost(dataDir)
      const second = spawnHost(dataDir)
      expect(await second.ended).toBe(2)
      expect(second.output()).toBe('')
      expect(second.errors()).toContain(`(process ${host.corePid()})`)
      expect(second.errors()).toContain(`(رقم العملية ${host.corePid()})`)
    }
  })

  it('S12 it prints one line, and SIGTERM or SIGINT end it in good order', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const dataDir = await officeFolder()
      const host = await runHost(dataDir)
      const core = host.corePid()
      expect(await host.stop(signal)).toBe(0)
      expect(host.output()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?t=[\w-]{32}\n$/)
      expect(host.errors()).toBe('')
      expect(isAlive(core)).toBe(false)
      const again = await openCore({ dataDir, background: false })
      expect(again.ok).toBe(true)
      if (again.ok) await again.value.close()
    }
  })

  it('S12 a host that is killed takes its core with it, and the folder opens again', async () => {
    const dataDir = await officeFolder()
    const host = await runHost(dataDir)
    const core = host.corePid()
    await host.stop('SIGKILL')
    await expect.poll(() => isAlive(core), { timeout: 10_000 }).toBe(false)
    const next = await runHost(dataDir)
    expect(next.port).toBeGreaterThan(0)
  })

  it('S12 a port that is taken, or none, is said in plain words', async () => {
    const host = await runHost(folder())
    const taken = spawnHost(folder(), ['--port', String(host.port)])
    expect(await taken.ended).toBe(2)
    expect(taken.errors()).toContain(`Port ${host.port} is taken`)
    const none = spawnHost(folder(), ['--port', 'http'])
    expect(await none.ended).toBe(2)
    expect(none.errors()).toContain('Not a port: http')
  })

  it('C-02 an empty folder waits for set-up', async () => {
    const dataDir = folder()
    await runHost(dataDir)
    const { body } = await ask(
      0,
      { socketPath: socketPath(dataDir), method: 'POST', path: '/call/setup/status' },
      Buffer.from('{"input":{},"as":null,"password":null}'),
    )
    expect(JSON.parse(body.toString('utf8'))).toMatchObject({ ok: true, value: { kind: 'empty' } })
  })
})

/** Route of an upload once a case has it. */
async function attached(dataDir: string, upload: string): Promise<string> {
  const form = {
    type: 'inquiry',
    channel: 'walk_in',
    subject: 'ملف كبير',
    text: 'مرفق كبير.',
    person: { kind: 'new', details: { given: 'فهد', mobile: '0551234567' } },
  }
  const made = await call(dataDir, 'intake.register', { ...form, uploads: [upload] })
  const seen = await call(dataDir, 'cases.get', { case: made.value['reference'] })
  return must((seen.value['files'] as readonly { readonly url: string }[])[0], 'the case has its file').url
}

/** Whole, in parts and as headers only; every byte is a 7. */
async function readBack(port: number, cookie: string, { path, size }: { path: string; size: number }): Promise<void> {
  const get = (headers: Record<string, string> = {}, method = 'GET') =>
    ask(port, { path, method, headers: { cookie, ...headers } })
  const head = await get({}, 'HEAD')
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(size), 'accept-ranges': 'bytes' } })
  expect(head.body).toHaveLength(0)
  const whole = await get()
  expect(whole.body).toHaveLength(size)
  expect(whole.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  const part = await get({ range: `bytes=${size - 3}-` })
  expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes ${size - 3}-${size - 1}/${size}` } })
  expect([...part.body]).toEqual([7, 7, 7])
  expect((await get({ range: `bytes=${size}-` })).status).toBe(416)
}

function openSocket(host: RunningHost, headers: Record<string, string>, path = '/rpc'): Promise<'open' | 'refused'> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers })
  return new Promise((done) => {
    socket.once('open', () => {
      socket.terminate()
      done('open')
    })
    socket.once('error', () => done('refused'))
  })
}

function canConnect(address: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: address, port, timeout: 1000 })
    const end = (is: boolean): void => {
      socket.destroy()
      done(is)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

const mebibyte = Buffer.alloc(1024 * 1024, 7)

const bytesOf = (size: number): Readable =>
  Readable.from(Array.from({ length: size / mebibyte.length }, () => mebibyte))

function residentBytes(pid: number): number {
  // Pages of 4 KB, the second number.
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // No such process.
    return false
  }
}
