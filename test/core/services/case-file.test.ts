import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { reasonsWith } from '#shared/wording/written-with.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { docxPart, paragraphsIn } from '#test/core/letters/docx-parts.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import { strictCase } from '#test/support/strict-case.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { addUser } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* The file of a whole case on paper (UI-12): all that its reader may see of it, and nothing more. */

interface Paper {
  readonly language: string
  readonly html: string
  readonly word: { readonly name: string; readonly url: string }
}

const fileOf = (office: TestOffice, of: object, as?: string): Promise<Paper> =>
  office.call<Paper>('letters.make', { ...of, kind: 'case_file' }, as)

const wordsOf = ({ html }: Paper): string =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<\/?(bdi|span)[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+/g, ' ')

async function bytesOf(office: TestOffice, { word }: Paper): Promise<Buffer> {
  const file = await office.core.fileOf(word.url.split('/').at(-1) ?? '', new URLSearchParams())
  return file === null ? Buffer.alloc(0) : buffer(file.open(0, file.size - 1))
}

/** Registered with a file and a note, referred to two departments, one of which asked and answered; a reply left. */
async function workedCase() {
  const { office, a, b } = await staffed()
  const details = { given: 'إسراء', family: 'الطراونة', mobile: '0791234567', email: 'esraa@example.org' }
  const { reference } = await office.call<{ reference: string }>(
    'intake.register',
    phoneForm({ person: { kind: 'new', details } }),
    'rana',
  )
  const of = { case: reference }
  const path = join(temporaryFolder(), 'إيصال الدفع.txt')
  writeFileSync(path, 'إيصال')
  const { upload } = await office.call<{ upload: string }>('files.add', { path })
  const file = await office.call<object>('files.describe', { upload })
  await office.call('desk.addFiles', { ...of, files: [file], original: true })
  await office.call('desk.addNote', { ...of, text: 'اتصل مرتين <b>غاضباً</b>.' })
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  office.now = at('2026-01-05 10:00')
  const referrals = [
    { department: a, text: 'لبيان سبب تأخر الرخصة.' },
    { department: b, text: 'لبيان حال الرسوم.' },
  ]
  await office.call('referral.refer', { ...of, referrals }, 'salma')
  const [own] = (await office.call<CaseView>('cases.get', of)).referrals
  const ofOwn = { ...of, referral: own?.id }
  await office.call('referral.askClarification', { ...ofOwn, by: 'department', text: 'ما رقم المعاملة؟' }, 'ali')
  await office.call('referral.answerClarification', { ...ofOwn, text: 'رقمها 4471.' }, 'salma')
  const senderLetter = { number: 'م/118', date: '2026-01-04' }
  await office.call('referral.reply', { ...ofOwn, text: 'نقص في الأوراق استُكمل.', files: [], senderLetter }, 'ali')
  office.now = at('2026-01-06 09:00')
  return { office, of, reference }
}

/** The other department is excused, and a reply is written to the complainant. */
async function answered({ office, of }: Awaited<ReturnType<typeof workedCase>>): Promise<void> {
  const other = (await office.call<CaseView>('cases.get', of)).referrals.at(-1)
  await office.call('referral.waive', { ...of, referral: other?.id, note: 'لا حاجة إليه.' }, 'salma')
  await office.call('reply.submitDraft', { ...of, text: 'صدرت رخصتكم اليوم.', language: 'ar' }, 'salma')
}

test('F-01 C-06 number and date of a department’s letter stand with its reply: in the view, the history and the case file', async () => {
  const { office, of } = await workedCase()
  const view = await office.call<CaseView>('cases.get', of)
  expect(view.referrals[0]?.reply?.senderLetter).toEqual({ number: 'م/118', date: '2026-01-04' })
  const said = view.timeline
    .filter(({ type }) => type === 'ref_replied')
    .flatMap((entry) => reasonsWith(entry.private, (day) => day.split('-').toReversed().join('/')))
  expect(said.map(({ text }) => text)).toEqual(['م/118', '04/01/2026'])
  // In the history and beside the reply.
  expect(wordsOf(await fileOf(office, of)).split('م/118')).toHaveLength(3)
})

test('UI-12 F-05 what was asked about a reply stands behind it in the case file, what was asked before it before it', async () => {
  const { office, of } = await workedCase()
  const [own] = (await office.call<CaseView>('cases.get', of)).referrals
  const ofOwn = { ...of, referral: own?.id }
  await office.call('referral.askClarification', { ...ofOwn, by: 'team', text: 'متى استُكمل؟' }, 'salma')
  await office.call('referral.answerClarification', { ...ofOwn, text: 'استُكمل أمس.' }, 'ali')
  const paper = await fileOf(office, of)
  const word = paragraphsIn(await docxPart(await bytesOf(office, paper), 'word/document.xml'))
    .map(({ text }) => text)
    .join('\n')
  for (const words of [wordsOf(paper), word]) {
    const order = ['ما رقم المعاملة؟', 'نقص في الأوراق استُكمل.', 'متى استُكمل؟', 'استُكمل أمس.']
    const places = order.map((said) => words.lastIndexOf(said))
    expect(places[0]).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
  }
})

