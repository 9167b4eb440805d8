import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#core/intake/email/decode-text.ts'
import type { ParsedEmail } from '#core/intake/email/parsed-email.ts'
import { readEmail } from '#core/intake/email/read-email.ts'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { testData, whereGiven } from '#test/support/test-data.ts'
import { encodeCharset } from './encode-charset.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text.replaceAll('\n', '\r\n'))
const in1256 = (text: string): Uint8Array => encodeCharset(text.replaceAll('\n', '\r\n'), 'windows-1256')
const base64 = (text: string, charset: string): string =>
  Buffer.from(charset === 'utf-8' ? Buffer.from(text) : encodeCharset(text, charset)).toString('base64')

async function parsed(bytes: Uint8Array): Promise<ParsedEmail> {
  const result = await readEmail(bytes, parseReference)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readEmail(bytes, parseReference)
  return result.ok ? 'ok' : result.refusal.code
}

describe('C-05 Arabic mail as it really comes', () => {
  test.each(['windows-1256', 'iso-8859-6'])('headers and body in raw %s bytes, without any label', async (charset) => {
    const email = await parsed(
      encodeCharset(
        'From: محمد العلي <m@example.org>\r\nSubject: شكوى بشأن انقطاع المياه\r\n\r\nالسلام عليكم\r\nانقطعت المياه عن الحي',
        charset,
      ),
    )
    expect(email.subject).toBe('شكوى بشأن انقطاع المياه')
    expect(email.from).toEqual({ name: 'محمد العلي', address: 'm@example.org' })
    expect(email.text).toBe('السلام عليكم\nانقطعت المياه عن الحي')
  })

  test('windows-1256 bytes under the labels iso-8859-1 and utf-8', async () => {
    for (const label of ['iso-8859-1', 'utf-8']) {
      const email = await parsed(
        in1256(
          `From: a@b.jo\nSubject: =?${label}?B?${base64('تأخر صرف الراتب', 'windows-1256')}?=\nContent-Type: text/plain; charset=${label}\nContent-Transfer-Encoding: 8bit\n\nلم أستلم راتبي`,
        ),
      )
      expect([email.subject, email.text]).toEqual(['تأخر صرف الراتب', 'لم أستلم راتبي'])
      expect(email.warnings).toContain('charset-guessed')
    }
  })

  test('a character cut in two by the sender, with padding between', async () => {
    const bytes = Buffer.from('متابعة الشكوى')
    const [first, second] = [bytes.subarray(0, 7).toString('base64'), bytes.subarray(7).toString('base64')]
    const email = await parsed(bytesOf(`From: a@b.jo\nSubject: =?utf-8?B?${first}?=\n =?utf-8?B?${second}?=\n\nx`))
    expect(email.subject).toBe('متابعة الشكوى')
  })

  test('HTML that names its charset only in a meta tag', async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>x</title></head><body><p>طلب رقم 5</p></body></html>'
    expect((await parsed(in1256(`From: a@b.jo\nSubject: x\nContent-Type: text/html\n\n${html}`))).text).toBe(
      'طلب رقم 5',
    )
  })

  test('file names raw, in encoded words, and by RFC 2231', async () => {
    const name = 'صورة الهوية.jpg'
    const percent = [...encodeCharset(name, 'windows-1256')].map((byte) => `%${byte.toString(16)}`).join('')
    const forms = [
      `filename="${name}"`,
      `filename="=?windows-1256?B?${base64(name, 'windows-1256')}?="`,
      `filename*=windows-1256''${percent}`,
    ]
    for (const form of forms) {
      const email = await parsed(
        in1256(
          `From: a@b.jo\nSubject: x\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nنص\n--q\nContent-Type: image/jpeg\nContent-Disposition: attachment; ${form}\nContent-Transfer-Encoding: base64\n\n/9j/\n--q--`,
        ),
      )
      expect(email.attachments.map((file) => file.name)).toEqual([name])
      expect([...(email.attachments[0]?.bytes ?? [])]).toEqual([0xff, 0xd8, 0xff])
    }
  })
})

describe('C-05 threading', () => {
  const reference = formatReference({ office: 'JAM', year: 2026, serial: 123 })

  test('a reference number is found in Arabic digits, with other dashes and direction marks, once', async () => {
    const arabic = reference.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    const email = await parsed(
      bytesOf(
        `From: a@b.jo\nSubject: Re: ${reference.replaceAll('-', ' – ')}\n\nرقم الشكوى \u200F${arabic}\u200F شكراً`,
      ),
    )
    expect(email.referenceCandidates).toEqual([reference])
  })

  test('a wrong check digit is no reference', async () => {
    const wrong = reference.slice(0, -1) + String((Number(reference.at(-1)) + 1) % 10)
    expect((await parsed(bytesOf(`From: a@b.jo\nSubject: ${wrong}\n\nx`))).referenceCandidates).toEqual([])
  })

  test('message ids, answers and automatic mail are told', async () => {
    const email = await parsed(
      bytesOf(
        'From: a@b.jo\nMessage-ID: <1@b>\nIn-Reply-To: <0@b>\nReferences: <a@b>\n <0@b>\nAuto-Submitted: auto-replied\n\nx',
      ),
    )
    expect(email).toMatchObject({
      messageId: '<1@b>',
      inReplyTo: ['<0@b>'],
      references: ['<a@b>', '<0@b>'],
      isAutomatic: true,
    })
  })
})

