import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterHtml } from '#core/letters/letter-html.ts'
import type { LetterKind, Paper } from '#core/letters/letter-facts.ts'
import { makeLetter } from '#core/letters/make-letter.ts'
import { receiptModel } from '#core/letters/receipt-model.ts'
import { referralLetterModel } from '#core/letters/referral-letter-model.ts'
import { replyLetterModel } from '#core/letters/reply-letter-model.ts'
import { runs } from '#test/support/effort.ts'
import { modulesIn, readQr } from './read-qr.ts'
import { at, sampleFacts, sampleOffice } from './sample-facts.ts'

const arabicA5 = { language: 'ar', paper: 'a5' } as const
const arabicA4 = { language: 'ar', paper: 'a4' } as const
const shown = (html: string): string => html.slice(html.indexOf('<body'))
const wordsOf = (html: string): string =>
  shown(html)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')

test('R-04 the receipt shows number, both dates, type, expected answer, how to follow up and the tracking code', () => {
  const words = wordsOf(letterHtml(receiptModel(sampleFacts, arabicA5)))
  for (const expected of [
    'MOH-26-000123-4',
    '15 فبراير 2026 (27 شعبان 1447 هـ)، 11:12 ص',
    'شكوى',
    'الأحد، 8 مارس 2026 (19 رمضان 1447 هـ)',
    'K7M2QP',
    '+966 11 212 5555',
    'وزارة الصحة',
    'Ministry of Health',
  ]) {
    expect(words).toContain(expected)
  }
})

test('R-04 digits, month names and Hijri follow the settings of the office; English keeps Latin digits', () => {
  const office = {
    ...sampleOffice,
    country: 'JO' as const,
    zone: 'Asia/Amman',
    digits: 'arabic' as const,
    hijri: false,
  }
  const words = wordsOf(letterHtml(receiptModel({ ...sampleFacts, office }, arabicA5)))
  expect(words).toContain('١٥ شباط ٢٠٢٦، ١١:١٢ ص')
  expect(words).not.toContain('هـ')
  expect(words).toContain('MOH-26-000123-4')
  expect(letterHtml(receiptModel({ ...sampleFacts, office }, arabicA5))).toContain('counter(page, arabic-indic)')
  expect(wordsOf(letterHtml(receiptModel({ ...sampleFacts, office }, { language: 'en', paper: 'a5' })))).toContain(
    '15 February 2026, 11:12',
  )
})

test('R-04 a receipt of mail tells when it came, one of the counter does not say it twice', () => {
  const late = { ...sampleFacts, receivedAt: at('2026-02-12T09:00:00.000Z') }
  expect(wordsOf(letterHtml(receiptModel(late, arabicA5)))).toContain('12 فبراير 2026')
  expect(wordsOf(letterHtml(receiptModel(sampleFacts, arabicA5)))).not.toContain('تاريخ الورود')
})

test('B-18 the square on the receipt reads number, tracking code and verification code', () => {
  const html = letterHtml(receiptModel(sampleFacts, { language: 'ar', paper: 'thermal' }))
  expect(readQr(modulesIn(html))).toBe('MOH-26-000123-4 K7M2QP 8F3A21C0')
})

test('B-18 property: every number, code and verification is read back from the drawn square', () => {
  const text = (alphabet: string, length: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
  const facts = fc.record({
    serial: text('0123456789', 6),
    trackingCode: fc.option(text('23456789ABCDEFGHJKMNPQRSTVWXYZ', 6)),
    verification: fc.option(text('0123456789ABCDEF', 8)),
  })
  fc.assert(
    fc.property(facts, ({ serial, trackingCode, verification }) => {
      const reference = `MOH-26-${serial}-4`
      const html = letterHtml(receiptModel({ ...sampleFacts, reference, trackingCode, verification }, arabicA5))
      const expected = [reference, trackingCode, verification].filter((part) => part !== null).join(' ')
      expect(readQr(modulesIn(html))).toBe(expected)
    }),
    runs(15),
  )
})

test('R-04 the page needs nothing else: no scripts, no addresses outside, its paper size and fonts inside', async () => {
  const { html } = await makeLetter('receipt', sampleFacts, { paper: 'thermal' })
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/<script|<link|<iframe|javascript:/i)
  expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!data:font)/)
  expect(html).toMatch(/@page \{ size: 80mm \d+mm/)
  expect(html.match(/data:font\/woff2;base64/g)).toHaveLength(4)
  expect(html.length).toBeLessThan(300_000)
})

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><style>*{display:none}',
  "' onmouseover='x",
  '&lt;b&gt;',
  '\u202Eمعكوس\u202D',
  '\u2067مفتوح',
  '\u0000\u0008\uFFFE\uD800',
]

