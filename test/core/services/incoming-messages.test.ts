import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* What an arriving message says of the cases that are there: as much as its reader may know, and no more (C-05, R-08). */

const monday = '2026-01-05T07:00:00.000Z' as Instant

function messageFile(id: string, text: string): string {
  const path = join(temporaryFolder(), 'message.eml')
  const head = [
    'From: Suad <suad@example.org>',
    `Message-ID: <${id}@example.org>`,
    'Date: Sun, 4 Jan 2026 10:00:00 +0200',
    'Subject: About my permit',
  ]
  writeFileSync(path, [...head, '', text, ''].join('\r\n'))
  return path
}

interface Proposal {
  readonly uploads: readonly { readonly upload: string }[]
  readonly fields: { readonly belongsTo: string | null; readonly takenInto: string | null }
}

interface Taken {
  readonly status: string
  readonly reference: string
}

async function proposed(office: TestOffice, path: string, as: string): Promise<Proposal> {
  const { upload } = await office.call<{ upload: string }>('files.add', { path }, as)
  return office.call<Proposal>('intake.readUpload', { upload }, as)
}

const threadTypes = ['file_added', 'inbound_contact']

/** What threading leaves in a case's history. */
async function threadedIn(office: TestOffice, { reference }: Registered): Promise<readonly Line[]> {
  const { timeline } = await office.call<{ timeline: readonly Line[] }>('cases.get', { case: reference })
  return timeline.filter(({ type }) => threadTypes.includes(type))
}

interface Line {
  readonly type: string
}

const commitsOf = async (office: TestOffice): Promise<number> =>
  (await office.call<{ commits: number }>('system.verify')).commits

it('C-05 a message becomes a case with its sender and the date that it was received', async () => {
  const office = await testOffice({ now: monday })
  const path = messageFile('sent', 'The permit did not come.')
  const taken = await office.call<Taken>('intake.takeFile', { path, kind: 'email' })
  const view = await office.call<CaseView>('cases.get', { case: taken.reference })
  const of = (type: string) => view.timeline.find((line) => line.type === type)?.facts
  expect(of('received')).toMatchObject({
    receivedAt: '2026-01-04T08:00:00.000Z',
    stampedBy: 'machine',
    channel: 'email',
    form: 'written',
  })
  expect(of('registered')).toMatchObject({ source: 'email_file' })
  expect(of('complainant_set')).toMatchObject({ person: view.person?.id, contactableBy: ['email'], language: 'en' })
  expect(view.person).toMatchObject({ displayName: 'Suad', details: { email: 'suad@example.org' } })
})

it('C-05 C-06 what is no message and what is no scan is refused by its name, and nothing of it is kept', async () => {
  const office = await testOffice({ now: monday })
  const file = (name: string, content: string): string => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, content)
    return path
  }
  const take = (path: string, kind: 'email' | 'scan') => office.call('intake.takeFile', { path, kind })
  const readme = file('README.md', '# Insaf')
  expect(await take(readme, 'email')).toMatchObject({ status: 'rejected', error: { code: 'file-no-message' } })
  expect(await take(readme, 'scan')).toMatchObject({ status: 'rejected', error: { code: 'file-no-scan' } })
  const kept = readdirSync(join(office.folder, 'files'), { recursive: true, withFileTypes: true })
  expect(kept.filter((entry) => entry.isFile())).toEqual([])
  // Words saved as a message are one: they wait for a person.
  expect(await take(file('words.eml', 'The permit did not come.'), 'email')).toMatchObject({ status: 'draft' })
})

describe('a message that names a case', () => {
  it('R-08 C-05 is proposed for it to those who may open the case, to nobody else', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const [hidden, open] = [await strictCase(office), await registerCase(office)]
    const aboutHidden = messageFile('1', `I ask about ${hidden.reference} again.`)
    const aboutOpen = messageFile('2', `I ask about ${open.reference} again.`)
    expect((await proposed(office, aboutHidden, 'rana')).fields.belongsTo).toBeNull()
    expect((await proposed(office, aboutHidden, 'admin')).fields.belongsTo).toBe(hidden.reference)
    expect((await proposed(office, aboutOpen, 'rana')).fields.belongsTo).toBe(open.reference)
  })

  it('R-08 C-05 is registered as a case of its own by one who may not open the case it names', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const hidden = await strictCase(office)
    const path = messageFile('1', `I ask about ${hidden.reference} again.`)
    const taken = await office.call<Taken>('intake.takeFile', { path, kind: 'email' }, 'rana')
    expect(taken.status).toBe('registered')
    expect(taken.reference).not.toBe(hidden.reference)
    expect(JSON.stringify(taken)).not.toContain(`"belongsTo":"${hidden.reference}"`)
    const other = messageFile('2', `I ask about ${hidden.reference} again.`)
    const joined = await office.call<Taken>('intake.takeFile', { path: other, kind: 'email' })
    expect(joined.reference).toBe(hidden.reference)
  })
})

