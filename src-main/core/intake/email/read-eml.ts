import PostalMime, { addressParser, decodeWords } from 'postal-mime'
import type { Address } from 'postal-mime'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { collectParts } from './collect-parts.ts'
import { decodeText } from './decode-text.ts'
import { parseMailDate } from './mail-date.ts'
import { headerOf, treeOf } from './mime-part.ts'
import type { MimePart } from './mime-part.ts'
import { emailLimits } from './parsed-email.ts'
import type { Mailbox, RawEmail } from './parsed-email.ts'
import { repairHeaders } from './repair-headers.ts'

const mailHeaders = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'mime-version',
  'content-type',
  'return-path',
  'sender',
])

/** An RFC 5322 message, as forgiving as can be without guessing. */
export async function readEml(bytes: Uint8Array): Promise<Result<RawEmail>> {
  const repaired = repairHeaders(bytes)
  if (repaired.parts > emailLimits.parts) return refuse('email-too-many-parts', { limit: emailLimits.parts })
  const root = await parse(repaired.bytes)
  if (!root) return refuse('email-not-readable')
  const hasHeaders = root.headers.some(({ key }) => mailHeaders.has(key))
  if (!hasHeaders && looksBinary(bytes)) return refuse('email-not-readable')
  return ok(hasHeaders ? emailOf(root) : bareText(bytes))
}

/** The tree of parts, or null when the parser's own bounds (nesting, length of headers) were passed. */
async function parse(bytes: Uint8Array): Promise<MimePart | null> {
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: emailLimits.nesting,
    maxHeadersSize: emailLimits.headerBytes,
  })
  try {
    await parser.parse(bytes)
    return treeOf(parser)
  } catch (cause) {
    if (cause instanceof Error && /^Maximum (?:MIME nesting depth|header size)/i.test(cause.message)) return null
    throw cause
  }
}

const looksBinary = (bytes: Uint8Array): boolean =>
  bytes.length === 0 ||
  bytes.subarray(0, 4096).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b))

function emailOf(root: MimePart): RawEmail {
  const { text, attachments, warnings } = collectParts(root)
  const received = headerOf(root, 'received')
  return {
    from: mailboxesOf(root, 'from')[0] ?? mailboxesOf(root, 'sender')[0] ?? null,
    to: mailboxesOf(root, 'to'),
    subject: decodeWords(headerOf(root, 'subject')),
    sentAt: parseMailDate(headerOf(root, 'date')),
    receivedAt: received.includes(';') ? parseMailDate(received.slice(received.lastIndexOf(';') + 1)) : null,
    messageId: messageIds(headerOf(root, 'message-id'))[0] ?? null,
    inReplyTo: messageIds(headerOf(root, 'in-reply-to')),
    references: messageIds(headerOf(root, 'references')),
    text,
    attachments,
    isAutomatic: isAutomatic(root),
    warnings: [...warnings],
  }
}

/** A file of nothing but words, saved as a message: the words are what counts. */
function bareText(bytes: Uint8Array): RawEmail {
  const { text } = decodeText(bytes, null)
  const nothing = {
    from: null,
    to: [],
    subject: '',
    sentAt: null,
    receivedAt: null,
    messageId: null,
    inReplyTo: [],
    references: [],
  }
  return { ...nothing, text, attachments: [], isAutomatic: false, warnings: ['no-headers'] }
}

function mailboxesOf(root: MimePart, key: string): Mailbox[] {
  const value = headerOf(root, key).slice(0, emailLimits.addresses * emailLimits.addressLength)
  return addressParser(value)
    .flatMap((address) => mailboxes(address))
    .slice(0, emailLimits.addresses)
}

const mailboxes = (address: Address): readonly Mailbox[] =>
  (address.group ?? [address])
    .map(({ name, address: at }) => ({ name, address: at }))
    .filter(({ name, address: at }) => name !== '' || at !== '')

export const messageIds = (value: string): string[] =>
  (value.match(/<[^<>\s]{1,500}>/g) ?? []).slice(-emailLimits.references)

function isAutomatic(root: MimePart): boolean {
  const submitted = headerOf(root, 'auto-submitted').trim().toLowerCase()
  return (
    (submitted !== '' && submitted !== 'no') ||
    root.contentType.multipart === 'report' ||
    headerOf(root, 'x-autoreply') !== ''
  )
}
