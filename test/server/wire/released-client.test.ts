import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deviceScheme } from '#shared/contract/wire/contract.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* What machines of released versions said (`scripts/record-wire.ts`), said again to today's server. */
interface Recorded {
  readonly wire: number
  readonly cases: number
  readonly said: readonly {
    readonly method: string
    readonly path: string
    readonly type: string | null
    readonly body: string
  }[]
}

const data = join(import.meta.dirname, '../../data')
const recorded = readdirSync(data)
  .filter((name) => /^wire-\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(join(data, name), 'utf8')) as Recorded)

interface Answered {
  readonly path: string
  readonly status: number
  readonly json: Readonly<Record<string, unknown>> | null
  readonly bytes: number
}

let server: TestServer
let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'insaf-released-'))
  server = await startTestServer(folder)
}, serverPatience)
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function saidAgain({ said }: Recorded): Promise<readonly Answered[]> {
  await administer(server, 'office add', { code: 'IRB', name: 'مكتب إربد', country: 'JO' })
  const { code } = await administer<{ code: string }>(server, 'device invite', {
    unit: { kind: 'office', code: 'IRB' },
  })
  const answers: Answered[] = []
  let credential = ''
  for (const { method, path, type, body } of said) {
    const isEnrolment = path.endsWith('/device/enrol')
    const bytes = Buffer.from(body, 'base64')
    // The one-time code is of this server; everything else is byte for byte what was said.
    const sent = isEnrolment ? JSON.stringify({ ...(JSON.parse(bytes.toString()) as object), code }) : bytes
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { ...(type === null ? {} : { 'content-type': type }), authorization: `${deviceScheme} ${credential}` },
      body: method === 'GET' ? null : sent,
    })
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    const answer = Buffer.from(await response.arrayBuffer())
    const json = isJson ? (JSON.parse(answer.toString()) as Record<string, unknown>) : null
    if (isEnrolment) credential = String(json?.['credential'])
    answers.push({ path, status: response.status, json, bytes: answer.length })
  }
  return answers
}

describe('machines of released versions', () => {
  it('are there', () => expect(recorded.map(({ wire }) => wire)).toEqual([1, 2]))

  it.each(recorded)(
    'SYNC-VER-1 wire $wire: today’s server takes all that it sends, and answers',
    async (version) => {
      const answers = await saidAgain(version)
      expect(answers.map(({ path, status }) => [path, status])).toEqual(answers.map(({ path }) => [path, 200]))
      const outcomes = answers.flatMap(({ json }) => (json?.['outcomes'] ?? []) as { outcome: { kind: string } }[])
      expect(outcomes.length).toBeGreaterThan(version.cases * 4)
      expect(new Set(outcomes.map(({ outcome }) => outcome.kind))).toEqual(new Set(['accepted']))
      const pulled = answers.filter(({ path }) => path.includes('/sync/pull?feed=office'))
      expect(Math.min(...pulled.map(({ bytes }) => bytes))).toBeGreaterThan(500)
    },
    serverPatience,
  )
})
