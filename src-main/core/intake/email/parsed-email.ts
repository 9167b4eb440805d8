import type { Instant } from '#shared/domain/clock/instant.ts'

export const emailLimits = {
  messageBytes: 50 * 1024 * 1024,
  parts: 200,
  nesting: 10,
  headerBytes: 512 * 1024,
  subjectLength: 500,
  textLength: 500_000,
  nameLength: 200,
  fileNameLength: 1000,
  addressLength: 320,
  addresses: 100,
  references: 100,
} as const

export interface Mailbox {
  readonly name: string
  readonly address: string
}

export interface MailTime {
  readonly instant: Instant
  /** The header gave no zone, a wrong weekday, a two-digit year, or a form no standard knows. */
  readonly isDoubtful: boolean
}

export interface EmailAttachment {
  /** As the sender wrote it; the attachment store makes it safe. */
  readonly name: string
  /** As the sender declared it; the attachment store tells the real one from the bytes. */
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type EmailWarning =
  | 'no-sender'
  | 'no-subject'
  | 'no-text'
  | 'no-date'
  | 'date-doubtful'
  | 'charset-guessed'
  | 'characters-lost'
  | 'text-cut'
  | 'outlook-container'
  | 'no-headers'
  | 'body-not-readable'

/** A message as plain values: nothing in it was run, rendered or fetched. */
export interface ParsedEmail {
  readonly from: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly subject: string
  readonly sentAt: MailTime | null
  /** When the last mail server took it, from the topmost `Received` header. */
  readonly receivedAt: MailTime | null
  readonly messageId: string | null
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  readonly text: string
  readonly attachments: readonly EmailAttachment[]
  /** Reference numbers of this program found in subject and text, subject first, each once. */
  readonly referenceCandidates: readonly string[]
  /** Out-of-office replies, bounces and delivery reports. */
  readonly isAutomatic: boolean
  readonly warnings: readonly EmailWarning[]
}

/** What a format's reader gathers before names are cleaned and lengths are bound. */
export type RawEmail = Omit<ParsedEmail, 'referenceCandidates' | 'warnings'> & {
  readonly warnings: readonly EmailWarning[]
}
