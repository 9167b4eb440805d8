import { afterAll, beforeAll, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConflictItem, SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* What two people wrote at two machines without the network: whose text is in force is what everybody reads (N-06, S9). */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const office = { kind: 'office', code: 'AMM' } as const
const water = { kind: 'department', code: 'WATER' } as const
const classes = { service: null, complexity: 'routine', procedure: 'processing', priority: null }

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const user = { username: 'head', name: 'head', unit: office, groups: ['office_owner'], password: testPassword }
  await administer(server, 'user add', { ...user, language: 'ar' })
  await administer(server, 'department add', { code: 'WATER', name: 'دائرة المياه', offices: ['AMM'] })
  const liaison = { username: 'ali', name: 'ali', unit: water, groups: ['liaison'], password: testPassword }
  await administer(server, 'user add', { ...liaison, language: 'ar' })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(unit: object = office): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

const describe_ = (machine: TestOffice, id: string, word: string) =>
  machine.call(
    'triage.describe',
    { case: id, subject: `موضوع ${word}`, text: `نص ${word} الطويل`, language: 'ar' },
    'head',
  )

/** Everything that shows the words of a case to somebody. */
async function shownAt(machine: TestOffice, id: string) {
  const view = await machine.call<CaseView>('cases.get', { case: id }, 'head')
  const { lines } = await machine.call<{ lines: readonly { id: string; subject: string }[] }>(
    'cases.queue',
    { queue: 'all' },
    'head',
  )
  return {
    page: [view.text?.subject, view.text?.text],
    queue: lines.find((line) => line.id === view.line.id)?.subject,
    line: view.line.subject,
  }
}

const shown = (word: string) => ({
  page: [`موضوع ${word}`, `نص ${word} الطويل`],
  queue: `موضوع ${word}`,
  line: `موضوع ${word}`,
})

it(
  'N-06 S9 of two texts that clash the one in force is shown at every machine, the other stands in the history, and a decision is done as it says',
  async () => {
    const [here, there] = [await joined(), await joined()]
    const { case: id } = await here.call<{ case: string }>('intake.register', phoneForm(), 'head')
    const exchange = async (): Promise<void> => {
      for (const each of [here, there, here, there]) await each.call('sync.now', {}, '')
    }
    await exchange()
    await describe_(here, id, 'الأول')
    await describe_(there, id, 'الثاني')
    expect(await shownAt(there, id)).toEqual(shown('الثاني'))
    await exchange()
    for (const each of [here, there]) {
      expect(await shownAt(each, id)).toEqual(shown('الأول'))
      const { timeline } = await each.call<CaseView>('cases.get', { case: id }, 'head')
      const refused = timeline.find(({ verdict }) => verdict === 'conflict')
      expect(refused?.private).toMatchObject({ subject: 'موضوع الثاني' })
    }
    const settle = async (choice: 'keep' | 'apply'): Promise<void> => {
      const [clash] = await here.call<readonly ConflictItem[]>('sync.conflicts', {}, 'head')
      await here.call('sync.settle', { event: must(clash, 'a clash').event, choice, note: '' }, 'head')
      await exchange()
    }
    await settle('keep')
    for (const each of [here, there]) expect(await shownAt(each, id)).toEqual(shown('الأول'))
    await describe_(here, id, 'الثالث')
    await describe_(there, id, 'الرابع')
    await exchange()
    for (const each of [here, there]) expect(await shownAt(each, id)).toEqual(shown('الثالث'))
    await settle('apply')
    for (const each of [here, there]) expect(await shownAt(each, id)).toEqual(shown('الرابع'))
  },
  serverPatience,
)

it(
  'N-06 R-09 what clashes within an office is its own to decide: a department that has the case is neither asked nor told of it',
  async () => {
    const [here, there, department] = [await joined(), await joined(), await joined(water)]
    const of = await here
      .call<{ case: string }>('intake.register', phoneForm(), 'head')
      .then(({ case: id }) => ({ case: id }))
    const classify = (machine: TestOffice, importance: string) =>
      machine.call('triage.classify', { ...of, ...classes, importance, importanceReason: 'تبيّن أثره' }, 'head')
    await here.call('triage.accept', of, 'head')
    await classify(here, 'medium')
    await here.call(
      'referral.refer',
      { ...of, referrals: [{ department: 'department-water', text: 'للإفادة' }] },
      'head',
    )
    const exchange = async (): Promise<void> => {
      for (const each of [here, there, here, department]) await each.call('sync.now', {}, '')
    }
    await exchange()
    await classify(here, 'high')
    await classify(there, 'low')
    await exchange()
    const toDecide = async (machine: TestOffice): Promise<number> =>
      (await machine.call<SyncStatus>('sync.status', {}, '')).toDecide
    expect([await toDecide(here), await toDecide(there), await toDecide(department)]).toEqual([1, 1, 0])
    expect(await department.call('sync.conflicts', {}, 'ali')).toEqual([])
  },
  serverPatience,
)
