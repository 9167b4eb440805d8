import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditLine } from '#shared/contract/desktop/audit.ts'
import type { GroupSet } from '#shared/domain/access/events.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const unit = { kind: 'office', code: 'AMM' } as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  for (const [username, group] of [
    ['head', 'office_owner'],
    ['desk', 'reception'],
  ] as const)
    await administer(server, 'user add', {
      username,
      name: username,
      unit,
      groups: [group],
      password: testPassword,
      language: 'ar',
    })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

const exchanged = (machine: TestOffice) => machine.call('sync.now', {}, '')
const registers = (machine: TestOffice) => machine.refused('intake.register', phoneForm(), 'desk')

const groupsAt = (machine: TestOffice) => machine.call<readonly GroupSet[]>('admin.groups', {}, 'head')

async function setRights(machine: TestOffice, rights: GroupSet['rights']): Promise<void> {
  const reception = (await groupsAt(machine)).find(({ code }) => code === 'reception')
  await machine.call('admin.setGroup', { ...must(reception, 'a shipped group'), rights }, 'head')
}

/** The newest change that the audit has. */
async function newestAt(machine: TestOffice): Promise<AuditLine | undefined> {
  const { lines } = await machine.call<{ lines: readonly AuditLine[] }>('audit.list', { kind: 'admin_changed' }, 'head')
  return lines[0]
}

it(
  'G-02 what a group may do is taken and given at one machine, and holds at the others of its office after their next exchange, with a line in the audit there that names the right (G-06)',
  async () => {
    const [here, there] = [await joined(), await joined()]
    const shipped = await groupsAt(here)
    const reception = shipped.find(({ code }) => code === 'reception')
    const codes = shipped.map(({ code }) => code)
    expect(await registers(there)).toBe('answered')
    await setRights(here, ['identify'])
    expect(await registers(here)).toBe('not-allowed')
    await exchanged(here)
    expect(await registers(there)).toBe('answered')
    await exchanged(there)
    expect(await registers(there)).toBe('not-allowed')
    // The central unit's group stood before it: what was taken is named, and nothing else.
    const { by, subject, changes } = must(await newestAt(there), 'a line')
    expect([by.name, subject]).toMatchObject([{ en: 'head' }, { name: reception?.name }])
    expect(changes).toMatchObject([{ before: { words: { en: 'Granted' } }, after: { kind: 'none' } }])
    // Whoever changes one group of the central unit's for his office keeps the others, and may change it again.
    for (const each of [here, there]) expect((await groupsAt(each)).map(({ code }) => code)).toEqual(codes)
    await setRights(here, ['identify', 'register'])
    for (const each of [here, there]) await exchanged(each)
    expect(await registers(there)).toBe('answered')
    expect(await here.call('sync.items', {}, 'head')).toEqual([])
  },
  serverPatience,
)
