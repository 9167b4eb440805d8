import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { openOfficeFolder } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
let server: TestServer

beforeAll(async () => {
  server = await startTestServer(folder)
  for (const code of ['IRB', 'AMM']) await administer(server, 'office add', { code, name: `مكتب ${code}` })
}, serverPatience)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Passes all on; in place of the first answer to an enrolment it gives a page of its own. */
async function pageInPlace(target: string, type: string, page: string): Promise<string> {
  const { hostname, port } = new URL(target)
  let left = 1
  const line = createServer((asked, given) => {
    const { method, url, headers } = asked
    const up = request({ hostname, port, method, path: url, headers }, (answer) => {
      if (url?.endsWith('/device/enrol') === true && left > 0) {
        left -= 1
        answer.resume()
        answer.on('end', () => {
          given.writeHead(200, { 'content-type': type })
          given.end(page)
        })
        return
      }
      given.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(given)
    })
    asked.pipe(up)
  })
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    line.closeAllConnections()
    line.close()
  })
  return `http://127.0.0.1:${(line.address() as AddressInfo).port}`
}

it.each([
  ['IRB', 'text/html', '<html>Please wait while your content is scanned</html>'],
  ['AMM', 'application/json', '{}'],
])(
  'SYNC-ENROL-3 S10 an enrolment in place of whose answer a proxy gave a page of its own is tried again by the same code (%s)',
  async (code, type, page) => {
    const { code: invited } = await administer<{ code: string }>(server, 'device invite', {
      unit: { kind: 'office', code },
    })
    const machine = await openOfficeFolder()
    const url = await pageInPlace(server.address, type, page)
    await machine.refused('sync.join', { url, code: invited }, '')
    expect(await machine.call<SyncStatus>('sync.join', { url, code: invited }, '')).toMatchObject({
      link: { kind: 'online' },
    })
    await machine.close()
  },
  serverPatience,
)
