import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newConnection } from '#core/services/connection.ts'
import type { Connection } from '#core/services/connection.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { addDepartment, addUser, connectionOf, testOffice, testPassword } from '#test/support/test-office.ts'
import type { TestOffice, TestUnit } from '#test/support/test-office.ts'

const monday = '2026-01-05T07:00:00.000Z' as Instant

interface Registered {
  readonly case: string
  readonly reference: string
}

interface Taken {
  readonly status: string
  readonly reference?: string
}

/** A call as a window makes it, on its own connection. */
async function answerOf(office: TestOffice, path: string, { connection = newConnection('window'), ...input }: Asked) {
  const answer = await office.core.call(path, input, connection)
  return answer.ok ? 'answered' : answer.error.code
}

interface Asked {
  readonly connection?: Connection
  readonly [field: string]: unknown
}

const wrong = { username: 'rana', password: 'not this one' }

describe('S14 secrets and sessions', () => {
  it('S14 five tries, however the name is written and however many at once', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const names = ['rana', 'RANA', ' rana', 'Rana', 'rana ', 'rAna', 'rana']
    const answers = await Promise.all(
      names.map((username) => answerOf(office, 'session.signIn', { ...wrong, username })),
    )
    expect(answers.filter((code) => code === 'wrong-password')).toHaveLength(5)
    expect(answers.filter((code) => code === 'too-many-tries')).toHaveLength(2)
    expect(await answerOf(office, 'session.signIn', { username: 'rana', password: testPassword })).toBe(
      'too-many-tries',
    )
  })

  it('S14 whoever was made inactive is told so by his right password alone', async () => {
    const office = await testOffice()
    const rana = await addUser(office, { username: 'rana', groups: ['reception'] })
    const users = await office.call<readonly { id: string }[]>('admin.users')
    const set = users.find(({ id }) => id === rana)
    await office.call('admin.setUser', { ...set, active: false })
    expect(await answerOf(office, 'session.signIn', wrong)).toBe('wrong-password')
    const right = { username: 'rana', password: testPassword }
    expect(await answerOf(office, 'session.signIn', right)).toBe('account-inactive')
    expect(await answerOf(office, 'session.signIn', { ...right, username: 'nobody' })).toBe('wrong-password')
  })

  it('S14 the same count guards a changed password, a new recovery code and a forgotten password', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const change = { old: 'not this one', new: 'another secret 2' }
    for (let round = 0; round < 5; round += 1)
      expect(await office.refused('session.changePassword', change, 'rana')).toBe('wrong-password')
    expect(await office.refused('session.changePassword', change, 'rana')).toBe('too-many-tries')
    for (let round = 0; round < 5; round += 1)
      expect(await office.refused('system.newRecoveryCode', { password: 'no' })).toBe('wrong-password')
    expect(await office.refused('system.newRecoveryCode', { password: testPassword })).toBe('too-many-tries')
    const reset = { username: 'rana', recoveryCode: 'AAAA-BBBB', password: 'another secret 2' }
    for (let round = 0; round < 5; round += 1)
      expect(await office.refused('session.resetPassword', reset, '')).not.toBe('too-many-tries')
    expect(await office.refused('session.resetPassword', reset, '')).toBe('too-many-tries')
  })

  it('S14 a session that was signed out is dead on every connection; a new password ends the others', async () => {
    const office = await testOffice()
    const rana = await addUser(office, { username: 'rana', groups: ['reception'] })
    const windows = [newConnection('window'), newConnection('window'), newConnection('window')] as const
    const [first, second, third] = windows
    const right = { username: 'rana', password: testPassword }
    expect(await answerOf(office, 'session.signIn', { ...right, connection: first })).toBe('answered')
    expect(await answerOf(office, 'session.resume', { token: first.session?.token, connection: second })).toBe(
      'answered',
    )
    expect(await answerOf(office, 'session.signOut', { connection: first })).toBe('answered')
    expect(await answerOf(office, 'session.me', { connection: second })).toBe('not-signed-in')

    await answerOf(office, 'session.signIn', { ...right, connection: first })
    await answerOf(office, 'session.signIn', { ...right, connection: third })
    const change = { old: testPassword, new: 'another secret 2' }
    expect(await answerOf(office, 'session.changePassword', { ...change, connection: first })).toBe('answered')
    expect(await answerOf(office, 'session.me', { connection: first })).toBe('answered')
    expect(await answerOf(office, 'session.me', { connection: third })).toBe('not-signed-in')

    const user = { id: rana, username: 'rana', name: { ar: 'رنا', en: 'Rana' }, unit: 'office-amm', groups: [] }
    const set = { ...user, active: true, staffId: null, language: 'ar', password: 'a third secret 3' }
    await office.call('admin.setUser', set)
    expect(await answerOf(office, 'session.me', { connection: first })).toBe('not-signed-in')
  })
})

