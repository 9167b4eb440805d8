import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ListView } from '#shared/contract/desktop/admin.ts'
import type { MovedCase } from '#shared/contract/desktop/cases.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { must } from '#shared/lib/assert.ts'
import { entryWords } from '#renderer/parts/entry-words.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* Who registered a case still finds it by its number when another unit has it (G-07). */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const units = {
  RYD: { kind: 'office', code: 'RYD' },
  JED: { kind: 'office', code: 'JED' },
  CENTRAL: { kind: 'central' },
} as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'RYD', name: 'مكتب الرياض', country: 'JO' })
  await administer(server, 'department add', { code: 'WATER', name: 'دائرة المياه', offices: ['RYD'] })
  await administer(server, 'office add', { code: 'JED', name: 'مكتب جدة', country: 'JO' })
  for (const [code, unit] of Object.entries(units)) {
    const username = code.toLowerCase()
    const user = { username, name: `موظف ${code}`, password: testPassword, language: 'ar', groups: ['office_owner'] }
    await administer(server, 'user add', { ...user, unit })
  }
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(code: keyof typeof units): Promise<TestOffice> {
  const invited = await administer<{ code: string }>(server, 'device invite', { unit: units[code] })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code: invited.code }, '')
  return machine
}

interface Found {
  readonly total: number
  readonly moved: MovedCase | null
}

interface Preview {
  readonly model: { readonly cover: { readonly scope: { readonly lines: readonly string[] } } }
}

const find = (machine: TestOffice, text: string): Promise<Found> => machine.call<Found>('cases.search', { text }, 'ryd')

const awayFrom = (machine: TestOffice, user = 'ryd') =>
  machine.call<{ readonly total: number; readonly lines: readonly MovedCase[] }>('cases.movedAway', {}, user)

const sync = async (...machines: readonly TestOffice[]): Promise<void> => {
  for (const machine of machines) await machine.call('sync.now', {}, '')
}

it(
  'G-07 SYNC-FEED-11 a case that was moved away is found by its number in each way it is typed, stands in a list, also on a machine that joins later, until it comes back',
  async () => {
    const [riyadh, jeddah, centre] = [await joined('RYD'), await joined('JED'), await joined('CENTRAL')]
    const { reference } = await riyadh.call<{ reference: string }>('intake.register', phoneForm(), 'ryd')
    const move = async (machine: TestOffice, user: string, unit: string) => {
      await machine.call('triage.moveToUnit', { case: reference, unit, note: 'للاختصاص' }, user)
      await sync(machine, riyadh, jeddah, centre)
    }
    await sync(riyadh, centre)
    expect(await find(riyadh, reference)).toMatchObject({ total: 1, moved: null })
    await move(riyadh, 'ryd', 'central')
    await move(centre, 'central', 'office-jed')
    const moved = { reference, unit: { id: 'office-jed', name: { ar: 'مكتب جدة', en: 'مكتب جدة' } } }
    const later = await joined('RYD')
    await sync(later)
    const end = reference.split('-').slice(2).join('-')
    for (const machine of [riyadh, later])
      for (const text of [reference, reference.toLowerCase(), reference.slice(0, -2), end])
        expect([text, await find(machine, text)]).toMatchObject([text, { total: 0, moved }])
    const [line] = (await awayFrom(riyadh)).lines
    expect(line).toEqual({ ...moved, registeredAt: line?.registeredAt, movedAt: line?.movedAt })
    expect(await awayFrom(jeddah, 'jed')).toEqual({ total: 0, lines: [] })
    expect(await awayFrom(centre, 'central')).toEqual({ total: 0, lines: [] })
    // Among the received of the office that registered it the case is missing: that is said, and of no other period.
    const board = (machine: TestOffice, user: string) =>
      machine.call<{ readonly movedAway: number }>('reports.dashboard', { departments: [] }, user)
    expect(await board(riyadh, 'ryd')).toMatchObject({ movedAway: 1 })
    expect(await board(jeddah, 'jed')).toMatchObject({ movedAway: 0 })
    const scopeOf = async (year: number) => {
      const report = { ...thisQuarter(), year, asOf: undefined, language: 'en' }
      const { model } = await riyadh.call<Preview>('reports.preview', report, 'ryd')
      return model.cover.scope.lines.join('\n')
    }
    const { year } = thisQuarter()
    const said = reportNotes.movedAway.en.split('{count}')[0]
    expect(await scopeOf(year)).toContain(`${said}1.`)
    expect(await scopeOf(year - 1)).not.toContain(said)
    await move(jeddah, 'jed', 'central')
    await move(centre, 'central', 'office-ryd')
    expect(await find(riyadh, reference)).toMatchObject({ total: 1, moved: null })
    expect(await awayFrom(riyadh)).toEqual({ total: 0, lines: [] })
    expect(await awayFrom(jeddah, 'jed')).toMatchObject({
      total: 1,
      lines: [{ reference, unit: { id: 'office-ryd' } }],
    })
  },
  serverPatience,
)

