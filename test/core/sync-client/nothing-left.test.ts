import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAttachment } from '#core/attachments/read-attachment.ts'
import { openWritable } from '#core/store/driver.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { headersOf, readFeeds } from '#core/store/feeds.ts'
import { keepCopyOf } from '#core/store/kept-copies.ts'
import { storeFile } from '#core/store/store-file.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { foldText } from '#shared/text/fold-text.ts'
import { nameKey } from '#shared/text/name-key.ts'
import { searchTokens } from '#shared/text/search-tokens.ts'
import { opened } from '#test/support/opened.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { plainFilesOf } from '#test/support/plain-pages.ts'
import type { PlainFile } from '#test/support/plain-pages.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/*
 * What a department’s machine holds of a complainant, byte for byte, before, during and after a disclosure (R-09, B-17). Its
 * files are those that the program writes; the encryption is taken off page by page, so that the search sees all of them.
 */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const [office, department] = [
  { kind: 'office', code: 'AMM' },
  { kind: 'department', code: 'WATER' },
] as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  await administer(server, 'department add', { code: 'WATER', name: 'دائرة المياه', offices: ['AMM'] })
  const user = { password: testPassword, language: 'ar' }
  for (const name of ['head', 'deputy', 'clerk'])
    await administer(server, 'user add', { ...user, username: name, name, unit: office, groups: ['office_owner'] })
  const liaison = {
    username: 'liaison',
    name: 'liaison',
    unit: department,
    groups: ['complaint_officer', 'administrator'],
  }
  await administer(server, 'user add', { ...user, ...liaison })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Words that stand nowhere else: what is found came from the complainant. */
const person = {
  given: 'شهرزاد',
  father: 'قحطان',
  grandfather: 'Xylophonides',
  family: 'المستظهري',
  mobile: '0796128357',
  phone: '064918273',
  email: 'shahrazadq@qahtaniyya.example',
  address: 'زقاق الياسمينة الزرقاء 47',
  document: { country: 'JO', kind: 'national_id', number: '9871236540' },
}
const identity = [
  person.given,
  person.father,
  person.grandfather,
  person.family,
  '796128357',
  '64918273',
  '6128357',
  person.email,
  'shahrazadq',
  'الياسمينة',
  person.document.number,
]
/** What only the office's own texts say. */
const ownTexts = ['قرنفلة', 'Zwielicht', 'بنفسجة', 'خزامى']

const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
const escaped = (text: string): string =>
  text.replace(/[^\u0020-\u007e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** As the index has it; of an address in several parts each is asked for by itself. */
const tokensOf = (word: string): readonly string[] => (/[@ ]/.test(word) ? [] : searchTokens(word))

/** A word in every shape that a file may hold it in. */
function shapesOf(word: string): readonly Buffer[] {
  const spellings = new Set([
    word,
    foldText(word),
    nameKey(word),
    word.toLowerCase(),
    arabicDigits(word),
    ...tokensOf(word),
  ])
  return [...spellings].flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(escaped(text), 'utf8'),
    Buffer.from(escaped(text).toUpperCase().replaceAll('\\U', '\\u'), 'utf8'),
  ])
}

/** File and word of everything that is found. The folder is copied by another process: this one holds its locks. */
async function found(machine: TestOffice, words: readonly string[]): Promise<readonly string[]> {
  const copy = join(temporaryFolder(), 'copy')
  expect(spawnSync('cp', ['-r', machine.folder, copy]).status).toBe(0)
  const { key } = opened(await openVault(machine.folder, { ids: systemIds }))
  const files = await withAttachments(copy, plainFilesOf(copy, key))
  // Pages that were opened are SQLite's: the proof would else be one of noise.
  expect(files.filter(({ bytes }) => bytes.includes('CREATE TABLE')).length).toBeGreaterThanOrEqual(2)
  return files.flatMap(({ name, bytes }) =>
    words.filter((word) => shapesOf(word).some((shape) => bytes.includes(shape))).map((word) => `${name}: ${word}`),
  )
}

