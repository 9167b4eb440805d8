import type { Label } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { localTimeText } from '#shared/domain/clock/working-time.ts'
import { auditKindLabels, auditMessages as words } from '#shared/i18n/audit.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { safeText } from './workbook/safe-text.ts'

/** A line of the audit as the file has it; `hidden` is a case or person that the exporter may not open. */
export interface AuditCsvLine {
  readonly at: Instant
  readonly by: Label
  readonly kind: keyof typeof auditKindLabels
  readonly subject: Label | { readonly hidden: 'case' | 'person' }
  readonly device: string
  readonly via: string
}

interface Writing {
  readonly language: Language
  readonly zone: string
}

/** Lines as a file for a spreadsheet: UTF-8 with its mark, so that Arabic is read as such; no cell is a formula. */
export function auditCsv(lines: readonly AuditCsvLine[], { language, zone }: Writing): Uint8Array {
  const head = [words.at, words.by, words.kind, words.subject, words.device, words.via].map((word) => word[language])
  const rows = lines.map(({ at, by, kind, subject, device, via }) => [
    localTimeText(zone, at),
    by[language],
    auditKindLabels[kind][language],
    subjectText(subject)[language],
    device,
    via,
  ])
  const text = [head, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')
  return Buffer.from(`\uFEFF${text}\r\n`)
}

function subjectText(subject: AuditCsvLine['subject']): Label {
  if (!('hidden' in subject)) return subject
  return subject.hidden === 'case' ? words.hiddenCase : words.hiddenPerson
}

/** Quoted, and marked as text where a spreadsheet would take it for a formula. */
const cell = (text: string): string => `"${safeText(text).replaceAll('"', '""')}"`