it(
  'G-07 SYNC-FEED-12 of a case that was moved here everybody who acted on it has a name: people and departments of the office that had it, and the office itself',
  async () => {
    const [riyadh, jeddah, centre] = [await joined('RYD'), await joined('JED'), await joined('CENTRAL')]
    const { reference } = await riyadh.call<{ reference: string }>('intake.register', phoneForm(), 'ryd')
    const of = { case: reference }
    await riyadh.call('triage.accept', of, 'ryd')
    await riyadh.call('triage.classify', { ...of, ...classes }, 'ryd')
    const referrals = [{ department: 'department-water', text: 'للنظر والإفادة', files: [] }]
    await riyadh.call('referral.refer', { ...of, referrals }, 'ryd')
    await riyadh.call('triage.moveToUnit', { ...of, unit: 'central', note: 'للاختصاص' }, 'ryd')
    await sync(riyadh, centre)
    await centre.call('triage.moveToUnit', { ...of, unit: 'office-jed', note: 'للاختصاص' }, 'central')
    await sync(centre, jeddah)
    const view = await jeddah.call<CaseView>('cases.get', of, 'jed')
    expect(new Set(view.timeline.map(({ actor }) => actor.name.ar))).toEqual(new Set(['موظف RYD', 'موظف CENTRAL']))
    expect(view.referrals.map(({ department }) => department.name.ar)).toEqual(['دائرة المياه'])
    expect(view.units.map(({ name }) => name.ar)).toEqual(['مكتب الرياض', 'الوحدة المركزية', 'مكتب جدة'])
    // Names, and no records: nobody of Riyadh can be given work here.
    const users = await jeddah.call<readonly { username: string }[]>('admin.users', {}, 'jed')
    expect(users.map(({ username }) => username)).not.toContain('ryd')
  },
  serverPatience,
)

it(
  'S19 SYNC-FEED-10 a complainant who came along with a moved case is forgotten by the unit that recorded him or by one above, not where the case is now; seed 2642',
  async () => {
    const [riyadh, jeddah, centre] = [await joined('RYD'), await joined('JED'), await joined('CENTRAL')]
    const { reference } = await riyadh.call<{ reference: string }>('intake.register', phoneForm(), 'ryd')
    const of = { case: reference }
    await riyadh.call('triage.moveToUnit', { ...of, unit: 'central', note: 'للاختصاص' }, 'ryd')
    await sync(riyadh, centre)
    await centre.call('triage.moveToUnit', { ...of, unit: 'office-jed', note: 'للاختصاص' }, 'central')
    await sync(centre, jeddah)
    await jeddah.call('triage.withdraw', { ...of, note: '' }, 'jed')
    await sync(jeddah, centre)
    const { person } = await jeddah.call<CaseView>('cases.get', of, 'jed')
    const forget = { id: person?.id, reason: 'request' }
    await expect(jeddah.call('people.forget', forget, 'jed')).rejects.toThrow('person-of-other-unit')
    await centre.call('people.forget', forget, 'central')
    await sync(centre, jeddah)
    const { counts } = await centre.call<{ counts: { refused: number } }>('sync.status', {}, 'central')
    expect(counts.refused).toBe(0)
    const after = await jeddah.call<CaseView>('cases.get', of, 'jed')
    expect(after.person).toBeNull()
  },
  serverPatience,
)