test('B-13 hostile text in every field stays text: escaped, no direction control, no control character', async () => {
  const evil = hostile.join(' ')
  const label = { ar: evil.slice(0, 200), en: evil.slice(0, 200) }
  const letterhead = { ministry: label, address: evil, phone: evil, email: evil }
  const facts = {
    ...sampleFacts,
    office: { ...sampleOffice, name: label, letterhead },
    type: label,
    channel: label,
    complainant: evil,
    subject: evil,
    followUp: evil,
    referral: { department: label, text: evil, tellsIdentity: false, sentAt: null, due: null },
    reply: { text: evil, isDraft: false },
    objection: { until: null, how: evil },
    signatory: { name: evil, title: evil },
  }
  for (const kind of ['receipt', 'referral', 'reply', 'rejection'] satisfies LetterKind[]) {
    const { html } = await makeLetter(kind, facts)
    expect(shown(html)).not.toMatch(/<script|<img|<style|onerror=alert\(1\)>|' onmouseover/)
    expect(shown(html)).toContain('&lt;script&gt;')
    expect(shown(html)).toContain('&amp;lt;b&amp;gt;')
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(shown(html)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000\u0008\uFFFE]/)
    expect(shown(html).isWellFormed()).toBe(true)
  }
})

test('B-13 direction per paragraph from its own letters, and isolates for numbers and addresses', () => {
  const reply = {
    text: 'Dear customer, your medicine is ready.\nراجعوا البوابة portal.example.gov أو 011-212-5560.',
    isDraft: false,
  }
  const html = shown(letterHtml(replyLetterModel({ ...sampleFacts, reply }, arabicA4)))
  expect(html).toContain('<p class="paragraph" dir="ltr">Dear customer')
  expect(html).toContain('<bdi dir="ltr">portal.example.gov</bdi>')
  expect(html).toContain('<bdi dir="ltr"><span class="whole">011-212-5560</span></bdi>.')
  expect(html).toContain('<bdi dir="ltr"><span class="whole">MOH-26-000123-4</span></bdi>')
})

test('R-09 property: a referral letter holds nothing of the complainant, whatever is known of them', async () => {
  const secret = fc.string({ unit: fc.constantFrom(...'قثصضطظغفXYZ789'), minLength: 8, maxLength: 20 })
  const facts = fc.record({
    complainant: secret,
    subject: secret,
    text: secret,
    trackingCode: secret,
    reply: fc.record({ text: secret }),
  })
  await fc.assert(
    fc.asyncProperty(facts, async (known) => {
      const html = shown(letterHtml(referralLetterModel({ ...sampleFacts, ...known }, arabicA4)))
      for (const text of [known.complainant, known.subject, known.text, known.trackingCode, known.reply.text])
        expect(html).not.toContain(text)
    }),
    runs(20),
  )
  expect((await makeLetter('referral', sampleFacts)).name).toBe('كتاب-إحالة-MOH-26-000123-4.docx')
})

test('A-10 the reply tells that the case can be resumed, how and until when; without the right it does not', () => {
  const words = wordsOf(letterHtml(replyLetterModel(sampleFacts, arabicA4)))
  expect(words).toContain('يحق لكم طلب استئناف النظر في طلبكم حتى نهاية يوم الأحد، 15 مارس 2026')
  expect(words).toContain('+966 11 212 5555 مع ذكر الرقم المرجعي MOH-26-000123-4')
  const own = { ...sampleFacts, objection: { until: null, how: 'بكتاب إلى رئيس المكتب.' } }
  expect(wordsOf(letterHtml(replyLetterModel(own, arabicA4)))).toContain('بكتاب إلى رئيس المكتب.')
  expect(wordsOf(letterHtml(replyLetterModel({ ...sampleFacts, objection: null }, arabicA4)))).not.toContain(
    'حق الاعتراض',
  )
})

test('A-08 the reply stands as approved, paragraph by paragraph, in the language of the complainant', async () => {
  const { html, name } = await makeLetter('reply', {
    ...sampleFacts,
    language: 'en',
    reply: { text: 'We apologise.\n\nIt is mended.', isDraft: false },
  })
  expect(html).toContain('<html lang="en" dir="ltr">')
  expect(shown(html)).toContain('<p class="paragraph">We apologise.</p>\n<p class="paragraph">It is mended.</p>')
  expect(name).toBe('reply-MOH-26-000123-4.docx')
})

