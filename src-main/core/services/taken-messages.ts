import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ParsedEmail } from '#core/intake/email/parsed-email.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'

/*
 * Messages that became a case or joined one, by the hash of their Message-ID: the same file taken twice is one case
 * (C-05). A message that has none is told by sender, date, subject and text.
 */
type Message = Pick<ParsedEmail, 'messageId' | 'from' | 'sentAt' | 'subject' | 'text'>

const keyOf = ({ messageId, from, sentAt, subject, text }: Message): string => {
  const name = messageId ?? JSON.stringify([from?.address ?? '', sentAt?.instant ?? '', subject, text])
  return `message:${createHash('sha256').update(name).digest('hex')}`
}

/** Reference of the case that the message is in; null for one that was never taken. */
export const caseOfMessage = (db: ReadableDb, message: Message): string | null =>
  readSetting(db, keyOf(message), z.string())

export function rememberMessage(db: WritableDb, message: Message, reference: string): void {
  db.transaction(() => writeSetting(db, keyOf(message), reference))
}
