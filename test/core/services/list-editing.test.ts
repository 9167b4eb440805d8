import { expect, test } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

interface Entry {
  readonly list: string
  readonly code: string
  readonly labels: { readonly ar: string; readonly en: string }
  readonly order: number
  readonly active: boolean
  readonly attributes: Readonly<Record<string, unknown>>
}

interface ListView {
  readonly list: string
  readonly entries: readonly Entry[]
}

async function listOf(office: TestOffice, name: string): Promise<readonly Entry[]> {
  const lists = await office.call<readonly ListView[]>('admin.lists')
  return lists.find(({ list }) => list === name)?.entries ?? []
}

const plain = {
  behaves: null,
  parent: null,
  departments: [],
  fcrPossible: false,
  complexity: null,
  limit: null,
  synchronous: false,
}
const kiosk = {
  list: 'channels',
  code: 'kiosk',
  labels: { ar: 'الكشك الذاتي', en: 'Self-service kiosk' },
  order: 5,
  active: true,
  attributes: plain,
}

test('C-01 G-03 an entry is added, renamed in both languages and put elsewhere; a new complaint may come by it', async () => {
  const office = await testOffice()
  const before = await listOf(office, 'channels')
  expect(await office.refused('intake.register', phoneForm({ channel: 'kiosk', form: 'written' }))).toBe(
    'list-entry-unknown',
  )
  await office.call('admin.setEntry', kiosk)
  await office.call('intake.register', phoneForm({ channel: 'kiosk', form: 'written' }))
  const renamed = { ...kiosk, labels: { ar: 'كشك الخدمة', en: 'Service kiosk' }, order: 100_000 }
  await office.call('admin.setEntry', renamed)
  const after = await listOf(office, 'channels')
  expect(after).toHaveLength(before.length + 1)
  expect(after.at(-1)).toMatchObject({ code: 'kiosk', labels: renamed.labels })
  const orders = after.map(({ order }) => order)
  expect(orders).toEqual([...orders].toSorted((left, right) => left - right))
})

test('C-01 G-03 what is deactivated is offered no more and stays where it was used; nothing deletes it', async () => {
  const office = await testOffice()
  const old = await office.call<{ case: string }>('intake.register', phoneForm({ channel: 'hotline' }))
  const hotline = (await listOf(office, 'channels')).find(({ code }) => code === 'hotline')
  await office.call('admin.setEntry', { ...hotline, active: false })
  expect(await office.refused('intake.register', phoneForm({ channel: 'hotline' }))).toBe('list-entry-unknown')
  const found = (await listOf(office, 'channels')).find(({ code }) => code === 'hotline')
  expect(found).toMatchObject({ active: false, labels: { ar: 'الخط الساخن', en: 'Hotline' } })
  const view = await office.call<{ state: { intake: { channel: string } } }>('cases.get', { case: old.case })
  expect(JSON.stringify(view)).toContain('hotline')
  // An older case that holds it is worked on as ever.
  await office.call('desk.addNote', { case: old.case, text: 'تم التواصل.' })
  await office.call('admin.setEntry', { ...hotline, active: true })
  await office.call('intake.register', phoneForm({ channel: 'hotline' }))
  expect(await office.refused('admin.deleteEntry', { list: 'channels', code: 'hotline' })).toBe('not-found')
})

test('G-03 every list is edited the same way, and an inactive entry of any of them is refused in a new record', async () => {
  const office = await testOffice()
  const used = {
    channels: { channel: 'phone' },
    causes: { cause: 'long_waiting' },
    subjects: { subjects: ['procedure'] },
  }
  for (const [list, fields] of Object.entries(used)) {
    const code = String(Object.values(fields).flat()[0])
    const entry = (await listOf(office, list)).find((each) => each.code === code)
    await office.call('admin.setEntry', { ...entry, active: false })
    expect(await office.refused('intake.register', phoneForm(fields))).toBe('list-entry-unknown')
    await office.call('admin.setEntry', { ...entry, active: true })
    expect(await office.refused('intake.register', phoneForm(fields))).toBe('answered')
  }
})

test('G-01 G-03 who may not manage lists changes none; what is no entry is refused', async () => {
  const office = await testOffice()
  await addUser(office, { username: 'desk', groups: ['reception'] })
  await addUser(office, { username: 'head', groups: ['team_head'] })
  expect(await office.refused('admin.setEntry', kiosk, 'desk')).toBe('not-allowed')
  expect(await office.refused('admin.setEntry', kiosk, 'head')).toBe('answered')
  for (const wrong of [{ list: 'no_such_list' }, { code: 'بلا رمز' }, { order: -1 }, { labels: { ar: '', en: '' } }])
    expect(await office.refused('admin.setEntry', { ...kiosk, ...wrong })).toBe('bad-input')
})