describe('the tree of units and the office’s settings', () => {
  const unitOf = (id: string, change: object): object => ({
    id,
    kind: 'department',
    code: id,
    name: { ar: id, en: id },
    parent: 'office-amm',
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
    ...change,
  })

  it('G-03 units stay one tree, and the office’s own unit what it is', async () => {
    const office = await testOffice()
    const { id: upper } = await addDepartment(office, 'A')
    const lower = await office.call<TestUnit>('admin.setUnit', unitOf('B', { parent: upper }))
    const setting = (change: object, id = upper) =>
      office.refused('admin.setUnit', unitOf(id, { code: 'A', ...change }))
    expect(await setting({ parent: lower.id })).toBe('unit-below-itself')
    expect(await setting({ parent: upper })).toBe('unit-below-itself')
    expect(await setting({ parent: 'nowhere' })).toBe('not-found')
    expect(await setting({ serves: ['nowhere'] })).toBe('not-found')
    const own = { code: 'AMM', parent: null }
    expect(await setting({ ...own, kind: 'department' }, 'office-amm')).toBe('unit-of-office')
    expect(await setting({ ...own, kind: 'office', active: false }, 'office-amm')).toBe('unit-of-office')
  })

  it('G-02 users, groups and calendars name what exists', async () => {
    const office = await testOffice()
    const user = { username: 'rana', name: { ar: 'رنا', en: 'Rana' }, unit: 'office-amm', groups: ['reception'] }
    const rest = { active: true, staffId: null, language: 'ar', password: testPassword }
    expect(await office.refused('admin.setUser', { ...user, ...rest, unit: 'nowhere' })).toBe('not-found')
    expect(await office.refused('admin.setUser', { ...user, ...rest, groups: ['nobodies'] })).toBe('not-found')
    const group = { name: { ar: 'س', en: 's' }, rights: [], active: true }
    expect(await office.refused('admin.setGroup', { ...group, code: 'My group' })).toBe('bad-input')
    const { calendar } = await office.call<{ calendar: object }>('admin.calendar')
    expect(await office.refused('admin.setCalendar', { unit: 'nowhere', calendar })).toBe('not-found')
  })

  it('C-07 a zone is known, dates can be counted, and nothing came in eleven years ago', async () => {
    const office = await testOffice({ now: monday })
    const settings = await office.call<object>('admin.settings')
    expect(await office.refused('admin.setSettings', { ...settings, zone: 'Asia/Nowhere' })).toBe(
      'calendar-unknown-zone',
    )
    const queue = { queue: 'all', filter: { receivedFrom: '0001-01-01' } }
    expect(await office.refused('cases.queue', queue)).toBe('bad-input')
    const answer = await office.core.call('cases.queue', queue, await connectionOf(office.core, new Map(), 'admin'))
    expect(answer).toMatchObject({ error: { ar: 'البيانات المدخلة غير صالحة: filter.receivedFrom' } })
    const early = phoneForm({ receivedAt: '2015-01-05T07:00:00Z' })
    expect(await office.refused('intake.register', early)).toBe('time-too-early')
  })
})

