import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { ask, enter, runHost } from '#test/support/running-host.ts'
import { call, officeFolder, sessionOf } from '#test/support/host-office.ts'

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

const mebibyte = Buffer.alloc(1024 * 1024, 7)

const bytesOf = (size: number): Readable =>
  Readable.from(Array.from({ length: size / mebibyte.length }, () => mebibyte))

function residentBytes(pid: number): number {
  // Pages of 4 KB, the second number.
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
}