test('L-02 no reason to end a case is ever about the remit, whatever it is called and coded', async () => {
  const office = await testOffice()
  const reason = { list: 'reject_reasons', code: 'r17', order: 90, active: true, attributes: plain }
  const named = (ar: string, en: string, list = reason.list) =>
    office.refused('admin.setEntry', { ...reason, list, labels: { ar, en } })
  expect(await named('ليس من الاختصاص', 'Reason 17')).toBe('remit-needs-transfer')
  expect(await named('سبب ١٧', 'Not within our remit', 'file_reasons')).toBe('remit-needs-transfer')
  for (const spelling of ['خارج الإختصاص', 'خارج الاخـتـصـاص', 'خارج اخْتِصاص الوزارة', 'الجهة غير مختصة'])
    expect(await named(spelling, 'Reason 17'), spelling).toBe('remit-needs-transfer')
  expect(await named('سبب ١٧', 'We are not competent')).toBe('remit-needs-transfer')
  expect(await named('سبب ١٧', 'Reason 17')).toBe('answered')
  const retired = { ...reason, active: false, labels: { ar: 'ليس من الاختصاص', en: 'Reason 17' } }
  expect(await office.refused('admin.setEntry', retired)).toBe('answered')
  // A department returns what is not its own: that is a reason of another list.
  expect(await named('خارج اختصاص الدائرة', 'Not in its remit', 'return_reasons')).toBe('answered')
})

test('L-04 W7 another limit of a service moves its open cases, from their own start', async () => {
  const office = await testOffice({ now: '2026-01-04T07:00:00.000Z' as Instant })
  const made = await office.call<{ case: string }>('intake.register', phoneForm())
  const dueOf = async () =>
    (await office.call<{ lines: readonly { due: string }[] }>('cases.queue', { queue: 'all_open' })).lines[0]?.due
  await office.call('triage.accept', { case: made.case })
  const service = (await listOf(office, 'services')).find(({ code }) => code === 'special.payments')
  const classes = { complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }
  const reasons = { importanceReason: '', priorityReason: '' }
  await office.call('triage.classify', { case: made.case, service: service?.code, ...classes, ...reasons })
  const before = await dueOf()
  office.now = '2026-01-05T07:00:00.000Z' as Instant
  const limit = { unit: 'days', amount: 20, mode: 'working' }
  await office.call('admin.setEntry', { ...service, attributes: { ...service?.attributes, limit } })
  const after = await dueOf()
  expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBeGreaterThan(14 * 86_400_000)
  await office.call('admin.setEntry', service)
  expect(await dueOf()).toBe(before)
})

test('T-01 a type of the office’s own is registered, found, filtered and named as such; another may be retired', async () => {
  const office = await testOffice()
  const petition = {
    list: 'types',
    code: 'petition',
    labels: { ar: 'التماس', en: 'Petition' },
    order: 15,
    active: true,
    attributes: { ...plain, behaves: 'complaint' },
  }
  const form = phoneForm({ typeEntry: 'petition' })
  expect(await office.refused('intake.register', form)).toBe('list-entry-unknown')
  await office.call('admin.setEntry', petition)
  const made = await office.call<{ case: string; type: object }>('intake.register', form)
  expect(made.type).toEqual(petition.labels)
  await office.call('intake.register', phoneForm())
  const filtered = await office.call<{ lines: readonly { id: string; type: string; typeLabel: object }[] }>(
    'cases.queue',
    {
      queue: 'all_open',
      filter: { type: ['petition'] },
    },
  )
  expect(filtered.lines).toEqual([
    expect.objectContaining({ id: made.case, type: 'complaint', typeLabel: petition.labels }),
  ])
  for (const behaves of [null, 'inquiry'])
    expect(
      await office.refused('admin.setEntry', { ...petition, attributes: { ...petition.attributes, behaves } }),
    ).toBe('bad-input')
  const praise = (await listOf(office, 'types')).find(({ code }) => code === 'praise')
  await office.call('admin.setEntry', { ...praise, active: false })
  expect(await office.refused('intake.register', phoneForm({ type: 'praise', subjects: [], cause: null }))).toBe(
    'list-entry-unknown',
  )
})
