import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Card, FigureView, OfficeRow } from '#shared/contract/desktop/reports.ts'
import { must } from '#shared/lib/assert.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* The central unit reports on all offices or on one, an office on itself alone (N-05, B-32). */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const units = {
  AMM: { kind: 'office', code: 'AMM' },
  ZRQ: { kind: 'office', code: 'ZRQ' },
  CENTRAL: { kind: 'central' },
} as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  await administer(server, 'office add', { code: 'ZRQ', name: 'مكتب الزرقاء', country: 'JO' })
  for (const [code, unit] of Object.entries(units)) {
    const username = code.toLowerCase()
    const user = { username, name: username, password: testPassword, language: 'ar', groups: ['office_owner'] }
    await administer(server, 'user add', { ...user, unit })
  }
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Preview {
  readonly figures: readonly FigureView[]
  readonly model: { readonly cover: { readonly scope: { readonly lines: readonly string[] } } }
}

async function joined(code: keyof typeof units): Promise<TestOffice> {
  const invited = await administer<{ code: string }>(server, 'device invite', { unit: units[code] })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code: invited.code }, '')
  return machine
}

const counted = ({ figures }: Preview, code: string): number | null =>
  figures.find((figure) => figure.code === code && figure.by === undefined)?.value ?? null

it(
  'N-05 B-32 the central unit’s report names every office and counts all or one of them, as that office counts itself; an office reports on no other',
  async () => {
    const [amman, zarqa, centre] = [await joined('AMM'), await joined('ZRQ'), await joined('CENTRAL')]
    for (let made = 0; made < 2; made++) await amman.call('intake.register', phoneForm(), 'amm')
    await zarqa.call('intake.register', phoneForm(), 'zrq')
    for (const each of [amman, zarqa, centre]) await each.call('sync.now', {}, '')
    const now = new Date()
    const quarter = Math.floor(now.getUTCMonth() / 3) + 1
    const asked = { kind: 'quarterly', year: now.getUTCFullYear(), quarter, asOf: now.toISOString(), language: 'en' }
    const report = (machine: TestOffice, as: string, office?: string) =>
      machine.call<Preview>('reports.preview', { ...asked, office }, as)
    const whole = await report(centre, 'central')
    expect(counted(whole, 'P6.received')).toBe(3)
    expect(JSON.stringify(whole.model)).toMatch(/مكتب عمّان.*had arrived by.*مكتب الزرقاء.*had arrived by/s)
    const byOffice = whole.figures.filter(({ code, by }) => code === 'P6.received' && by?.['office'] !== undefined)
    expect(byOffice.map(({ by, value }) => [by?.['office'], value])).toEqual(
      expect.arrayContaining([
        ['AMM', 2],
        ['ZRQ', 1],
      ]),
    )
    // The central unit has no case of its own, and no row of zeros.
    expect(byOffice).toHaveLength(2)
    const zarqas = await centre.call<readonly unknown[]>(
      'reports.casesOf',
      { ...asked, code: 'P6.received', by: { office: 'office-zrq' } },
      'central',
    )
    expect(zarqas).toHaveLength(1)
    const one = await report(centre, 'central', 'office-amm')
    expect(counted(one, 'P6.received')).toBe(2)
    expect(JSON.stringify(one.model)).not.toContain('مكتب الزرقاء')
    expect(one.figures).toEqual((await report(amman, 'amm')).figures)
    expect(counted(await report(centre, 'central', 'office-zrq'), 'P6.received')).toBe(1)
    expect(await amman.refused('reports.preview', { ...asked, office: 'office-zrq' }, 'amm')).toBe('not-found')
    const offices = await centre.call<readonly { id: string }[]>('reports.offices', {}, 'central')
    expect(offices.map(({ id }) => id).toSorted()).toEqual(['central', 'office-amm', 'office-zrq'])
    expect(await amman.call('reports.offices', {}, 'amm')).toMatchObject([{ id: 'office-amm' }])
    const issued = { ...asked, office: 'office-amm', issue: { reason: '' } }
    expect(await centre.refused('reports.start', issued, 'central')).toBe('report-of-one-office')
  },
  serverPatience,
)

