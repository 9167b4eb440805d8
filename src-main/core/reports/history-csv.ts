import type { Instant } from '#shared/domain/clock/instant.ts'
import { localTimeText } from '#shared/domain/clock/working-time.ts'
import { timelineMessages as words } from '#shared/i18n/case-timeline.ts'
import { changeMessages } from '#shared/i18n/changes.ts'
import type { Change } from '#shared/i18n/changes.ts'
import { viaLabels } from '#shared/i18n/codes.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import type { Names } from '#shared/wording/names.ts'
import { speakerOf } from '#shared/wording/speaker.ts'
import { fileWith, reasonsWith, textWith } from '#shared/wording/written-with.ts'
import { changesText } from './changes/changes-text.ts'
import { csvRow } from './csv-row.ts'

/** An event of a case as its history shows it. */
export interface HistoryLine {
  readonly at: Instant
  readonly type: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly private: Readonly<Record<string, unknown>> | null
  readonly changes: readonly Change[]
  readonly by: string
  readonly device: string
  readonly via: keyof typeof viaLabels
  readonly verdict: 'pending' | 'accepted' | 'conflict' | 'void'
}

interface Telling {
  readonly settings: FormatSettings
  readonly names: Names
}

const heads = [
  words.columnNumber,
  words.columnAt,
  words.columnEvent,
  words.columnText,
  changeMessages.changes,
  words.columnBy,
  words.columnMachine,
  words.columnVia,
  words.columnStanding,
]

/** In: events of a case, oldest first. Out: a file for a spreadsheet, a line each: UTF-8 with its mark; no cell is a formula (G-06). */
export function historyCsv(lines: readonly HistoryLine[], { settings, names }: Telling): Uint8Array {
  const speech = speakerOf(settings)
  const { language, zone } = settings
  const written = (secret: HistoryLine['private']): string => {
    const reasons = reasonsWith(secret, speech.date).map(({ message, text }) => speech.t(message, { text }))
    return [textWith(secret), ...reasons, fileWith(secret)].filter((part) => part !== '').join('\n')
  }
  const rows = lines.map((line, index) => [
    String(index + 1),
    localTimeText(zone, line.at),
    sentenceOf(line.type, line.facts, { speech, names }),
    written(line.private),
    changesText(line.changes, { language, zone }),
    line.by,
    line.device,
    viaLabels[line.via][language],
    line.verdict === 'conflict' || line.verdict === 'void' ? words[line.verdict][language] : '',
  ])
  return Buffer.from(`\uFEFF${[heads.map((head) => head[language]), ...rows].map((row) => csvRow(row)).join('')}`)
}
