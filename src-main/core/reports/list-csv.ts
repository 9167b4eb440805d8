import type { Priority, ReferralStatus, Status } from '#shared/domain/case/codes.ts'
import { localTimeText } from '#shared/domain/clock/working-time.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { priorityLabels, referralStatusLabels } from '#shared/i18n/codes.ts'
import { unnamedWords } from '#shared/i18n/unnamed.ts'
import { queuesMessages as words } from '#shared/i18n/queues.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { statusWords } from '#shared/wording/status-words.ts'
import { csvRow } from './csv-row.ts'

interface Said {
  readonly ar: string
  readonly en: string
}

/** A case as a list shows it to its reader. */
export interface ListLine {
  readonly reference: string
  readonly typeLabel: Said
  readonly subject: string
  readonly person: string | null
  readonly unnamed: 'anonymous' | 'forgotten' | 'hidden' | null
  readonly status: Status
  readonly awaits: 'call' | 'reopen' | 'close' | null
  readonly priority: Priority | null
  readonly departments: readonly { readonly name: Said }[]
  readonly handler: { readonly name: Said } | null
  readonly channel: { readonly name: Said }
  readonly receivedAt: Instant
  readonly due: Instant | null
  readonly overdue: boolean
  /** For a department's reader: its own. */
  readonly referral: {
    readonly text: string
    readonly status: ReferralStatus
    readonly due: Instant
    readonly overdue: boolean
  } | null
}

interface Written {
  readonly language: Language
  /** IANA zone of the office, in which times are written. */
  readonly zone: string
}

interface Column {
  readonly head: PlainMessage
  readonly cell: (line: ListLine, written: Written) => string
}

const timeIn = (zone: string, at: Instant | null): string => (at === null ? '' : localTimeText(zone, at))

/** A department's date and state are its referral's, not the case's. */
const columns: readonly Column[] = [
  { head: words.reference, cell: ({ reference }) => reference },
  { head: words.fieldType, cell: ({ typeLabel }, { language }) => typeLabel[language] },
  { head: words.subject, cell: ({ subject, referral }) => referral?.text ?? subject },
  {
    head: words.complainant,
    cell: ({ person, unnamed, referral }, { language }) =>
      referral === null && unnamed !== 'hidden' ? (person ?? unnamedWords(unnamed)[language]) : '',
  },
  {
    head: words.status,
    cell: (line, { language }) =>
      line.referral === null ? statusWords(line).full[language] : referralStatusLabels[line.referral.status][language],
  },
  {
    head: words.priority,
    cell: ({ priority }, { language }) => (priority === null ? '' : priorityLabels[priority][language]),
  },
  {
    head: words.departments,
    cell: ({ departments }, { language }) =>
      departments.map(({ name }) => name[language]).join(language === 'ar' ? '، ' : ', '),
  },
  {
    head: words.fieldHandler,
    cell: ({ handler, referral }, { language }) => (referral === null ? (handler?.name[language] ?? '') : ''),
  },
  {
    head: words.fieldChannel,
    cell: ({ channel, referral }, { language }) => (referral === null ? channel.name[language] : ''),
  },
  { head: words.received, cell: ({ receivedAt }, { zone }) => timeIn(zone, receivedAt) },
  { head: words.due, cell: ({ due, referral }, { zone }) => timeIn(zone, referral?.due ?? due) },
  {
    head: words.late,
    cell: ({ overdue, referral }, { language }) => ((referral?.overdue ?? overdue) ? words.late[language] : ''),
  },
]

/** In: lines of a list as its reader sees them. Out: a file for a spreadsheet, a line each: UTF-8 with its mark; no cell is a formula (B-15). */
export function listCsv(lines: readonly ListLine[], written: Written): Uint8Array {
  const heads = columns.map(({ head }) => head[written.language])
  const rows = lines.map((line) => columns.map(({ cell }) => cell(line, written)))
  return Buffer.from(`\uFEFF${[heads, ...rows].map((row) => csvRow(row)).join('')}`)
}
