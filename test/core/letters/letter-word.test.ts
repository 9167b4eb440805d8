import { createHash } from 'node:crypto'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { LetterKind } from '#core/letters/letter-facts.ts'
import { makeLetter } from '#core/letters/make-letter.ts'
import { printFontFile } from '#core/word/print-fonts.ts'
import { docxPart, paragraphsIn } from './docx-parts.ts'
import { sampleFacts, sampleOffice } from './sample-facts.ts'

const kinds = ['receipt', 'referral', 'reply', 'rejection'] as const satisfies readonly LetterKind[]
const arabic = /\p{Script=Arabic}/u
const latin = /\p{Script=Latin}/u

test.each(kinds)('bug 21 %s: every Arabic paragraph and run of the Word file says right to left', async (kind) => {
  const { word } = await makeLetter(kind, sampleFacts, { language: 'ar' })
  const xml = (await docxPart(word, 'word/document.xml')) + (await docxPart(word, 'word/footer1.xml'))
  const paragraphs = paragraphsIn(xml).filter((paragraph) => arabic.test(paragraph.text))
  expect(paragraphs.length).toBeGreaterThan(8)
  for (const { properties, runs, text } of paragraphs) {
    expect(properties, text).toContain('<w:bidi/>')
    expect(properties, text).not.toMatch(/<w:jc w:val="(left|right)"/)
    for (const run of runs.filter((each) => arabic.test(each.text))) {
      expect(run.properties, run.text).toContain('<w:rtl/>')
      expect(run.properties, run.text).toMatch(/w:cs="Noto Naskh Arabic"/)
      expect(run.properties, run.text).toContain('w:bidi="ar-SA"')
      expect(run.properties.includes('<w:b/>'), run.text).toBe(run.properties.includes('<w:bCs/>'))
      expect(latin.test(run.text), run.text).toBe(false)
    }
  }
  for (const size of xml.matchAll(/<w:sz w:val="(\d+)"\/>(<w:szCs w:val="(\d+)"\/>)?/g)) expect(size[3]).toBe(size[1])
})

test.each(kinds)(
  'bug 21 %s: tables are drawn from the right with fixed widths, the section reads right to left',
  async (kind) => {
    const { word } = await makeLetter(kind, sampleFacts, { language: 'ar' })
    const xml = await docxPart(word, 'word/document.xml')
    const tables = xml.match(/<w:tblPr>.*?<\/w:tblPr>/gs) ?? []
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) {
      expect(table).toContain('<w:bidiVisual/>')
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
    }
    expect(xml).toMatch(/<w:sectPr[^>]*>.*<w:bidi\/>(<w:docGrid[^>]*>)?<\/w:sectPr>/s)
  },
)

test('bug 21 an English letter is not turned: no section, table or own paragraph reads from the right', async () => {
  const { word } = await makeLetter(
    'reply',
    { ...sampleFacts, complainant: 'Sarah', subject: '', reply: { text: 'Done.', isDraft: false } },
    { language: 'en' },
  )
  const xml = await docxPart(word, 'word/document.xml')
  expect(xml).not.toContain('<w:bidiVisual/>')
  expect(/<w:sectPr.*<\/w:sectPr>/s.exec(xml)?.[0]).not.toContain('<w:bidi/>')
  for (const paragraph of paragraphsIn(xml).filter((each) => latin.test(each.text)))
    expect(paragraph.properties).not.toContain('<w:bidi/>')
})

test('B-13 an English word, a telephone number and an address inside Arabic are runs of their own from the left', async () => {
  const reply = { text: 'راجعوا بوابة Sehhaty أو الرقم 011-212-5560 أو help@moh.example.', isDraft: false }
  const { word } = await makeLetter('reply', { ...sampleFacts, reply }, { language: 'ar' })
  const runs = paragraphsIn(await docxPart(word, 'word/document.xml')).flatMap((paragraph) => paragraph.runs)
  for (const text of ['Sehhaty', '\u200E011-212-5560\u200E', 'help@moh.example']) {
    expect(runs.find((run) => run.text === text)?.properties, text).toContain('<w:rtl w:val="false"/>')
  }
})

test('R-04 the same facts give the same bytes, other facts other bytes', async () => {
  const hash = async (kind: LetterKind, facts = sampleFacts): Promise<string> =>
    createHash('sha256')
      .update((await makeLetter(kind, facts)).word)
      .digest('hex')
  for (const kind of kinds) expect(await hash(kind)).toBe(await hash(kind))
  expect(await hash('receipt', { ...sampleFacts, trackingCode: 'AAAAAA' })).not.toBe(await hash('receipt'))
})

test('B-13 hostile text gives a whole Word file: escaped, no character XML forbids, no direction control', async () => {
  const evil = '<w:p/>&\u0000\u0008\uFFFF\uD800\u202Eمعكوس\u2067'
  const facts = {
    ...sampleFacts,
    complainant: evil,
    subject: evil,
    reply: { text: evil, isDraft: false },
    signatory: { name: evil, title: evil },
  }
  const { word } = await makeLetter('reply', facts, { language: 'ar' })
  const xml = await docxPart(word, 'word/document.xml')
  expect(xml).toContain('&lt;w:p/&gt;&amp;')
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/)
})

test('R-09 the referral file holds nothing of the complainant in any of its parts', async () => {
  const { word } = await makeLetter('referral', {
    ...sampleFacts,
    complainant: 'زرقاءاليمامة',
    subject: 'زرقاءاليمامة',
    text: 'زرقاءاليمامة',
  })
  const zip = await JSZip.loadAsync(word)
  for (const file of Object.values(zip.files))
    expect(await file.async('string'), file.name).not.toContain('زرقاءاليمامة')
})

test('B-13 the print font travels with the file and comes out of it whole', async () => {
  const { word } = await makeLetter('receipt', sampleFacts)
  const zip = await JSZip.loadAsync(word)
  const table = await docxPart(word, 'word/fontTable.xml')
  const key = /<w:embedRegular[^>]*w:fontKey="\{([0-9A-F-]+)\}"/.exec(table)?.[1] ?? ''
  const packed = (await zip.file('word/fonts/font1.odttf')?.async('uint8array')) ?? new Uint8Array()
  const keyBytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  const font = packed.map((byte, index) => (index < 32 ? byte ^ (keyBytes[index % 16] ?? 0) : byte))
  expect(Buffer.from(font).equals(printFontFile('regular'))).toBe(true)
})

test('R-04 the sheet has the size of its paper', async () => {
  const sizeOf = async (paper: 'a4' | 'a5' | 'thermal'): Promise<string | undefined> => {
    const { word } = await makeLetter('receipt', { ...sampleFacts, office: sampleOffice }, { paper })
    return /<w:pgSz w:w="(\d+)"/.exec(await docxPart(word, 'word/document.xml'))?.[1]
  }
  expect(await sizeOf('a4')).toBe('11906')
  expect(await sizeOf('a5')).toBe('8391')
  expect(await sizeOf('thermal')).toBe('4535')
})

test('B-13 a line of the Word file may end behind the first number in brackets, so that no bracket stays alone before it', async () => {
  const { word } = await makeLetter('referral', sampleFacts, { language: 'ar' })
  const xml = await docxPart(word, 'word/document.xml')
  expect(xml).toContain('22\u00A0فبراير\u00A02026 (5 رمضان\u00A01447\u00A0هـ)')
})
