import { expect, test } from 'vitest'
import { falseEnding } from '#renderer/parts/file-doubt.ts'

test.each([
  ['letter.pdf', 'text/plain', 'PDF'],
  ['letter.PDF', 'application/octet-stream', 'PDF'],
  ['letter.pdf', 'application/pdf', null],
  ['photo.png', 'image/jpeg', null],
  ['photo.jpg', 'application/pdf', 'JPG'],
  ['table.docx', 'application/zip', null],
  ['unknown.heic', 'application/octet-stream', null],
  ['no ending', 'application/octet-stream', null],
  ['constructor', 'text/plain', null],
])('C-10 a name that promises another content is told: %s of %s', (name, mediaType, ending) => {
  expect(falseEnding({ name, mediaType })).toBe(ending)
})
