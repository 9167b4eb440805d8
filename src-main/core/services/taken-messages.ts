import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ParsedEmail } from '#core/intake/email/parsed-email.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import type { Upload } from './uploads.ts'

/*
 * Messages that became a case or joined one, by the hash of their Message-ID: the same file taken twice is one case
 * (C-05). A message that has none is told by sender, date, subject and text.
 */
type Message = Pick<ParsedEmail, 'messageId' | 'from' | 'sentAt' | 'subject' | 'text'>

/** What the message is remembered by. */
export function messageKey({ messageId, from, sentAt, subject, text }: Message): string {
  const name = messageId ?? JSON.stringify([from?.address ?? '', sentAt?.instant ?? '', subject, text])
  return `message:${createHash('sha256').update(name).digest('hex')}`
}

/**
 * Reference of the case that the message is in, as far as the caller may know of it; null for one that was never
 * taken, and for one in a case that is hidden from him.
 */
export function caseOfMessage(office: Office, caller: Caller, message: string): string | null {
  const reference = readSetting(office.store.db, message, z.string())
  return reference === null ? null : knownReference(office, caller, reference)
}

/** The reference itself when it names a case that the caller may open. */
export function knownReference(office: Office, caller: Caller, reference: string): string | null {
  const found = openCase(office, caller, reference)
  return found.ok ? found.value.reference : null
}

/** Inside the transaction that puts the messages among the uploads into the case. */
export function rememberMessages(db: WritableDb, uploads: readonly Upload[], reference: string): void {
  for (const { message } of uploads) if (message !== undefined) writeSetting(db, message, reference)
}