describe('what a case is made of', () => {
  it('T-09 a subject or text of which nothing can be seen is refused by name', async () => {
    const office = await testOffice({ now: monday })
    for (const change of [{ subject: '   ' }, { subject: '\u200F' }, { text: '\u200B \u200E\n' }])
      expect(await office.refused('intake.register', phoneForm(change))).toBe('bad-input')
    await expect(office.call('intake.register', phoneForm({ subject: '\u200F' }))).rejects.toThrow('subject')
    const { reference } = await office.call<Registered>('intake.register', phoneForm({ subject: '  شكوى \n' }))
    const view = await office.call<{ text: { subject: string } }>('cases.get', { case: reference })
    expect(view.text.subject).toBe('شكوى')
    const described = { case: reference, subject: '\u200F', text: 'نص', language: 'ar' }
    expect(await office.refused('triage.describe', described)).toBe('bad-input')
  })

  it('A-01 a reply is put on paper for everyone only when it was approved', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    await addUser(office, { username: 'salma', groups: ['complaint_team'] })
    await addUser(office, { username: 'omar', groups: ['complaint_team'] })
    const { reference } = await office.call<Registered>('intake.register', phoneForm())
    const of = { case: reference }
    await office.call('triage.accept', of, 'salma')
    const classes = { service: 'special.permits', complexity: 'routine', importance: 'medium', priority: null }
    await office.call('triage.classify', { ...of, ...classes, procedure: 'fcr' }, 'salma')
    await office.call('reply.submitDraft', { ...of, text: 'تمت المعالجة.', language: 'ar' }, 'salma')
    const letter = { ...of, kind: 'reply' }
    expect(await office.refused('letters.make', letter, 'rana')).toBe('draft-not-approved')
    const drawn = async (as: string): Promise<string> =>
      (await office.call<{ html: string }>('letters.make', letter, as)).html
    expect(await drawn('omar')).toContain('مسودة')
    const view = await office.call<{ drafts: readonly { id: string }[] }>('cases.get', of)
    await office.call('reply.approve', { ...of, draft: view.drafts[0]?.id }, 'omar')
    expect(await drawn('rana')).not.toContain('مسودة')
  })

  it('S8 files are added from what was taken in here, as it is', async () => {
    const office = await testOffice({ now: monday })
    const path = join(temporaryFolder(), 'letter.txt')
    writeFileSync(path, 'نص الشكوى')
    const { upload } = await office.call<{ upload: string }>('files.add', { path })
    const file = await office.call<{ key: string; name: string }>('files.describe', { upload })
    expect(file.key).toBe('')
    const { reference } = await office.call<Registered>('intake.register', phoneForm())
    const adding = (one: object): object => ({ case: reference, files: [one], original: true })
    expect(await office.refused('desk.addFiles', adding({ ...file, file: 'a'.repeat(64) }))).toBe('not-found')
    await office.call('desk.addFiles', adding({ ...file, size: 1, name: 'x.exe' }))
    const view = await office.call<{ files: readonly { name: string; size: number }[] }>('cases.get', {
      case: reference,
    })
    expect(view.files).toMatchObject([{ name: 'letter.txt', size: Buffer.byteLength('نص الشكوى') }])
    expect(await office.call('system.doctor')).toMatchObject({ ok: true })
  })

  it('C-05 T-02 a message taken twice is one case, and nobody makes up what it complains of', async () => {
    const office = await testOffice({ now: monday })
    const path = join(temporaryFolder(), 'one.eml')
    const head = [
      'From: Suad <suad@example.org>',
      'Message-ID: <1@example.org>',
      'Date: Sun, 4 Jan 2026 10:00:00 +0200',
    ]
    writeFileSync(path, [...head, 'Subject: Late permit', '', 'The permit did not come.', ''].join('\r\n'))
    const first = await office.call<Taken>('intake.takeFile', { path, kind: 'email' })
    expect(first.status).toBe('registered')
    const second = await office.call<Taken>('intake.takeFile', { path, kind: 'email' })
    expect(second).toMatchObject({ status: 'registered', reference: first.reference })
    expect(await office.call('system.health')).toMatchObject({ cases: 1 })
    const view = await office.call<{ state: { subjects: readonly string[] } }>('cases.get', { case: first.reference })
    expect(view.state.subjects).toEqual([])
    expect(await office.refused('triage.accept', { case: first.reference })).toBe('subjects-missing')
  })
})
