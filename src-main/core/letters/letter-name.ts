import { letterMessages as messages } from '#shared/i18n/letters.ts'
import type { Language } from '#shared/i18n/messages.ts'
import type { PaperKind } from './letter-facts.ts'

const words = {
  receipt: messages.receiptName,
  referral: messages.referralName,
  reply: messages.replyName,
  rejection: messages.rejectionName,
  case_file: messages.caseFileName,
} as const

/** The file name of a letter, without a folder: `كتاب-رد-MOH-26-000123-4.docx`. The reference alone goes in, never a name. */
export function letterName(kind: PaperKind, reference: string, language: Language): string {
  return `${words[kind][language]}-${reference.replace(/[^A-Za-z0-9-]/g, '')}.docx`
}
