import { expect, it, onTestFinished } from 'vitest'
import type { ListView } from '#shared/contract/desktop/admin.ts'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { GroupSet, UnitSet } from '#shared/domain/access/events.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { must } from '#shared/lib/assert.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* What a department's administrator may change at its machine is what the server takes from there (G-03). */
const unit = { kind: 'department', code: 'WATER' } as const
const admin = 'ali'

async function started(): Promise<TestServer> {
  const server = await startTestServer(temporaryFolder())
  onTestFinished(() => server.stop())
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  await administer(server, 'department add', { code: 'WATER', name: 'دائرة المياه', offices: ['AMM'] })
  const user = { username: admin, name: admin, unit, groups: ['administrator'], password: testPassword, language: 'ar' }
  await administer(server, 'user add', user)
  return server
}

async function joined(server: TestServer): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

it(
  'G-03 SYNC-APPEND-3 a department changes its own people, calendar and directorates; what is its offices’ is refused at once, before anybody works by it',
  async () => {
    const machine = await joined(await started())
    const ask = <T>(path: string, input: unknown = {}): Promise<T> => machine.call<T>(path, input, admin)
    const refused = (path: string, input: unknown): Promise<string> => machine.refused(path, input, admin)
    const foreign = 'sync-not-your-unit'

    const [group] = await ask<readonly GroupSet[]>('admin.groups')
    expect(await refused('admin.setGroup', group)).toBe(foreign)
    const lists = await ask<readonly ListView[]>('admin.lists')
    const { list, entries } = must(
      lists.find((each) => each.entries.length > 0),
      'a list with entries',
    )
    expect(await refused('admin.setEntry', { list, ...entries[0] })).toBe(foreign)
    const settings = await ask<object>('admin.settings')
    expect(await refused('admin.setSettings', settings)).toBe(foreign)
    const { targets } = await ask<{ targets: unknown }>('admin.targets')
    expect(await refused('admin.setTargets', { targets })).toBe(foreign)
    expect(await refused('admin.setPriorities', { matrix: await ask('admin.priorities') })).toBe(foreign)
    expect(await refused('admin.setLadder', { ladder: await ask('admin.ladder') })).toBe(foreign)
    const { calendar } = await ask<{ calendar: WorkCalendar }>('admin.calendar')
    expect(await refused('admin.setCalendar', { calendar })).toBe(foreign)

    const units = await ask<readonly UnitSet[]>('admin.units')
    const [water, office] = ['department', 'office'].map((kind) =>
      must(
        units.find((each) => each.kind === kind),
        kind,
      ),
    ) as [UnitSet, UnitSet]
    expect(await refused('admin.setUnit', { ...office, name: { ar: 'آخر', en: 'Other' } })).toBe(foreign)
    expect(await refused('admin.setUnit', { ...water, parent: null })).toBe(foreign)
    const meters = { ...water, id: undefined, code: 'METERS', parent: water.id, serves: [] }
    expect(await refused('admin.setUnit', { ...meters, kind: 'department' })).toBe(foreign)

    await ask('admin.setUnit', { ...water, contact: { ...water.contact, phone: '065001122' } })
    await ask('admin.setUnit', { ...meters, kind: 'directorate' })
    await ask('admin.setCalendar', { unit: water.id, calendar })
    const { counts } = await ask<SyncStatus>('sync.now')
    expect(counts).toMatchObject({ pending: 0, sent: 0, held: 0, refused: 0 })
    expect(await ask('sync.items')).toEqual([])
  },
  serverPatience,
)