/** Attachments have keys of their own: each is opened with whichever of those that lie on the machine fits. */
async function withAttachments(at: string, files: readonly PlainFile[]): Promise<readonly PlainFile[]> {
  const keys = new Set(files.flatMap(({ bytes }) => bytes.toString('latin1').match(/[0-9A-Za-z+/]{43}=/g) ?? []))
  const addresses = files.map(({ name }) => basename(name)).filter((name) => /^[0-9a-f]{64}$/.test(name))
  const openedOnes = addresses.flatMap((address) =>
    [...keys].map(async (key) => ({
      name: `files, opened, ${address}`,
      read: await readAttachment(join(at, 'files'), { address, key }),
    })),
  )
  const readable = (await Promise.all(openedOnes)).flatMap(({ name, read }) =>
    read.ok ? [{ name, bytes: Buffer.from(read.value) }] : [],
  )
  return [...files, ...readable]
}

async function joined(unit: object): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

/** Registered with everything that a complainant may say of himself, wherever he may say it. */
async function register(desk: TestOffice): Promise<string> {
  const all = `${Object.values({ ...person, document: person.document.number }).join(' ')}`
  const file = opened(await desk.core.takeUpload(`كتاب ${person.given} خزامى.txt`, Readable.from([Buffer.from(all)])))
  const { case: id } = await desk.call<{ case: string }>(
    'intake.register',
    phoneForm({
      person: { kind: 'new', details: person },
      subject: `${all} قرنفلة`,
      text: `${all} Zwielicht`,
      uploads: [file.upload],
    }),
    'head',
  )
  await desk.call('desk.addNote', { case: id, text: `${all} بنفسجة` }, 'head')
  await desk.call('triage.accept', { case: id }, 'head')
  const routine = {
    service: null,
    complexity: 'routine',
    importance: 'medium',
    procedure: 'processing',
    priority: null,
  }
  await desk.call('triage.classify', { case: id, ...routine }, 'head')
  const referrals = [{ department: 'department-water', text: 'للإفادة عن العداد' }]
  await desk.call('referral.refer', { case: id, referrals }, 'head')
  return id
}

/** Everything a liaison does that may leave something behind: reads, searches, an index, a backup. */
async function use(machine: TestOffice, id: string, as = 'liaison'): Promise<CaseView> {
  const view = await machine.call<CaseView>('cases.get', { case: id }, as)
  for (const text of [person.given, '0796128357', 'العداد']) await machine.call('cases.search', { text }, as)
  // Who is withheld is not called anonymous.
  const { lines } = await machine.call<{ lines: readonly { unnamed: string | null }[] }>(
    'cases.queue',
    { queue: 'all' },
    as,
  )
  expect(['hidden', null]).toContain(lines[0]?.unnamed)
  await machine.call('system.backup', {}, as)
  return view
}

/** What the department itself sends: a file with its reply, which is sealed on its disk. Out: what only that file says. */
async function reply(machine: TestOffice, id: string, referral: unknown): Promise<string> {
  const said = 'ليلكية'
  const file = opened(await machine.core.takeUpload('معاينة.txt', Readable.from([Buffer.from(said)])))
  await machine.call('referral.reply', { case: id, referral, text: 'استبدل العداد', uploads: [file.upload] }, 'liaison')
  return said
}

/** The office answers the complainant, who says what he thinks of it. Out: what only these say. */
async function answer(desk: TestOffice, id: string): Promise<readonly string[]> {
  const of = { case: id }
  await desk.call('reply.submitDraft', { ...of, text: `السيد ${person.family} أقحوانة`, language: 'ar' }, 'head')
  const draft = (await desk.call<CaseView>('cases.get', of, 'head')).drafts[0]?.id
  await desk.call('reply.approve', { ...of, draft }, 'deputy')
  const sent = { delivery: 'read_by_phone', sentAt: new Date().toISOString(), note: 'سوسنة' }
  await desk.call('reply.recordSent', { ...of, draft, ...sent }, 'head')
  const rated = { rating: 'satisfied', mode: 'phone', ratedAt: new Date().toISOString(), note: 'نرجسة' }
  await desk.call('satisfaction.rate', { ...of, ...rated }, 'clerk')
  return ['أقحوانة', 'سوسنة', 'نرجسة']
}

