import type { Label } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { localTimeText } from '#shared/domain/clock/working-time.ts'
import { auditKindLabels, auditMessages as words } from '#shared/i18n/audit.ts'
import { viaLabels } from '#shared/i18n/codes.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { changeMessages } from '#shared/i18n/changes.ts'
import type { Change } from '#shared/i18n/changes.ts'
import { changesText } from './changes/changes-text.ts'
import { csvRow } from './csv-row.ts'

/** A line of the audit as the file has it; `hidden` is a case or person that the exporter may not open. */
export interface AuditCsvLine {
  readonly at: Instant
  readonly by: Label
  readonly kind: keyof typeof auditKindLabels
  readonly subject: Label | { readonly hidden: 'case' | 'person' }
  readonly device: string
  readonly via: keyof typeof viaLabels
  readonly changes: readonly Change[]
}

interface Writing {
  readonly language: Language
  readonly zone: string
}

/** Lines of a file for a spreadsheet, a part at a time: UTF-8 with its mark, so that Arabic is read as such; no cell is a formula. */
export function auditCsv({ language, zone }: Writing): {
  head(): Uint8Array
  rows(lines: readonly AuditCsvLine[]): Uint8Array
} {
  const heads = [words.at, words.by, words.kind, words.subject, changeMessages.changes, words.device, words.via]
  const cells = ({ at, by, kind, subject, device, via, changes }: AuditCsvLine): readonly string[] => [
    localTimeText(zone, at),
    by[language],
    auditKindLabels[kind][language],
    subjectText(subject)[language],
    changesText(changes, { language, zone }),
    device,
    viaLabels[via][language],
  ]
  return {
    head: () => Buffer.from(`\uFEFF${csvRow(heads.map((word) => word[language]))}`),
    rows: (lines) => Buffer.from(lines.map((line) => csvRow(cells(line))).join('')),
  }
}

function subjectText(subject: AuditCsvLine['subject']): Label {
  if (!('hidden' in subject)) return subject
  return subject.hidden === 'case' ? words.hiddenCase : words.hiddenPerson
}
