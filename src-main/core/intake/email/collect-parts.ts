/**
 * Sorts the parts of a message into its text and its attachments. Nothing is lost: what is not shown as text is an attachment.
 */
import { decodeWords } from 'postal-mime'
import { decodeText } from './decode-text.ts'
import { htmlToText } from './html-to-text.ts'
import type { MimePart } from './mime-part.ts'
import type { EmailAttachment, EmailWarning } from './parsed-email.ts'
import { repairHeaders } from './repair-headers.ts'

interface TextPart {
  readonly kind: 'plain' | 'html'
  readonly text: string
}

export interface CollectedParts {
  readonly text: string
  readonly attachments: readonly EmailAttachment[]
  readonly warnings: ReadonlySet<EmailWarning>
}

interface Gathered {
  readonly attachments: EmailAttachment[]
  readonly warnings: Set<EmailWarning>
}

const extensions: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
  'message/delivery-status': '.txt',
  'text/rfc822-headers': '.txt',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/tiff': '.tif',
  'application/pdf': '.pdf',
  'application/pgp-signature': '.asc',
  'application/pkcs7-signature': '.p7s',
}
const outlookContainer = /^application\/(?:ms-tnef|vnd\.ms-tnef)$/

export function collectParts(root: MimePart): CollectedParts {
  const gathered: Gathered = { attachments: [], warnings: new Set() }
  const texts = textsOf(root, gathered)
  const text = texts
    .map((part) => part.text.trim())
    .filter((part) => part !== '')
    .join('\n\n')
  return { text, ...gathered }
}

function textsOf(part: MimePart, gathered: Gathered): readonly TextPart[] {
  const children = part.childNodes.map((child) => textsOf(child, gathered))
  if (part.contentType.multipart === 'alternative') return bestOf(children.flat())
  if (part.contentType.multipart !== false) return children.flat()
  const text = textOf(part, gathered)
  if (text) return [text]
  addAttachment(part, gathered)
  return []
}

/** The same words twice: the plain form, unless it says nothing. */
function bestOf(texts: readonly TextPart[]): readonly TextPart[] {
  const plain = texts.filter(({ kind, text }) => kind === 'plain' && text.trim() !== '')
  return plain.length > 0 ? plain : texts.filter(({ kind }) => kind === 'html')
}

function textOf(part: MimePart, gathered: Gathered): TextPart | null {
  const { value: type, params } = part.contentType.parsed
  const isText = type === 'text/plain' || type === 'text/html'
  const isFile = part.contentDisposition.parsed.value === 'attachment' || (part.depth > 0 && fileNameOf(part) !== '')
  if (!isText || isFile) return null
  const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0))
  const decoded = decodeText(bytes, params['charset'] ?? (type === 'text/html' ? metaCharset(bytes) : null))
  if (decoded.isGuessed) gathered.warnings.add('charset-guessed')
  if (decoded.text.includes('\uFFFD')) gathered.warnings.add('characters-lost')
  if (type === 'text/html') return { kind: 'html', text: htmlToText(decoded.text) }
  const isFlowed = params['format']?.toLowerCase() === 'flowed'
  return {
    kind: 'plain',
    text: isFlowed ? part.decodeFlowedText(decoded.text, params['delsp']?.toLowerCase() === 'yes') : decoded.text,
  }
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,60})/i.exec(head)?.[1] ?? null
}

function addAttachment(part: MimePart, { attachments, warnings }: Gathered): void {
  // An empty part without a name (between two boundaries) is nothing a person could open.
  const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0))
  const mediaType = part.contentType.parsed.value
  const given = fileNameOf(part)
  if (bytes.length === 0 && given === '') return
  if (outlookContainer.test(mediaType) || /^winmail\.dat$/i.test(given)) warnings.add('outlook-container')
  const stem = mediaType === 'message/rfc822' ? subjectOf(bytes) : ''
  const name = given || `${stem || `part-${attachments.length + 1}`}${extensions[mediaType] ?? ''}`
  attachments.push({ name, mediaType, bytes })
}

const fileNameOf = (part: MimePart): string =>
  decodeWords(part.contentDisposition.parsed.params['filename'] || part.contentType.parsed.params['name'] || '').trim()

/** A forwarded message is known by its subject. */
function subjectOf(message: Uint8Array): string {
  const head = Buffer.from(repairHeaders(message.subarray(0, 65_536)).bytes).toString('utf8')
  const [headers = ''] = head.split(/\r?\n\r?\n/, 1)
  const subject = /^subject:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(headers)?.[1] ?? ''
  return decodeWords(subject.replace(/\r?\n/g, '')).slice(0, 100).trim()
}
