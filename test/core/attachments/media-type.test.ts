import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { createMediaTypeSniffer, sniffMediaType } from '#core/attachments/media-type.ts'
import { testData } from '#test/support/test-data.ts'

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex')
const office = 'application/vnd.openxmlformats-officedocument'

test.each([
  ['image/gif', Buffer.from('GIF89a….')],
  ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
  ['audio/wav', Buffer.from('RIFF\0\0\0\0WAVEfmt ')],
  ['video/mp4', Buffer.from('\0\0\0\x20ftypisom')],
  ['audio/mp4', Buffer.from('\0\0\0\x20ftypM4A ')],
  ['audio/mpeg', Buffer.from('ID3\x04')],
  ['audio/mpeg', hex('ff fb 90 44 00 00')],
  ['image/jpeg', hex('ff d8 ff e0')],
  ['image/png', hex('89 50 4e 47 0d 0a 1a 0a')],
  ['image/tiff', hex('4d 4d 00 2a')],
  ['application/pdf', Buffer.from('\r\nrubbish\n%PDF-1.4')],
  ['text/plain', Buffer.from('نص الشكوى: انقطاع المياه')],
  ['text/plain', hex('e4 d5 20 c7 e1 d4 df e6 ec')],
  ['text/plain', Buffer.from('subject: not a message, one such line is not enough')],
  ['message/rfc822', Buffer.from('From: a@b\r\nSubject: x\r\n\r\nbody')],
  ['message/rfc822', Buffer.from('From a@b Sat\nReceived: x\nSubject: y\n\nbody')],
  ['application/x-ole-storage', hex('d0 cf 11 e0 a1 b1 1a e1')],
  ['application/ms-tnef', hex('78 9f 3e 22 01 00')],
  ['application/octet-stream', hex('00 01 02 03')],
  ['application/octet-stream', hex('')],
  ['application/x-executable', Buffer.from('MZ\x90\0\x03')],
])('C-10 %s is told from its bytes', (type, bytes) => expect(sniffMediaType(bytes)).toBe(type))

test.each([
  [`${office}.wordprocessingml.document`, ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']],
  [`${office}.spreadsheetml.sheet`, ['[Content_Types].xml', 'xl/workbook.xml']],
  ['application/zip', ['notes.txt']],
  ['application/zip', ['word/document.xml']],
])('C-10 %s is told from the names inside', async (type, names) => {
  const zip = new JSZip()
  for (const name of names) zip.file(name, 'x'.repeat(100))
  expect(sniffMediaType(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))).toBe(type)
})

test('C-10 the size of the chunks does not matter', () => {
  const sniffer = createMediaTypeSniffer()
  for (const byte of Buffer.from('%PDF-1.7')) sniffer.push(Uint8Array.of(byte))
  expect(sniffer.mediaType()).toBe('application/pdf')
})

describe.skipIf(testData === null)('C-10 real files', () => {
  const folders = [
    ['fax-tiff', /\.tiff?$/, 'image/tiff'],
    ['pdf', /\.pdf$/, 'application/pdf'],
    ['email/messages', /\.msg$/, 'application/vnd.ms-outlook'],
    ['email/messages', /\.tnef$/, 'application/ms-tnef'],
    ['email/derived_arabic', /\.eml$/, 'message/rfc822'],
  ] as const
  test.each(folders)('%s %s are all %s', (folder, pattern, type) => {
    const path = join(testData ?? '', folder)
    const wrong = readdirSync(path).filter(
      (name) => pattern.test(name) && sniffMediaType(readFileSync(join(path, name))) !== type,
    )
    expect(wrong).toEqual([])
  })
})