const asked = { kind: 'quarterly', language: 'ar' } as const
const thisQuarter = () => {
  const now = new Date()
  const quarter = Math.floor(now.getUTCMonth() / 3) + 1
  return { ...asked, year: now.getUTCFullYear(), quarter, asOf: now.toISOString() }
}

it(
  'G-07 G-03 entries that an office made for itself have their names above it, and where its case was moved it is said that they are another’s: page, list and report; no bare code',
  async () => {
    const [riyadh, jeddah, centre] = [await joined('RYD'), await joined('JED'), await joined('CENTRAL')]
    const [channel, service] = ['الكشك الذاتي', 'رخصة المحاجر']
    const lists = await riyadh.call<readonly ListView[]>('admin.lists', {}, 'ryd')
    const entryOf = (list: ListName, code: string) =>
      lists.find((view) => view.list === list)?.entries.find((entry) => entry.code === code)
    const kiosk = { ...entryOf('channels', 'phone'), code: 'kiosk', labels: { ar: channel, en: 'Kiosk' } }
    await riyadh.call('admin.setEntry', kiosk, 'ryd')
    const quarry = { parent: 'general', code: 'quarries', labels: { ar: service, en: 'Quarries' } }
    const { attributes, ...general } = must(entryOf('services', 'general'), 'a root')
    const under = { ...attributes, parent: quarry.parent }
    await riyadh.call('admin.setEntry', { ...general, ...quarry, attributes: under }, 'ryd')
    const form = phoneForm({ channel: 'kiosk' })
    const { reference } = await riyadh.call<{ reference: string }>('intake.register', form, 'ryd')
    const of = { case: reference }
    await riyadh.call('triage.accept', of, 'ryd')
    await riyadh.call('triage.classify', { ...of, ...classes, service: 'quarries' }, 'ryd')
    await riyadh.call('triage.moveToUnit', { ...of, unit: 'central', note: 'للاختصاص' }, 'ryd')
    await sync(riyadh, centre)
    await centre.call('triage.moveToUnit', { ...of, unit: 'office-jed', note: 'للاختصاص' }, 'central')
    await sync(centre, jeddah)
    const seen = async (machine: TestOffice, user: string) => {
      const { line } = await machine.call<CaseView>('cases.get', of, user)
      const views = await machine.call<readonly ListView[]>('admin.lists', {}, user)
      const called = entryWords(views)
      const preview = await machine.call<{ model: unknown }>('reports.preview', thisQuarter(), user)
      // What a number opens is no text.
      const report = JSON.stringify(preview.model, (key, value: unknown) => (key === 'figure' ? undefined : value))
      return {
        line: [line.channel.name.ar, line.service?.name.ar],
        page: [called('channels', 'kiosk').ar, called('services', 'quarries').ar],
        told: (word: string | undefined) => word !== undefined && report.includes(word),
        isBare: /"(kiosk|quarries|– quarries)"/u.test(report),
      }
    }
    const names = [channel, service]
    const above = await seen(centre, 'central')
    expect(above).toMatchObject({ line: names, page: names, isBare: false })
    const phrases = ['kiosk', 'quarries'].map((code) => `بند من مكتب آخر: \u2068${code}\u2069`)
    const now = await seen(jeddah, 'jed')
    expect(now).toMatchObject({ line: phrases, page: phrases, isBare: false })
    expect([names.map(above.told), phrases.map(now.told)]).toEqual([
      [true, true],
      [true, true],
    ])
  },
  serverPatience,
)

const classes = {
  service: null,
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  importanceReason: '',
  priority: null,
  priorityReason: '',
}
