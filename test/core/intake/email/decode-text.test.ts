import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { charsetOf, decodeText } from '#core/intake/email/decode-text.ts'
import { effort } from '#test/support/effort.ts'
import { testData } from '#test/support/test-data.ts'
import { encodeCharset, isEncodable } from './encode-charset.ts'

// No "غلاء": its bytes in ISO-8859-6 are "عناء" in windows-1256, and both are words.
const words = [
  'شكوى',
  'انقطاع المياه',
  'متابعة الطلب',
  'رسوم',
  'الموقع لا يعمل',
  'بلدية الشمال',
  'تأخير صرف المعاش',
  'إزعاج ليلي',
  'محمد عبد الله',
]
const arabicCharsets = ['windows-1256', 'iso-8859-6', 'utf-8'] as const
const wrongLabels = [null, 'us-ascii', 'iso-8859-1', 'utf-8', 'windows-1256', 'iso-8859-6', 'x-unknown', 'unknown-8bit']

const encoded = (text: string, charset: string): Uint8Array =>
  charset === 'utf-8' ? new TextEncoder().encode(text) : encodeCharset(text, charset)

const wronglyRead = (texts: readonly string[], label: string | null): string[] =>
  arabicCharsets.flatMap((charset) =>
    texts
      .filter((text) => charset === 'utf-8' || isEncodable(text, charset))
      .filter((text) => decodeText(encoded(text, charset), label).text !== text)
      .map((text) => `${charset}: ${text}`),
  )

test.each(wrongLabels)('C-05 short Arabic under the label %s is read by its bytes', (label) => {
  expect(wronglyRead(words, label)).toEqual([])
})

test('C-05 Latin, Japanese and Chinese mail keep their labels', () => {
  expect(decodeText(encodeCharset('Die Hasen und die Frösche, mißlich', 'windows-1252'), 'iso-8859-1').text).toContain(
    'Frösche, mißlich',
  )
  expect(decodeText(encodeCharset('Réclamation déposée à la mairie', 'windows-1252'), null).text).toBe(
    'Réclamation déposée à la mairie',
  )
  expect(decodeText(Buffer.from('c4e3bac3', 'hex'), 'X-GBK').text).toBe('你好')
  expect(decodeText(Buffer.from('1b24422422244a1b2842', 'hex'), 'ISO-2022-JP').text).toBe('あな')
  expect(decodeText(encodeCharset('жалоба', 'windows-1251'), 'windows-1251').text).toBe('жалоба')
})

test('C-05 a byte order mark is believed and UTF-8 cut in the middle keeps what is whole', () => {
  expect(decodeText(Buffer.from('\uFEFFشكوى', 'utf16le'), 'windows-1256').text).toBe('شكوى')
  const cut = Buffer.from('انقطاع المياه عن الحي منذ يومين').subarray(0, -1)
  expect(decodeText(cut, 'windows-1252').text).toBe('انقطاع المياه عن الحي منذ يومي\uFFFD')
})

test.each([
  ['cp1256', 'windows-1256'],
  ['CP-1256', 'windows-1256'],
  ['windows_1256', 'windows-1256'],
  ['x-gbk', 'gbk'],
  ['iso8859_6', 'iso-8859-6'],
  ['utf-8*ar', 'utf-8'],
  ['X-IAS-German', null],
  ['', null],
])('C-05 the label %j means %s', (label, charset) => expect(charsetOf(label)).toBe(charset))

describe.skipIf(testData === null)('C-05 real texts', () => {
  const file = (...path: string[]): Buffer => readFileSync(join(testData ?? '', ...path))

  test.each(['iso-8859-6', 'windows-1256', 'utf-8'])('the text of a charset detector in %s', (charset) => {
    const text = decodeText(file('email', 'arabic_text', `uchardet_ar_${charset}.txt`), null).text
    expect(text).toBe(decodeText(file('email', 'arabic_text', 'uchardet_ar_utf-8.txt'), 'utf-8').text)
  })

  test.each([null, 'iso-8859-1', 'iso-8859-6', 'windows-1256', 'utf-8'])(
    'complaints and bank queries under the label %s: at most 1 in 1000 is misread',
    (label) => {
      const rows = ['student_affairs.csv', 'banking77_val_msa_pal.csv'].flatMap((name) =>
        file('arabic-complaints', name).toString('utf8').split('\n'),
      )
      const every = rows.map((row) => row.replace(/^[^,]*,/, '').trim()).filter((row) => /[ء-ي]{3}/.test(row))
      const texts = every.filter((_, index) => index % Math.max(1, Math.floor(5 / effort)) === 0)
      expect(texts.length).toBeGreaterThan(400)
      const wrong = wronglyRead(texts, label)
      expect(wrong.length, wrong.slice(0, 5).join('\n')).toBeLessThanOrEqual((3 * texts.length) / 1000)
    },
  )
})