it(
  'R-08 B-32 two machines that count different figures for the strictly confidential say so: whose user is named counts them, the central unit does not',
  async () => {
    const [amman, centre] = [await joined('AMM'), await joined('CENTRAL')]
    const asked = { kind: 'quarterly', year: new Date().getUTCFullYear(), quarter: 1, language: 'en' }
    const scopeOf = async (machine: TestOffice, as: string, office?: string) =>
      (await machine.call<Preview>('reports.preview', { ...asked, office }, as)).model.cover.scope.lines
    await amman.call('session.me', {}, 'amm')
    await amman.call('sync.now', {}, '')
    expect(await scopeOf(amman, 'amm')).toContain(reportNotes.strictNone.en)
    const { user } = await amman.call<{ user: { id: string } }>('session.me', {}, 'amm')
    await amman.call('intake.register', { ...phoneForm(), confidentiality: 'strict', namedUsers: [user.id] }, 'amm')
    for (const each of [amman, centre]) await each.call('sync.now', {}, '')
    expect(await scopeOf(amman, 'amm')).toContain(reportNotes.strictNamed.en)
    expect(await scopeOf(centre, 'central')).toContain(reportNotes.strictNone.en)
    expect(await scopeOf(centre, 'central', 'office-amm')).toContain(reportNotes.strictNone.en)
  },
  serverPatience,
)

interface Board {
  readonly cards: readonly Card[]
  readonly offices: readonly { readonly id: string }[]
  readonly byOffice: readonly OfficeRow[]
  readonly strict: string
}

it(
  'N-05 K-06 the central unit’s dashboard has a row for each office, whose counts and queues sum to the whole, and shows one of them as that office sees itself',
  async () => {
    const [amman, zarqa, centre] = [await joined('AMM'), await joined('ZRQ'), await joined('CENTRAL')]
    await zarqa.call('intake.register', phoneForm(), 'zrq')
    for (const each of [amman, zarqa, centre]) await each.call('sync.now', {}, '')
    const board = (machine: TestOffice, as: string, asked: object = {}) =>
      machine.call<Board>('reports.dashboard', { departments: [], ...asked }, as)
    const open = ({ cards }: Board) => cards.find(({ code }) => code === 'K7a.overdue')?.beside
    const all = await board(centre, 'central')
    expect(all.offices.map(({ id }) => id).toSorted()).toEqual(['central', 'office-amm', 'office-zrq'])
    expect(all.byOffice.map(({ office }) => office.id).toSorted()).toEqual(['office-amm', 'office-zrq'])
    const received = all.byOffice.map(({ figures }) => figures.find(({ figure }) => figure.code === 'P6.received'))
    expect(received.map((each) => each?.cases.length)).toEqual(received.map((each) => each?.figure.value))
    const openIn = all.byOffice.map(({ figures }) => figures.find(({ figure }) => figure.code === 'K7a'))
    expect(openIn.reduce((sum, each) => sum + (each?.figure.value ?? 0), 0)).toBe(open(all)?.figure.value)
    const one = await board(centre, 'central', { office: 'office-zrq' })
    const own = await board(zarqa, 'zrq')
    expect(open(one)?.figure.value).toBeGreaterThan(0)
    expect(one.cards).toEqual(own.cards)
    expect([one.byOffice, own.byOffice, own.offices]).toEqual([[], [], []])
    expect(one.strict).toBe('none')
    const counts = (asked: object = {}) =>
      centre.call<Readonly<Record<string, number>>>('cases.counts', asked, 'central')
    const [whole, ammans, zarqas] = [
      await counts(),
      await counts({ office: 'office-amm' }),
      await counts({ office: 'office-zrq' }),
    ]
    expect(zarqas['to_triage']).toBe(open(one)?.figure.value)
    expect(zarqas['all']).toBeLessThan(whole['all'] ?? 0)
    for (const [queue, count] of Object.entries(whole))
      expect((ammans[queue] ?? 0) + (zarqas[queue] ?? 0), queue).toBe(count)
    const listed = { queue: 'to_triage', filter: { office: ['office-zrq'] } }
    expect(await centre.call('cases.queue', listed, 'central')).toMatchObject({ total: zarqas['to_triage'] })
    expect(await zarqa.call('cases.counts', { office: 'office-amm' }, 'zrq')).toMatchObject({ all: 0 })
    const month = must(one.cards[1]?.trend.at(-1), 'the month that runs').label
    const asked = { departments: [], code: 'K7a.overdue', month }
    for (const of of [{}, { office: 'office-zrq' }])
      expect(await centre.call('reports.casesOfMonth', { ...asked, ...of }, 'central')).toEqual([])
    const other = { departments: [], office: 'office-amm' }
    expect(await zarqa.refused('reports.dashboard', other, 'zrq')).toBe('not-found')
    expect(await zarqa.refused('reports.casesOfMonth', { ...asked, office: 'office-amm' }, 'zrq')).toBe('not-found')
  },
  serverPatience,
)