/** Why he was disclosed: it may tell of him, and is the office's. */
const why = 'الأرجوانية'

/** As if an earlier program had shown the department of a disclosure what the office’s own machine holds of it. */
async function showAsBefore(machine: TestOffice, desk: TestOffice): Promise<void> {
  const [to, from] = [await logOf(machine), await logOf(desk)]
  for (const { id, told } of from.all<{ id: string; told: Uint8Array }>(
    "SELECT id, private AS told FROM events WHERE type = 'disclosed'",
  ))
    expect(to.run("UPDATE events SET private = ? WHERE id = ? AND type = 'disclosed'", told, id).changes).toBe(1)
  to.run("DELETE FROM settings WHERE key = 'disclosures-cleaned'")
  for (const each of [to, from]) each.close()
}

async function logOf({ folder: of }: TestOffice): Promise<WritableDb> {
  const { key } = opened(await openVault(of, { ids: systemIds }))
  return openWritable({ file: storeFile(of), key })
}

/** All that the headers of a machine's feeds name, and the events in its log. */
async function namedTo(machine: TestOffice): Promise<string> {
  const db = await logOf(machine)
  const headers = readFeeds(db).flatMap((feed) => [...headersOf(db, feed)])
  const events = db.all<{ envelope: Uint8Array; facts: Uint8Array }>('SELECT envelope, facts FROM events')
  db.close()
  return Buffer.concat([...headers, ...events.flatMap(({ envelope, facts }) => [envelope, facts])]).toString()
}

it(
  'R-09 B-17 SYNC-FEED-3 SYNC-FEED-9 SYNC-MERGE-6 no byte of a complainant lies on a department’s machine unless he is disclosed, nor after',
  async () => {
    const [desk, machine] = [await joined(office), await joined(department)]
    const id = await register(desk)
    // Its first page is headed with the department, not with the office whose settings it has.
    const water = { office: { code: 'WATER', name: { ar: 'دائرة المياه', en: 'دائرة المياه' } } }
    expect(await machine.call('setup.status', {}, '')).toMatchObject(water)
    const both = async (): Promise<void> => {
      for (const each of [desk, machine, desk, machine]) await each.call('sync.now', {}, '')
    }
    await both()
    const view = await use(machine, id)
    expect(await found(machine, [...identity, ...ownTexts])).toEqual([])
    const referral = view.referrals[0]?.id
    const until = new Date(Date.now() + 86_400_000).toISOString()
    await desk.call('referral.disclose', { case: id, referral, until, note: why }, 'head')
    await both()
    expect((await use(machine, id)).person?.displayName).toContain(person.given)
    // The same search finds all of it now: it can fail.
    const during = await found(machine, identity)
    for (const word of ownTexts) expect((await found(desk, ownTexts)).some((line) => line.endsWith(word))).toBe(true)
    for (const word of identity) expect(during.some((line) => line.endsWith(`: ${word}`))).toBe(true)
    expect(await found(machine, [why])).toEqual([])
    expect(during.some((line) => line.startsWith('backups'))).toBe(true)
    await showAsBefore(machine, desk)
    expect(await found(machine, [why])).not.toEqual([])
    await both()
    expect(await found(machine, [why])).toEqual([])
    expect(await machine.call('system.verify', {}, 'liaison')).toMatchObject({ ok: true, problems: [] })
    expect(await found(machine, ownTexts)).toEqual([])
    // As if a newer program had changed the format meanwhile: its copy of before goes too.
    keepCopyOf(storeFile(machine.folder), 'insaf-schema-2.db')
    await desk.call('referral.endDisclosure', { case: id, referral }, 'head')
    await both()
    expect((await use(machine, id)).person).toBeNull()
    expect(readdirSync(machine.folder)).not.toContain('before-migration')
    expect(await found(machine, [...identity, ...ownTexts, why])).toEqual([])
    const withReply = await reply(machine, id, referral)
    await both()
    // A sealed file is opened for the search: it would find what must not be there.
    expect((await found(machine, [withReply])).some((line) => line.startsWith('files, opened'))).toBe(true)
    const answered = await answer(desk, id)
    await both()
    await use(machine, id)
    for (const word of answered) expect((await found(desk, answered)).some((line) => line.endsWith(word))).toBe(true)
    expect(await found(machine, [...identity, ...ownTexts, ...answered])).toEqual([])
    // Who joins now is not even told which record it was (SYNC-FEED-9); who knew it then is still told that it is gone.
    const late = await joined(department)
    await late.call('sync.now', {}, '')
    const { person: record } = await desk.call<CaseView>('cases.get', { case: id }, 'head')
    expect((await use(late, id)).person).toBeNull()
    expect(await namedTo(late)).toContain(id)
    expect(await namedTo(late)).not.toContain(record?.id)
    expect(await namedTo(machine)).toContain(record?.id)
    expect(await late.call('system.verify', {}, 'liaison')).toMatchObject({ ok: true, problems: [] })
    expect((await late.call<{ hash: string }>('system.stateHash', {}, '')).hash).toBe(
      (await machine.call<{ hash: string }>('system.stateHash', {}, '')).hash,
    )
    await machine.close()
    expect(await found(machine, [...identity, ...ownTexts])).toEqual([])
    expect(readdirSync(machine.folder)).toContain('insaf.db')
  },
  serverPatience,
)

