import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { cleanText } from '#shared/text/clean-text.ts'
import { findReferences } from './find-references.ts'
import type { ParseReference } from './find-references.ts'
import { emailLimits } from './parsed-email.ts'
import type { EmailWarning, Mailbox, ParsedEmail, RawEmail } from './parsed-email.ts'
import { readEml } from './read-eml.ts'
import { isOutlookFile, readMsg } from './read-msg.ts'

/**
 * A message file (`.eml`, `.msg`) as plain values. A refusal means that a person opens the kept file. C-05.
 * Refusals: email-too-large, email-too-many-parts, email-not-readable.
 */
export async function readEmail(bytes: Uint8Array, parseReference: ParseReference): Promise<Result<ParsedEmail>> {
  if (bytes.length > emailLimits.messageBytes)
    return refuse('email-too-large', { limitMb: emailLimits.messageBytes / 1024 / 1024 })
  const raw = isOutlookFile(bytes) ? readMsg(bytes) : await readEml(bytes)
  return raw.ok ? ok(finish(raw.value, parseReference)) : raw
}

function finish(raw: RawEmail, parseReference: ParseReference): ParsedEmail {
  const subject = oneLine(raw.subject, emailLimits.subjectLength)
  const text = cleanText(raw.text, emailLimits.textLength).trim()
  const clean = {
    ...raw,
    from: raw.from && cleanMailbox(raw.from),
    to: raw.to.map(cleanMailbox),
    subject,
    text,
    attachments: raw.attachments.map((attachment) => ({
      ...attachment,
      name: oneLine(attachment.name, emailLimits.fileNameLength),
    })),
  }
  return {
    ...clean,
    referenceCandidates: findReferences([subject, text], parseReference),
    warnings: warningsOf(clean, raw.text.length),
  }
}

/** Marks that turn the direction of what follows have no place in a line shown beside others. */
const oneLine = (text: string, length: number): string =>
  cleanText(text.replace(/[\u202A-\u202E\u2066-\u2069]/g, ''), length)
    .replace(/\s+/g, ' ')
    .trim()

const cleanMailbox = ({ name, address }: Mailbox): Mailbox => ({
  name: oneLine(name, emailLimits.nameLength),
  address: oneLine(address, emailLimits.addressLength).replaceAll(' ', ''),
})

function warningsOf(email: RawEmail, fullLength: number): EmailWarning[] {
  const isLost = [email.subject, email.text, ...email.attachments.map(({ name }) => name)].some((text) =>
    text.includes('\uFFFD'),
  )
  const found = new Set(email.warnings)
  if (email.from === null) found.add('no-sender')
  if (email.subject === '') found.add('no-subject')
  if (email.text === '') found.add('no-text')
  if (email.sentAt === null) found.add('no-date')
  if (email.sentAt?.isDoubtful === true) found.add('date-doubtful')
  if (fullLength > emailLimits.textLength) found.add('text-cut')
  if (isLost) found.add('characters-lost')
  return [...found]
}