test('UI-12 the case file holds the cover, what was asked, the history in words, the correspondence, the attachments and the replies, in both languages', async () => {
  const worked = await workedCase()
  await answered(worked)
  const { office, of, reference } = worked
  const arabic = await fileOf(office, of)
  const words = wordsOf(arabic)
  for (const expected of [
    reference,
    'إسراء الطراونة',
    'تأخر إصدار رخصة المهن',
    'مهلة الرد',
    'قدمت طلب الرخصة قبل شهر ولم يصدر القرار.',
    `سُجّل الطلب برقم ${reference}`,
    'اتصل مرتين &lt;b&gt;غاضباً&lt;/b&gt;.',
    'لبيان سبب تأخر الرخصة.',
    'ما رقم المعاملة؟',
    'نقص في الأوراق استُكمل.',
    'إيصال الدفع.txt',
    'صدرت رخصتكم اليوم.',
  ])
    expect(words).toContain(expected)
  expect(arabic).toMatchObject({ language: 'ar', word: { name: `ملف-طلب-${reference}.docx` } })
  const { timeline } = await office.call<CaseView>('cases.get', of)
  expect(arabic.html.match(/<tr><td>/g)).toHaveLength(timeline.length + 1)
  // What stands in a section of its own is not said again in the history.
  for (const once of ['لبيان سبب تأخر الرخصة.', 'ما رقم المعاملة؟', 'صدرت رخصتكم اليوم.'])
    expect(words.split(once)).toHaveLength(2)
  const english = await fileOf(office, { ...of, language: 'en' })
  expect(wordsOf(english)).toContain(`Registered as ${reference}`)
  expect(wordsOf(english)).toContain('Correspondence with departments')
  expect(english.html).toContain('<html lang="en" dir="ltr">')
  for (const paper of [words, wordsOf(english)]) expect(paper).not.toMatch(/\{\w+\}|undefined|null|NaN/)
})

test('UI-12 bug 21 the Word file says the same, right to left in every Arabic paragraph', async () => {
  const { office, of } = await workedCase()
  const paper = await fileOf(office, of)
  const paragraphs = paragraphsIn(await docxPart(await bytesOf(office, paper), 'word/document.xml'))
  const text = paragraphs.map((each) => each.text).join('\n')
  for (const expected of ['إسراء الطراونة', 'لبيان سبب تأخر الرخصة.', 'اتصل مرتين <b>'.replace('<b>', '&lt;b&gt;')])
    expect(text.replaceAll('\u200E', '')).toContain(expected)
  const arabic = paragraphs.filter((each) => /^\p{Script=Arabic}/u.test(each.text))
  expect(arabic.length).toBeGreaterThan(40)
  for (const { properties } of arabic) expect(properties).toContain('<w:bidi/>')
})

test('UI-12 B-13 names of files in one line keep their direction each, on paper and in Word', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(), 'rana')
  const of = { case: reference }
  const describe = async (name: string): Promise<object> => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, name)
    const { upload } = await office.call<{ upload: string }>('files.add', { path })
    return office.call<object>('files.describe', { upload })
  }
  const described = [await describe('محضر.txt'), await describe('evaljs.pdf'), await describe('خطة.pdf')]
  await office.call('desk.addFiles', { ...of, files: described, original: true })
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const files = (await office.call<CaseView>('cases.get', of)).files.map(({ file }) => file)
  const referral = { department: a, text: 'للاطلاع على «محضر.txt».', files }
  await office.call('referral.refer', { ...of, referrals: [referral] }, 'salma')
  const paper = await fileOf(office, of)
  const isolated = [
    '<bdi dir="rtl">محضر.<bdi dir="ltr">txt</bdi></bdi>',
    '<bdi dir="ltr">evaljs.pdf</bdi>',
    '<bdi dir="rtl">خطة.<bdi dir="ltr">pdf</bdi></bdi>',
  ]
  expect(paper.html).toContain(`>الملفات: ${isolated.join('، ')}</p>`)
  const paragraphs = paragraphsIn(await docxPart(await bytesOf(office, paper), 'word/document.xml'))
  const line = paragraphs.find(({ text }) => text.startsWith('الملفات: '))
  expect(line?.text).toBe('الملفات: محضر.txt، evaljs.pdf، خطة.pdf')
  const leftToRight = line?.runs.filter(({ properties }) => properties.includes('<w:rtl w:val="false"/>'))
  expect(leftToRight?.map(({ text }) => text)).toEqual(['txt', 'evaljs.pdf', 'pdf'])
})