/** Another one, of whom the first test holds nothing. */
const forgotten = {
  given: 'Melisande',
  family: 'الخندريسي',
  mobile: '0796555017',
  address: 'عطفة القرمز 3',
  document: { country: 'JO', kind: 'national_id', number: '9871236557' },
}
const forgottenWords = ['Melisande', 'الخندريسي', '796555017', 'القرمز', '9871236557']

it(
  'S19 SYNC-FEED-7 who is forgotten at one machine of an office is gone from the other at its next contact, and what was not sent yet goes up without him',
  async () => {
    const [desk, other] = [await joined(office), await joined(office)]
    const form = phoneForm({ person: { kind: 'new', details: forgotten }, subject: 'عداد', text: 'العداد لا يعمل' })
    const { case: id } = await desk.call<{ case: string }>('intake.register', form, 'head')
    await desk.call('triage.withdraw', { case: id, note: '' }, 'head')
    for (const each of [desk, other]) await each.call('sync.now', {}, '')
    await use(other, id, 'head')
    const half = { key: forgotten.mobile, known: null, person: { ...forgotten, kind: 'individual' } }
    await other.call('intake.saveDraft', { id: 'half', form: { window: half } }, 'head')
    const before = await found(other, forgottenWords)
    for (const word of forgottenWords) expect(before.some((line) => line.endsWith(word))).toBe(true)
    const { person: known } = await desk.call<CaseView>('cases.get', { case: id }, 'head')
    await desk.call('people.change', { id: known?.id, details: { ...forgotten, address: 'ساحة Pimpernel' } }, 'head')
    await desk.call('people.forget', { id: known?.id, reason: 'request' }, 'head')
    for (const each of [desk, other]) {
      await each.call('sync.now', {}, '')
      expect(await found(each, [...forgottenWords, 'Pimpernel'])).toEqual([])
      expect(await each.call('system.verify', {}, '')).toMatchObject({ ok: true, problems: [] })
      expect((await each.call<CaseView>('cases.get', { case: id }, 'head')).person).toBeNull()
    }
    expect(await desk.call('sync.items', {}, 'head')).toEqual([])
  },
  serverPatience,
)
