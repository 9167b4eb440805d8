/**
 * `node scripts/record-wire.ts`: what a machine of this version says to a server, written to `test/data/wire-N.json`, N the
 * version of the wire. Run once at a release; a later server must still understand it (SYNC-VER-1). A stand-alone office
 * with some work goes up, works on, and asks what a machine asks.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { startServer } from '#test/bench/sync/server-process.ts'
import { phoneForm } from '#test/support/phone-form.ts'

interface Said {
  readonly method: string
  readonly path: string
  readonly type: string | null
  /** Base64. */
  readonly body: string
}

const root = join(import.meta.dirname, '..')
const place = mkdtempSync(join(tmpdir(), 'insaf-record-'))
const said: Said[] = []

async function passOn(target: string, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body = await buffer(asked)
  const { method = 'GET', url: path = '/', headers } = asked
  said.push({ method, path, type: headers['content-type'] ?? null, body: body.toString('base64') })
  const there = request(`${target}${path}`, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 500, response.headers)
    response.pipe(answer)
  })
  there.end(body)
}

const server = await startServer(join(place, 'server'), null)
await server.admin('office', 'add', 'IRB', 'مكتب إربد', '--country', 'JO')
const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(await server.admin('device', 'invite', '--office', 'IRB'))?.[0]
const recorder = createServer((asked, answer) => void passOn(server.address, asked, answer))
await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`

const opened = await openCore({ dataDir: join(place, 'office'), background: false })
if (!opened.ok) throw new Error(opened.refusal.code)
const core = opened.value
const connection = newConnection('cli')
async function call<T>(path: string, input: object = {}): Promise<T> {
  const answer = await core.call(path, input, connection)
  if (!answer.ok) throw new Error(`${path}: ${answer.error.code} ${answer.error.en}`)
  return answer.value as T
}

await call('setup.create', {
  office: 'IRB',
  nameAr: 'مكتب إربد',
  nameEn: 'Irbid office',
  country: 'JO',
  adminUsername: 'admin',
  adminName: 'مدير المكتب',
  password: 'correct horse 1',
  practice: false,
})
await core.signInAs(connection, 'admin', null)
const department = await call<{ id: string }>('admin.setUnit', {
  kind: 'department',
  code: 'WATER',
  name: { ar: 'دائرة المياه', en: 'Water department' },
  parent: 'office-irb',
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
})
const work = async (subject: string): Promise<void> => {
  const { reference } = await call<{ reference: string }>('intake.register', phoneForm({ subject }))
  await call('desk.addNote', { case: reference, text: 'اتصل المشتكي.' })
  await call('triage.accept', { case: reference })
  const kinds = { service: 'special.permits', complexity: 'routine', importance: 'medium', procedure: 'processing' }
  await call('triage.classify', { case: reference, ...kinds, priority: null })
  await call('referral.refer', { case: reference, referrals: [{ department: department.id, text: 'للإفادة' }] })
}
for (const subject of ['انقطاع المياه', 'تأخر رخصة', 'سوء معاملة']) await work(subject)
await call('sync.join', { url, code })
await work('بعد الانضمام')
await call('sync.now')
await core.close()
recorder.close()
await server.stop()
const file = join(root, 'test/data', `wire-${wireVersion}.json`)
writeFileSync(file, `${JSON.stringify({ wire: wireVersion, cases: 4, said }, null, 1)}\n`)
rmSync(place, { recursive: true, force: true })
console.log(`${file}: ${said.length} requests`)
process.exit(0)