describe('C-05 times', () => {
  test.each([
    ['Sun, 06 Nov 2022 10:15:00 +0200', '2022-11-06T08:15:00.000Z', false],
    ['6 Nov 2022 10:15 GMT', '2022-11-06T10:15:00.000Z', false],
    ['Mon, 06 Nov 2022 10:15:00 +0200', '2022-11-06T08:15:00.000Z', true],
    ['06 Nov 2022 10:15:00', '2022-11-06T10:15:00.000Z', true],
    ['06 Nov 22 10:15:00 +0000', '2022-11-06T10:15:00.000Z', true],
    ['2022-11-06 10:15:00+03:00', '2022-11-06T07:15:00.000Z', false],
  ])('the date %j is %s, in doubt: %s', async (date, instant, isDoubtful) => {
    expect((await parsed(bytesOf(`From: a@b.jo\nDate: ${date}\n\nx`))).sentAt).toEqual({ instant, isDoubtful })
  })

  test.each(['', 'yesterday', '31 Feb 2022 10:15:00 +0000', '06 Nov 2022 25:15:00 +0000', '06 Xyz 2022 10:15 GMT'])(
    'the date %j is none',
    async (date) => {
      const email = await parsed(bytesOf(`From: a@b.jo\nDate: ${date}\n\nx`))
      expect(email.sentAt).toBeNull()
      expect(email.warnings).toContain('no-date')
    },
  )
})