test('UI-12 rows of tables have the short date, and the Hijri one stands on the cover alone, not broken inside', async () => {
  const { office, of } = await workedCase()
  await office.call('admin.setSettings', { ...(await office.call<object>('admin.settings')), hijri: true })
  const { html } = await fileOf(office, of)
  const bare = html.slice(html.indexOf('<body')).replace(/<[^>]*>|[\u2066-\u2069\u200E]/g, '')
  const hijri = bare.match(/\([^()]{1,40}هـ\)/g) ?? []
  expect(hijri.length).toBeGreaterThan(0)
  for (const date of hijri) expect(date).not.toContain(' ')
  expect(bare.slice(bare.indexOf('المواعيد'), bare.indexOf('قدمت طلب الرخصة'))).not.toContain('هـ)')
  expect(wordsOf({ html } as Paper)).toContain('05/01/2026، 10:00 ص')
  expect(wordsOf({ html } as Paper)).toMatch(/إعداد: .+، في 6 /)
  expect(wordsOf({ html } as Paper)).toContain('ورد في 05/01/2026، في الموعد')
  expect(wordsOf(await fileOf(office, { ...of, language: 'en' }))).toContain('Arrived on 05/01/2026, in time')
})

test('UI-12 in Word a heading stands with its table, and no row of it alone', async () => {
  const { office, of } = await workedCase()
  const bytes = await bytesOf(office, await fileOf(office, of))
  const xml = await docxPart(bytes, 'word/document.xml')
  for (const table of xml.match(/<w:tbl>.*?<\/w:tbl>/gs)?.slice(2) ?? []) {
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
    if (rows.length < 2) continue
    expect(rows[0]).toContain('<w:keepNext/>')
    expect(rows.at(-2)).toContain('<w:keepNext/>')
    expect(rows.at(-1)).not.toContain('<w:keepNext/>')
  }
})

test('R-09 a department gets its own referral alone: no complainant, no text, no note, no other department, no reply of the office', async () => {
  const worked = await workedCase()
  await answered(worked)
  const words = wordsOf(await fileOf(worked.office, worked.of, 'ali'))
  expect(words).toContain('لبيان سبب تأخر الرخصة.')
  expect(words).toContain('نقص في الأوراق استُكمل.')
  for (const hidden of [
    'إسراء',
    '0791234567',
    'esraa',
    'قبل شهر',
    'غاضباً',
    'لبيان حال الرسوم',
    'رخصتكم اليوم',
    'إيصال الدفع',
  ])
    expect(words).not.toContain(hidden)
  expect(words).toContain('الهوية محجوبة')
})

test('R-08 who may not know identities gets the file without them; who may not open the case gets none', async () => {
  const { office, of } = await workedCase()
  await addUser(office, { username: 'wael', groups: ['auditor'] })
  const words = wordsOf(await fileOf(office, of, 'wael'))
  expect(words).toContain('قدمت طلب الرخصة قبل شهر')
  expect(words).toContain('الهوية محجوبة')
  for (const hidden of ['إسراء', '0791234567', 'esraa']) expect(words).not.toContain(hidden)
  const hidden = await strictCase(office)
  expect(await office.refused('letters.make', { case: hidden.reference, kind: 'case_file' }, 'salma')).toBe('not-found')
})

test('S19 the cover says that whoever complained was forgotten, to whoever may know him; to others who he was is not shown', async () => {
  const { office, of } = await workedCase()
  await addUser(office, { username: 'wael', groups: ['auditor'] })
  const { person } = await office.call<CaseView>('cases.get', of)
  const withdrawn = { ...of, note: '' }
  await office.call('triage.withdraw', withdrawn)
  await office.call('people.forget', { id: person?.id, reason: 'request' })
  const told = async (as?: string, language?: string): Promise<readonly boolean[]> => {
    const words = wordsOf(await fileOf(office, { ...of, ...(language === undefined ? {} : { language }) }, as))
    return [/مُحيت بيانات الشخص|The details of the person were removed/, /الهوية محجوبة|Identity not shown/].map(
      (said) => said.test(words),
    )
  }
  expect(await told()).toEqual([true, false])
  expect(await told('admin', 'en')).toEqual([true, false])
  expect(await told('wael')).toEqual([false, true])
  expect(await told('ali')).toEqual([false, true])
})

test('G-06 B-16 the file that is printed or saved leaves its line in the audit, one that is only looked at none of a print', async () => {
  const { office, of } = await workedCase()
  const total = async (kind: string): Promise<number> =>
    (await office.call<{ total: number }>('audit.list', { kind })).total
  const looked = await office.call<Paper>('letters.make', { ...of, kind: 'case_file', preview: true })
  expect(await total('printed')).toBe(0)
  await office.call('letters.printed', { ...of, kind: 'case_file' })
  expect(await total('printed')).toBe(1)
  await bytesOf(office, looked)
  expect(await total('printed')).toBe(2)
  await fileOf(office, of, 'salma')
  expect(await total('printed')).toBe(3)
})
