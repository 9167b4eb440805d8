import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import type { HeldRegistration } from '#shared/contract/desktop/cases.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* Held work is shown so that a person can judge it (S2, N-06): what it is about, whose it is, and what can be done. */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const unit = { kind: 'office', code: 'AMM' } as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const user = (username: string, name: string, groups: readonly string[]) =>
    administer(server, 'user add', { username, name, unit, groups, password: testPassword, language: 'ar' })
  await user('amal', 'أمل', ['office_owner'])
  await user('nura', 'نورة', ['office_owner'])
  await user('admin', 'مدير النظام', ['administrator'])
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

interface SearchAnswer {
  readonly total: number
  readonly held: HeldRegistration | null
}

interface ShownUser {
  readonly username: string
  readonly active: boolean
}

async function setActive(machine: TestOffice, username: string, active: boolean): Promise<void> {
  const users = await machine.call<readonly ShownUser[]>('admin.users', {}, 'amal')
  const user = must(
    users.find((each) => each.username === username),
    'the user is known',
  )
  await machine.call('admin.setUser', { ...user, active, ...(active ? {} : { atOnce: true }) }, 'amal')
}

it(
  'S2 a held registration is shown by number, subject and the name of whoever was stopped, and is tried again only when he is let in',
  async () => {
    const [first, second] = [await joined(), await joined()]
    const { reference } = await second.call<{ reference: string }>(
      'intake.register',
      { ...phoneForm(), subject: 'تأخر رخصة البناء' },
      'nura',
    )
    await setActive(first, 'nura', false)
    for (const machine of [first, second]) await machine.call('sync.now', {}, '')
    const item = async (user: string) =>
      (await second.call<readonly CommitItem[]>('sync.items', { standing: 'held' }, user)).find(({ events }) =>
        events.some(({ type }) => type === 'registered'),
      )
    const held = await item('amal')
    expect(held).toMatchObject({
      case: { reference, subject: 'تأخر رخصة البناء', isShown: false },
      actor: { name: { ar: 'نورة' } },
      reason: { code: 'sync-actor-revoked', ar: expect.stringContaining('نورة') },
      may: ['withdraw'],
    })
    expect(held?.reason?.en).not.toContain(held?.actor.id)
    await setActive(first, 'nura', true)
    for (const machine of [first, second]) await machine.call('sync.now', {}, '')
    expect((await item('amal'))?.may).toEqual(['retry', 'withdraw'])
    expect(await second.call('sync.retry', { commit: held?.commit }, 'amal')).toMatchObject({
      standing: 'accepted',
      case: { reference, isShown: true },
    })
  },
  serverPatience,
)

it(
  'S2 L-13 whoever types the number of a registration that is held is told so and where it is decided, in each way that a number is typed',
  async () => {
    const [first, second] = [await joined(), await joined()]
    const { reference } = await second.call<{ reference: string }>('intake.register', phoneForm(), 'nura')
    const asked = async (text: string, user = 'amal') => {
      const { total, held } = await second.call<SearchAnswer>('cases.search', { text }, user)
      return { total, held }
    }
    expect(await asked(reference)).toEqual({ total: 1, held: null })
    await setActive(first, 'nura', false)
    for (const machine of [first, second]) await machine.call('sync.now', {}, '')
    const held = { reference, actor: { name: { ar: 'نورة' } }, reason: { code: 'sync-actor-revoked' }, isHere: true }
    const end = reference.split('-').slice(2).join('-')
    for (const text of [reference, reference.toLowerCase(), reference.slice(0, -2), end])
      expect([text, await asked(text)]).toMatchObject([text, { total: 0, held }])
    expect(await asked('رخصة')).toMatchObject({ held: null })
    expect(await asked(`${reference.slice(0, -1)}${(Number(reference.at(-1)) + 1) % 10}`)).toMatchObject({ held: null })
    await setActive(first, 'nura', true)
    await first.call('sync.now', {}, '')
  },
  serverPatience,
)

it(
  'S14 SYNC-ENROL-4 whoever was made inactive is told so by his right password alone, at a machine that has not heard of it too',
  async () => {
    const [first, second] = [await joined(), await joined()]
    const signsIn = (password: string) => second.refused('session.signIn', { username: 'nura', password }, '')
    expect(await signsIn(testPassword)).toBe('answered')
    await setActive(first, 'nura', false)
    await first.call('sync.now', {}, '')
    expect(await signsIn('not this one')).toBe('wrong-password')
    expect(await signsIn(testPassword)).toBe('account-inactive')
    await setActive(first, 'nura', true)
    await first.call('sync.now', {}, '')
    expect(await signsIn(testPassword)).toBe('answered')
  },
  serverPatience,
)

it(
  'R-08 a held registration that only named users may open tells nobody else its number or subject',
  async () => {
    const [first, second] = [await joined(), await joined()]
    const { user } = await second.call<{ user: { id: string } }>('session.me', {}, 'nura')
    const form = { ...phoneForm(), confidentiality: 'strict', namedUsers: [user.id] }
    const { reference } = await second.call<{ reference: string }>('intake.register', form, 'nura')
    await setActive(first, 'nura', false)
    for (const machine of [first, second]) await machine.call('sync.now', {}, '')
    expect(await second.call('cases.search', { text: reference }, 'amal')).toMatchObject({ total: 0, held: null })
    const items = await second.call<readonly CommitItem[]>('sync.items', { standing: 'held' }, 'amal')
    expect(items.filter(({ events }) => events.some(({ type }) => type === 'registered'))).toMatchObject([
      { case: null, actor: { name: { ar: 'نورة' } } },
    ])
  },
  serverPatience,
)
