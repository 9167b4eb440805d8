/**
 * What a file is, told from its bytes and never from its name.
 * Invariant: only the first 64 KiB and, in OLE and zip containers, a search for the names inside decide.
 */
export type MediaType =
  | 'application/pdf'
  | 'image/tiff'
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'video/mp4'
  | 'audio/mp4'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'message/rfc822'
  | 'application/vnd.ms-outlook'
  | 'application/x-ole-storage'
  | 'application/ms-tnef'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/zip'
  | 'application/x-executable'
  | 'text/plain'
  | 'application/octet-stream'

interface Signature {
  readonly type: MediaType
  readonly at: number
  readonly hex: string
}

const signatures: readonly Signature[] = [
  { type: 'image/tiff', at: 0, hex: '49492a00' },
  { type: 'image/tiff', at: 0, hex: '4d4d002a' },
  { type: 'image/tiff', at: 0, hex: '49492b00' },
  { type: 'image/tiff', at: 0, hex: '4d4d002b' },
  { type: 'image/png', at: 0, hex: '89504e470d0a1a0a' },
  { type: 'image/jpeg', at: 0, hex: 'ffd8ff' },
  { type: 'image/gif', at: 0, hex: '474946383761' },
  { type: 'image/gif', at: 0, hex: '474946383961' },
  { type: 'image/webp', at: 8, hex: '57454250' },
  { type: 'audio/wav', at: 8, hex: '57415645' },
  { type: 'audio/mp4', at: 4, hex: '667479704d3441' },
  { type: 'video/mp4', at: 4, hex: '66747970' },
  { type: 'audio/mpeg', at: 0, hex: '494433' },
  { type: 'application/ms-tnef', at: 0, hex: '789f3e22' },
  { type: 'application/x-ole-storage', at: 0, hex: 'd0cf11e0a1b11ae1' },
  { type: 'application/zip', at: 0, hex: '504b0304' },
  { type: 'application/zip', at: 0, hex: '504b0506' },
  { type: 'application/x-executable', at: 0, hex: '7f454c46' },
  { type: 'application/x-executable', at: 0, hex: 'cffaedfe' },
  { type: 'application/x-executable', at: 0, hex: 'cefaedfe' },
]

const headBytes = 65_536
/** Names of the streams every Outlook message has, as the container writes them. */
const outlookMark = Buffer.from('__substg1.0_', 'utf16le')
const mailHeader = /^(?:from|received|return-path|mime-version|subject|date|message-id|delivered-to|content-type|to):/im

export interface MediaTypeSniffer {
  readonly push: (chunk: Uint8Array) => void
  readonly mediaType: () => MediaType
}

/** Feed it the file's chunks in order, of any size; it keeps the first 64 KiB. */
export function createMediaTypeSniffer(): MediaTypeSniffer {
  let head = Buffer.alloc(0)
  let hasOutlookMark = false
  return {
    push: (chunk) => {
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      hasOutlookMark ||= Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).includes(outlookMark)
    },
    mediaType: () => typeOf(head, hasOutlookMark),
  }
}

export function sniffMediaType(bytes: Uint8Array): MediaType {
  const sniffer = createMediaTypeSniffer()
  sniffer.push(bytes)
  return sniffer.mediaType()
}

function typeOf(head: Buffer, hasOutlookMark: boolean): MediaType {
  const found = signatures.find(({ at, hex }) => head.subarray(at, at + hex.length / 2).toString('hex') === hex)
  if (found?.type === 'application/x-ole-storage' && hasOutlookMark) return 'application/vnd.ms-outlook'
  if (found?.type === 'application/zip') return officeTypeOf(head)
  if (found) return found.type
  // Readers accept a little rubbish before the mark, and scanners write it.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (isMpegFrame(head)) return 'audio/mpeg'
  if (isWindowsProgram(head)) return 'application/x-executable'
  return textTypeOf(head)
}

/** MPEG audio without a tag: 11 sync bits, then a version, layer and rate that exist. */
function isMpegFrame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c
}

/** Two letters alone may begin a text; a program has bytes behind them that no text has. */
const isWindowsProgram = (head: Buffer): boolean =>
  head.subarray(0, 2).toString('latin1') === 'MZ' && hasBinaryBytes(head)

function officeTypeOf(head: Buffer): MediaType {
  const names = [...entryNames(head)]
  if (!names.includes('[Content_Types].xml')) return 'application/zip'
  if (names.some((name) => name.startsWith('word/')))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.some((name) => name.startsWith('xl/')))
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return 'application/zip'
}

function* entryNames(head: Buffer): Generator<string> {
  for (
    let at = head.indexOf('PK\x03\x04', 0, 'latin1');
    at >= 0 && at + 30 <= head.length;
    at = head.indexOf('PK\x03\x04', at + 4, 'latin1')
  ) {
    yield head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26))
  }
}

function textTypeOf(head: Buffer): MediaType {
  if (head.length === 0 || hasBinaryBytes(head)) return 'application/octet-stream'
  const [headers = ''] = head.toString('latin1').split(/\r?\n\r?\n/, 1)
  const isMail =
    /^(?:From [^\n]*\n)?[!-9;-~]+:/.test(headers) && (headers.match(new RegExp(mailHeader, 'gim'))?.length ?? 0) >= 2
  return isMail ? 'message/rfc822' : 'text/plain'
}

const hasBinaryBytes = (head: Buffer): boolean =>
  head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b)