describe('bad input 6: hostile messages', () => {
  test('scripts, remote pictures and hidden parts of HTML become nothing; the words stay', async () => {
    const html =
      '<style>a{}</style><script>alert(1)</script><img src="http://evil/x.png" onerror="steal()"><p>نص <b>الشكوى</b> &lt;script&gt;</p><!-- c --><iframe src=x>y</iframe><table><tr><td>1</td><td>2</td></tr></table>'
    const { text } = await parsed(bytesOf(`From: a@b.jo\nContent-Type: text/html; charset=utf-8\n\n${html}`))
    expect(text).toBe('نص الشكوى <script>\n\n1\t2')
  })

  test('too large, too many parts, too deep, and headers without end are refused', async () => {
    const parts = '--q\n\nx\n'.repeat(201)
    expect(await codeOf(bytesOf(`From: a@b.jo\nContent-Type: multipart/mixed; boundary=q\n\n${parts}--q--`))).toBe(
      'email-too-many-parts',
    )
    const deep = Array.from(
      { length: 12 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    ).join('')
    expect(await codeOf(bytesOf(`From: a@b.jo\n${deep}\nx`))).toBe('email-not-readable')
    expect(await codeOf(bytesOf(`From: a@b.jo\n${`X-A: ${'a'.repeat(1000)}\n`.repeat(600)}\nx`))).toBe(
      'email-not-readable',
    )
    expect(await codeOf(new Uint8Array(50 * 1024 * 1024 + 1))).toBe('email-too-large')
    expect(await codeOf(new Uint8Array(0))).toBe('email-not-readable')
  })

  test('a hostile subject and file name cannot turn the line they are shown in', async () => {
    const email = await parsed(
      bytesOf(
        'From: "\u202Eabc" <a@b.jo>\nSubject: \u202Ex\u0007\nContent-Type: multipart/mixed; boundary=q\n\n--q\nContent-Disposition: attachment; filename="a\u202Efdp.exe"\n\nx\n--q--',
      ),
    )
    expect([email.from?.name, email.subject, email.attachments[0]?.name]).toEqual(['abc', 'x', 'afdp.exe'])
  })

  test('a second From line cannot take the place of the first', async () => {
    expect((await parsed(bytesOf('From: real@b.jo\nFrom: false@b.jo\n\nx'))).from?.address).toBe('real@b.jo')
  })

  test.each([
    ['unclosed tags', '<a <a '.repeat(200_000)],
    ['unclosed comments', '<!-- '.repeat(200_000)],
    ['quotes', '<a "'.repeat(100_000) + "<b '".repeat(100_001)],
    ['entities', '&#'.repeat(500_000)],
    ['scripts', '<script>'.repeat(100_000)],
  ])('a megabyte of %s takes no more than a moment', async (_, html) => {
    const start = performance.now()
    await parsed(bytesOf(`From: a@b.jo\nContent-Type: text/html\n\n${html}`))
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test.each([
    ['encoded words', `Subject: ${'=?utf-8?B?'.repeat(20_000)}`],
    ['folds', `Subject: x${'\n '.repeat(50_000)}y`],
    ['addresses', `To: ${'a@b.jo,'.repeat(50_000)}`],
    ['brackets', `To: ${'<'.repeat(100_000)}`],
    ['ids', `References: ${'<a@b> '.repeat(50_000)}`],
    ['spaces in a date', `Date: ${' '.repeat(200_000)}x`],
  ])('a header of endless %s takes no more than a moment', async (_, header) => {
    const start = performance.now()
    await codeOf(bytesOf(`From: a@b.jo\n${header}\n\nx`))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe.skipIf(testData === null)('C-05 real messages', () => {
  const folder = join(testData ?? '', 'email')
  const read = (...path: string[]): Buffer => readFileSync(join(folder, ...path))
  /** Not mail: a person opens the kept file. */
  const refused = [
    'mail-mime-parser__winmail.dat',
    'tnef__long-filename.tnef',
    'tnef__triples.tnef',
    'tnef__two-files.tnef',
  ]
  const names = whereGiven([], () => readdirSync(join(folder, 'messages')))

  test.each(names)('%s ends as a message or as a refusal', async (name) => {
    const result = await readEmail(read('messages', name), parseReference)
    expect(result.ok ? 'parsed' : result.refusal.code).toBe(refused.includes(name) ? 'email-not-readable' : 'parsed')
  })

  test.each([
    ['mail-mime-parser__m1009.eml', ['blueball.png', 'greenball.png', 'hareandtoroise.txt']],
    ['php-imap__attachment_encoded_filename.eml', ['Prostřeno_2014_poslední volné termíny.xls']],
    ['php-imap__embedded_email.eml', ['demo.eml']],
    ['mail__attachment_pdf.eml', ['broken.pdf']],
    ['postal-mime__calendar-event.eml', ['part-1.ics', 'invite.ics']],
    ['msgreader__attachmentFiles.msg', ['jpg.jpg', 'png.png', 'tif.tif']],
    ['msgreader__msgInMsg.msg', ['Microsoft Outlook テスト メッセージ.msg', 'green.png']],
    ['msg-extractor__unicode.msg', ['import OleFileIO.tif', 'raised value error.tif']],
    ['outlook-message-parser__nested_simple_mail.msg', ['outlookmsg2html Testmail.msg']],
  ])('%s keeps its attachments and their names', async (name, attachments) => {
    const email = await parsed(read('messages', name))
    expect(email.attachments.map((attachment) => attachment.name)).toEqual(attachments)
    expect(email.attachments.every(({ bytes }) => bytes.length > 0)).toBe(true)
  })

  test.each([
    ['msgreader__Simple.msg', { subject: 'Simple', text: 'Simple' }],
    ['msgreader__Hello_+CJK.msg', { subject: 'Hello +CJK', text: 'Hello\nC 你好\nJ こんにちは\nK 안녕하세요' }],
    [
      'msg-extractor__unicode.msg',
      {
        from: { name: 'Brian Zhou', address: 'brizhou@gmail.com' },
        sentAt: { instant: '2013-11-18T08:26:24.000Z', isDoubtful: false },
      },
    ],
    [
      'php-imap__undefined_charset_header.eml',
      {
        subject: 'Submit your tax refund | Australian Taxation Office.',
        from: { name: 'myGov', address: 'info@bla.bla' },
      },
    ],
    ['php-imap__missing_from.eml', { from: null, text: 'Hi', warnings: ['no-sender'] }],
    ['php-imap__missing_date.eml', { sentAt: null, warnings: ['no-date'] }],
    [
      'james-mime4j__malformedHeaderStartsBody-noheader.eml',
      { text: 'This is a simple message not having headers.\nThe whole text should be recognized as body.' },
    ],
    ['postal-mime__bounce.eml', { isAutomatic: true, subject: 'Undelivered Mail Returned to Sender' }],
  ])('%s reads as expected', async (name, expected) =>
    expect(await parsed(read('messages', name))).toMatchObject(expected),
  )

  const derived = JSON.parse(whereGiven('{}', () => read('derived_arabic', 'expected.json').toString())) as Record<
    string,
    { subject: string; body: string; attachments: { filename: string; text: string }[] }
  >
  test.each(Object.entries(derived))('%s reads as expected', async (name, expected) => {
    const email = await parsed(read('derived_arabic', name))
    expect([email.subject, email.text]).toEqual([expected.subject, expected.body])
    const files = email.attachments.map((file) => ({
      filename: file.name,
      text: decodeText(file.bytes, null).text.trim(),
    }))
    expect(files).toEqual(expected.attachments)
  })

  const words = JSON.parse(whereGiven('[]', () => read('arabic_encoded_words.json').toString())) as {
    raw: string
    decoded: string
  }[]
  test.each(words)('the encoded word $raw is $decoded', async ({ raw, decoded }) => {
    expect((await parsed(bytesOf(`From: a@b.jo\nSubject: ${raw}\n\nx`))).subject).toBe(decoded)
  })

  test.each([
    'mail-mime-parser__m2004.eml',
    'mailparser__nested.eml',
    'postal-mime__bounce.eml',
    'mail__empty_group_lists.eml',
  ])('%s cut anywhere neither throws nor hangs', async (name) => {
    const whole = read('messages', name)
    const step = Math.ceil(whole.length / 40)
    for (let length = 0; length < whole.length; length += step)
      expect(await codeOf(whole.subarray(0, length))).toMatch(/^ok$|^email-/)
  })
})
