import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openServer } from '#server/open-server.ts'
import { serve } from '#server/server.ts'
import { silentJournal } from '#server/system-ports.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'

const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
const made = spawnSync('openssl', [...asked, ...subject, '-keyout', key, '-out', cert])

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(made.status !== 0)('TLS', () => {
  test('S14 with a certificate the server speaks TLS and nothing else', async () => {
    await copyEmptyStore(join(folder, 'store'))
    const opened = await openServer({ folder, databaseUrl: null, journal: silentJournal })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const tls = { cert: readFileSync(cert), key: readFileSync(key) }
    const running = await serve(opened.value, { host: '127.0.0.1', port: 0, tls })
    try {
      expect(running.address).toMatch(/^https:/)
      const status = await new Promise<number | undefined>((done, failed) => {
        const call = request(`${running.address}/health`, { ca: tls.cert }, (answer) => done(answer.statusCode))
        call.on('error', failed)
        call.end()
      })
      expect(status).toBe(200)
      await expect(fetch(running.address.replace('https', 'http'))).rejects.toThrow('fetch failed')
    } finally {
      await running.stop()
    }
  })
})
