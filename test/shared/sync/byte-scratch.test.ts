import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { utf8Bytes } from '#shared/sync/byte-scratch.ts'
import { contentHash, contentHashOfTexts } from '#shared/sync/content-hash.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const texts = ['', '{}', 'حفرة في الطريق 😀', '€'.repeat(21_845), '€'.repeat(21_846), 'شكوى '.repeat(40_000)]

test.each(texts)('S15: a text of whatever length has the bytes and the hash of its UTF-8 (%#)', (text) => {
  const bytes = new TextEncoder().encode(text)
  expect(Buffer.from(utf8Bytes(text)).equals(bytes)).toBe(true)
  const other = new TextEncoder().encode('{"n":1}')
  const border = Buffer.alloc(4)
  border.writeUInt32BE(bytes.length)
  const expected = sha256(Buffer.concat([border, bytes, other]))
  expect(Buffer.from(contentHashOfTexts(sha256, text, '{"n":1}')).equals(expected)).toBe(true)
  expect(Buffer.from(contentHash(sha256, bytes, other)).equals(expected)).toBe(true)
})
