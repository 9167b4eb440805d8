/**
 * Outlook's own files. Old ones hold text in the sender's code page and name it wrongly or not at all: such text is read
 * once to see its bytes, and a second time with the charset the bytes fit.
 */
import MsgReaderModule from '@kenjiuno/msgreader'
import type { FieldsData } from '@kenjiuno/msgreader'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { charsetOf, decodeText } from './decode-text.ts'
import { htmlToText } from './html-to-text.ts'
import { parseMailDate } from './mail-date.ts'
import { emailLimits } from './parsed-email.ts'
import type { EmailAttachment, EmailWarning, Mailbox, RawEmail } from './parsed-email.ts'
import { messageIds } from './read-eml.ts'

// CommonJS: what Node gives as default is the module, what bundlers give is the class.
type Reader = typeof MsgReaderModule.default
const MsgReader: Reader =
  'default' in MsgReaderModule ? MsgReaderModule.default : (MsgReaderModule as unknown as Reader)

const containerMark = 'd0cf11e0a1b11ae1'
const ansiString = 0x001e

export const isOutlookFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex') === containerMark

export function readMsg(bytes: Uint8Array): Result<RawEmail> {
  const opened = open(bytes)
  if (!opened) return refuse('email-not-readable')
  const { fields, reader, isGuessed } = opened
  const attachments = (fields.attachments ?? [])
    .slice(0, emailLimits.parts)
    .flatMap((attachment, index) => attachmentOf(reader, attachment, index))
  const { text, warnings } = bodyOf(fields)
  return ok({
    ...addressing(fields),
    subject: fields.subject ?? '',
    text,
    attachments,
    warnings: isGuessed ? [...warnings, 'charset-guessed'] : warnings,
  })
}

type OpenedMessage = { readonly fields: FieldsData; readonly reader: InstanceType<Reader>; readonly isGuessed: boolean }

function open(bytes: Uint8Array): OpenedMessage | null {
  try {
    const oldStrings: Uint8Array[] = []
    const first = read(bytes, null, (raw) => oldStrings.push(raw))
    if (first.fields.dataType !== 'msg' || first.fields.error !== undefined) return null
    const sample = Buffer.concat(
      oldStrings.filter((raw) => raw.some((byte) => byte > 0x7f)).flatMap((raw) => [raw, Buffer.from('\n')]),
    )
    if (sample.length === 0) return { ...first, isGuessed: false }
    const page = first.fields.messageCodepage ?? first.fields.internetCodepage
    const { charset, isGuessed } = decodeText(sample, page === undefined ? null : charsetOf(`windows-${page}`))
    return { ...read(bytes, charset, () => {}), isGuessed }
  } catch {
    // The reader throws plain errors wherever a broken container leads it: the file is not readable, and is kept.
    return null
  }
}

function read(
  bytes: Uint8Array,
  charset: string | null,
  seeOldString: (raw: Uint8Array) => void,
): Omit<OpenedMessage, 'isGuessed'> {
  // A copy: a Buffer may be a window on a shared pool, and the reader looks at the whole of it.
  const reader = new MsgReader(new Uint8Array(bytes).buffer)
  reader.parserConfig = {
    ...(charset === null ? {} : { ansiEncoding: charset }),
    propertyObserver: (_fields, tag, raw) => {
      if ((tag & 0xffff) === ansiString && raw !== null) seeOldString(new Uint8Array(raw))
    },
  }
  return { fields: reader.getFileData(), reader }
}

function addressing(fields: FieldsData): Omit<RawEmail, 'subject' | 'text' | 'attachments' | 'warnings'> {
  const headers = fields.headers ?? ''
  const received = headerLine(headers, 'received')
  return {
    from: senderOf(fields),
    to: (fields.recipients ?? [])
      .filter(({ recipType }) => recipType === 'to')
      .slice(0, emailLimits.addresses)
      .map(mailboxOf),
    sentAt: parseMailDate(headerLine(headers, 'date')) ?? parseMailDate(fields.clientSubmitTime ?? ''),
    receivedAt:
      parseMailDate(fields.messageDeliveryTime ?? '') ?? parseMailDate(received.slice(received.lastIndexOf(';') + 1)),
    messageId: messageIds(fields.messageId ?? '')[0] ?? messageIds(headerLine(headers, 'message-id'))[0] ?? null,
    inReplyTo: messageIds(headerLine(headers, 'in-reply-to')),
    references: messageIds(headerLine(headers, 'references')),
    isAutomatic: /^auto-submitted:[ \t]*(?!no\b)\S/im.test(headers) || /^REPORT\./i.test(fields.messageClass ?? ''),
  }
}

const headerLine = (headers: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'im')
    .exec(headers)?.[1]
    ?.replace(/\r?\n/g, '') ?? ''

/** Exchange writes its own directory path where others write an address. */
const realAddress = (...found: readonly (string | undefined)[]): string =>
  found.find((address) => address?.includes('@')) ?? ''

function senderOf(fields: FieldsData): Mailbox | null {
  const address = realAddress(
    fields.senderSmtpAddress,
    fields.senderEmail,
    fields.sentRepresentingSmtpAddress,
    fields.creatorSMTPAddress,
  )
  const name = fields.senderName ?? ''
  return address === '' && name === '' ? null : { name, address }
}

const mailboxOf = (recipient: FieldsData): Mailbox => ({
  name: recipient.name ?? '',
  address: realAddress(recipient.smtpAddress, recipient.email),
})

function bodyOf(fields: FieldsData): { readonly text: string; readonly warnings: readonly EmailWarning[] } {
  if (fields.body !== undefined && fields.body.trim() !== '') return { text: fields.body, warnings: [] }
  const html =
    fields.bodyHtml ??
    (fields.html ? decodeText(fields.html, fields.internetCodepage === 65001 ? 'utf-8' : null).text : '')
  if (html !== '') return { text: htmlToText(html), warnings: [] }
  return { text: '', warnings: fields.compressedRtf ? ['body-not-readable'] : [] }
}

function attachmentOf(reader: InstanceType<Reader>, attachment: FieldsData, index: number): readonly EmailAttachment[] {
  if (attachment.attachmentHidden === true && attachment.contentLength === 0) return []
  const { fileName, content } = reader.getAttachment(attachment)
  const isMessage = attachment.innerMsgContent === true
  const name = isMessage
    ? `${attachment.name ?? fileName.replace(/\.msg$/i, '')}.msg`
    : (attachment.fileName ?? attachment.name ?? fileName)
  return [
    {
      name: name || `part-${index + 1}`,
      mediaType: isMessage ? 'application/vnd.ms-outlook' : 'application/octet-stream',
      bytes: new Uint8Array(content),
    },
  ]
}
