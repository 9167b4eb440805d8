/**
 * Encoded words of mail headers (`=?charset?B?…?=`), decoded together where a sender cut a character in two, and by
 * their bytes where the label is wrong.
 */
import { decodeText } from './decode-text.ts'

const word = /=\?([^?\s]{1,80})\?([BbQq])\?([^?]*)\?=/g
const wordRun = /=\?[^?\s]{1,80}\?[BbQq]\?[^?]*\?=(?:[ \t\r\n]*=\?[^?\s]{1,80}\?[BbQq]\?[^?]*\?=)*/g

interface Chunk {
  readonly charset: string
  readonly bytes: Uint8Array
}

/** Header bytes (one character a byte) with every run of encoded words written anew as one word of UTF-8. */
export function normaliseEncodedWords(header: string): string {
  return header.replace(wordRun, (run) => `=?utf-8?B?${Buffer.from(decodeRun(run)).toString('base64')}?=`)
}

function decodeRun(run: string): string {
  const chunks: Chunk[] = []
  for (const [, charset = '', encoding = '', body = ''] of run.matchAll(word)) {
    const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(body, 'base64') : quotedBytes(body)
    const last = chunks.at(-1)
    const joined = last && last.charset.toLowerCase() === charset.toLowerCase() ? chunks.pop() : undefined
    chunks.push({ charset, bytes: joined ? Buffer.concat([joined.bytes, bytes]) : bytes })
  }
  return chunks.map(({ charset, bytes }) => decodeText(bytes, charset).text).join('')
}

function quotedBytes(body: string): Buffer {
  const plain = body
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(plain, 'latin1')
}
