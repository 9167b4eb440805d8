import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from '#core/attachments/file-name.ts'
import { runs } from '#test/support/effort.ts'

test.each([
  ['مرفق الشكوى ١٢٣.txt', 'مرفق الشكوى ١٢٣.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ali\\تقرير.docx', 'تقرير.docx'],
  ['a/b/', 'b'],
  ['CON.txt', '_CON.txt'],
  ['a<b>:"|?*.pdf', 'a_b______.pdf'],
  ['  ...  ', 'file'],
  ['', 'file'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['می\u200Cخواهم.pdf', 'می\u200Cخواهم.pdf'],
])('C-10 the name %j is kept as %j', (raw, safe) => expect(safeFileName(raw)).toBe(safe))

test('C-10 a long Arabic name keeps its extension and fits every file system', () => {
  const name = safeFileName(`${'شكوى'.repeat(100)}.pdf`)
  expect(name.endsWith('.pdf')).toBe(true)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
})

test('C-10 any name becomes one that is safe, and stays so when made safe again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
      const name = safeFileName(raw)
      expect(name).not.toMatch(/[\p{Cc}/\\<>:"|?*\u202A-\u202E\u2066-\u2069]/u)
      expect(name.length).toBeGreaterThan(0)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      expect(safeFileName(name)).toBe(name)
    }),
    runs(300),
  )
})