test('bug 16 every field of a letter takes the value just given', async () => {
  const changed = {
    ...sampleFacts,
    complainant: 'هند العتيبي',
    reply: { text: 'النص المعدل الأخير.', isDraft: false },
    reference: 'MOH-26-000777-0',
  }
  await makeLetter('reply', sampleFacts)
  const words = wordsOf((await makeLetter('reply', changed)).html)
  expect(words).toContain('السيد/السيدة هند العتيبي المحترم/ة')
  expect(words).toContain('النص المعدل الأخير.')
  expect(words).toContain('MOH-26-000777-0')
  expect(words).not.toMatch(/الشهري|MOH-26-000123-4|\{\w+\}/)
})

test('R-04 no field is left open on any paper in any language', async () => {
  for (const kind of ['receipt', 'referral', 'reply', 'rejection'] satisfies LetterKind[]) {
    for (const paper of (kind === 'receipt' ? ['a5', 'thermal'] : ['a4']) satisfies Paper[]) {
      for (const language of ['ar', 'en'] as const) {
        const { html } = await makeLetter(kind, sampleFacts, { paper, language })
        expect(wordsOf(html)).not.toMatch(/\{\w+\}|undefined|null|NaN/)
      }
    }
  }
})

test('A-01 a reply that nobody has approved says on the paper that it is a draft', async () => {
  const reply = { text: 'نص الرد', isDraft: true }
  const words = { ar: 'مسودة – لم تُعتمد بعد', en: 'Draft – not approved yet' }
  for (const language of ['ar', 'en'] as const) {
    const { html } = await makeLetter('reply', { ...sampleFacts, reply }, { language })
    expect(wordsOf(html)).toContain(words[language])
    const approved = await makeLetter('reply', { ...sampleFacts, reply: { ...reply, isDraft: false } }, { language })
    expect(wordsOf(approved.html)).not.toContain(words[language])
  }
})

test('UI-12 a practice office says so on everything it prints', async () => {
  const facts = { ...sampleFacts, office: { ...sampleOffice, practice: true } }
  for (const kind of ['receipt', 'referral', 'reply', 'rejection'] satisfies LetterKind[]) {
    expect(wordsOf((await makeLetter(kind, facts, { language: 'ar' })).html)).toContain(
      'نسخة تدريبية – ليست وثيقة رسمية',
    )
  }
})

test('UI-12 no line ends inside a date or a time: neither a lone ص nor a month without its year', () => {
  const dates = 'الأحد، 22 فبراير 2026 (5 رمضان 1447 هـ)، الساعة 3:00 م'
  const html = shown(letterHtml(referralLetterModel(sampleFacts, arabicA4)))
  expect(wordsOf(html)).toContain(dates)
  expect(html).toContain('22\u00A0فبراير\u00A02026 (5\u00A0رمضان\u00A01447\u00A0هـ)، الساعة\u00A03:00\u00A0م')
})

test('UI-12 an office without a ministry stands once at the head, and without contacts no empty foot is drawn', () => {
  const letterhead = { ministry: sampleOffice.name, address: '', phone: '', email: '' }
  const office = { ...sampleOffice, letterhead }
  const html = shown(letterHtml(replyLetterModel({ ...sampleFacts, office }, arabicA4)))
  expect(html.split(office.name.ar)).toHaveLength(2)
  expect(html).not.toContain('<footer')
})

test('UI-12 an office without an English name is not named twice at the head', () => {
  const name = { ar: sampleOffice.name.ar, en: sampleOffice.name.ar }
  const office = { ...sampleOffice, name, letterhead: { ...sampleOffice.letterhead, ministry: name } }
  for (const language of ['ar', 'en'] as const) {
    const html = shown(letterHtml(replyLetterModel({ ...sampleFacts, office }, { ...arabicA4, language })))
    expect(html.split(name.ar)).toHaveLength(2)
    expect(html).not.toContain('<p class="ministry"></p>')
  }
})

test('C-08 a paper in English names the address in English where the office gave one', async () => {
  const addressEn = 'King Fahd Road, Riyadh 12211'
  const office = { ...sampleOffice, letterhead: { ...sampleOffice.letterhead, addressEn } }
  const english = wordsOf((await makeLetter('reply', { ...sampleFacts, office }, { language: 'en' })).html)
  expect(english).toContain(addressEn)
  expect(english).not.toContain(sampleOffice.letterhead.address)
  const arabic = wordsOf((await makeLetter('reply', { ...sampleFacts, office }, { language: 'ar' })).html)
  expect(arabic).toContain(sampleOffice.letterhead.address)
  expect(arabic).not.toContain(addressEn)
  const ungiven = wordsOf((await makeLetter('reply', sampleFacts, { language: 'en' })).html)
  expect(ungiven).toContain(sampleOffice.letterhead.address)
})