describe('a message that came before', () => {
  it('C-05 registered in the window it is known again, before it becomes a second case', async () => {
    const office = await testOffice({ now: monday })
    const path = messageFile('1', 'The permit did not come.')
    const first = await proposed(office, path, 'admin')
    expect(first.fields.takenInto).toBeNull()
    const uploads = first.uploads.map(({ upload }) => upload)
    const { reference } = await office.call<Registered>('intake.register', phoneForm({ channel: 'email', uploads }))
    expect((await proposed(office, path, 'admin')).fields.takenInto).toBe(reference)
    const again = await office.call<Taken>('intake.takeFile', { path, kind: 'email' })
    expect(again.reference).toBe(reference)
  })

  it('C-05 added to a case it is known again', async () => {
    const office = await testOffice({ now: monday })
    const made = await registerCase(office)
    const path = messageFile('1', `More on ${made.reference}.`)
    const { uploads } = await proposed(office, path, 'admin')
    await office.call('intake.threadUpload', { case: made.reference, upload: uploads[0]?.upload })
    expect((await proposed(office, path, 'admin')).fields.takenInto).toBe(made.reference)
  })

  it('C-05 added twice it is told so, and counts once: one file, one contact, in one commit', async () => {
    const office = await testOffice({ now: monday })
    const [made, other] = [await registerCase(office), await registerCase(office)]
    const path = messageFile('1', `More on ${made.reference}.`)
    const upload = async (): Promise<string | undefined> => (await proposed(office, path, 'admin')).uploads[0]?.upload
    const [first, second] = [await upload(), await upload()]
    const thread = { case: made.reference, upload: first }
    // Both asked before either is written: one is taken, one is told.
    const codes = await Promise.all([
      office.refused('intake.threadUpload', thread),
      office.refused('intake.threadUpload', { ...thread, upload: second }),
    ])
    expect(codes.toSorted()).toEqual(['answered', 'message-taken'])
    for (const of of [made, other])
      expect(await office.refused('intake.threadUpload', { case: of.reference, upload: await upload() })).toBe(
        'message-taken',
      )
    expect((await threadedIn(office, made)).map(({ type }) => type).toSorted()).toEqual(threadTypes)
    expect(await threadedIn(office, other)).toEqual([])
    const before = await commitsOf(office)
    const last = await proposed(office, messageFile('2', 'And more.'), 'admin')
    await office.call('intake.threadUpload', { case: made.reference, upload: last.uploads[0]?.upload })
    expect((await commitsOf(office)) - before).toBe(1)
  })

  it('C-05 R-08 nothing of it stays where the right is missing or the case is hidden', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'sami', groups: ['auditor'] })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const [made, hidden] = [await registerCase(office), await strictCase(office)]
    const path = messageFile('1', 'More on it.')
    const { upload } = (await proposed(office, path, 'admin')).uploads[0] ?? { upload: '' }
    expect(await office.refused('intake.threadUpload', { case: made.reference, upload }, 'sami')).toBe('not-allowed')
    expect(await office.refused('intake.threadUpload', { case: hidden.reference, upload }, 'rana')).toBe('not-found')
    for (const of of [made, hidden]) expect(await threadedIn(office, of)).toEqual([])
    expect((await proposed(office, path, 'admin')).fields.takenInto).toBeNull()
    await office.call('intake.threadUpload', { case: made.reference, upload }, 'rana')
    expect((await proposed(office, path, 'admin')).fields.takenInto).toBe(made.reference)
  })

  it('R-08 is not known to one who may not open the case it is in', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const path = messageFile('1', 'The permit did not come.')
    const { reference } = await office.call<Taken>('intake.takeFile', { path, kind: 'email' })
    const { user } = await office.call<{ user: { id: string } }>('session.me')
    await office.call('triage.setConfidentiality', { case: reference, level: 'strict', users: [user.id], note: '' })
    expect((await proposed(office, path, 'rana')).fields.takenInto).toBeNull()
    expect((await proposed(office, path, 'admin')).fields.takenInto).toBe(reference)
  })
})
