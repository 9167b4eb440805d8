import { existsSync, truncateSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openCore } from '#core/core.ts'
import { storeFile } from '#core/store/store-file.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { TroubleAnswer } from '#shared/contract/desktop/trouble.ts'
import { must } from '#shared/lib/assert.ts'
import type { RunningHost } from '#test/support/running-host.ts'
import { ask, enter, onceOutput, runHost, spawnHost } from '#test/support/running-host.ts'
import { call, folder, officeFolder } from '#test/support/host-office.ts'

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

  it('S12 the window comes before its core; why a folder cannot be opened is said in it too', async () => {
    const dataDir = await officeFolder()
    truncateSync(storeFile(dataDir), 100)
    const run = spawnHost(dataDir)
    while (!run.output().includes('\n')) await onceOutput(run.child)
    const address = new URL(run.output().trim())
    const host = { port: Number(address.port), token: address.searchParams.get('t') ?? '' }
    const cookie = await enter(host)
    expect((await ask(host.port, { path: '/', headers: { cookie } })).status).toBe(200)
    // Held while the core opens the folder, cut when it cannot.
    expect(await openSocket(host, { cookie, origin: address.origin })).toBe('refused')
    const told = await ask(host.port, { path: '/trouble', headers: { cookie } })
    expect(told.status).toBe(200)
    const reason = TroubleAnswer.parse(JSON.parse(told.body.toString('utf8')))
    expect(reason.en).toContain('damaged')
    expect(await run.ended).toBe(2)
    expect(run.errors()).toBe(`${reason.ar}\n${reason.en}\n`)
  })

  it('S12 a host that is stopped while its core starts ends in good order', async () => {
    const dataDir = await officeFolder()
    const run = spawnHost(dataDir)
    while (!run.output().includes('\n')) await onceOutput(run.child)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false)
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
function openSocket(
  host: Pick<RunningHost, 'port'>,
  headers: Record<string, string>,
  path = '/rpc',
): Promise<'open' | 'refused'> {
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // No such process.
    return false
  }
}
