import type { Bilingual } from '#shared/domain/indicators/figure-definition.ts'
import { unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Figure, SplitKey } from '#shared/domain/indicators/figure.ts'
import {
  complexityLabels,
  contactChannelLabels,
  importanceLabels,
  procedureLabels,
  ratingLabels,
  reopenCauseLabels,
} from '#shared/i18n/codes.ts'
import { figureSplits } from '#shared/i18n/figure-words.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { entryElsewhere, unitElsewhere } from '#shared/wording/of-elsewhere.ts'
import { isUnclassified, unclassifiedWord } from './print.ts'
import type { ReportInput } from './report-input.ts'

type Labels = Readonly<Record<string, Bilingual>>
type Tables = Partial<Readonly<Record<SplitKey, Labels>>>
type Split = Pick<Figure, 'code' | 'by'>

/** Whose late cycle it was: the rows that the report prints of them. */
const delayLabels = {
  department: reportWords.byDepartment,
  undecided: reportWords.byUndecided,
  own_office: reportWords.byOwnOffice,
}

function tablesOf({ departments, services, channels, causes, subjects, ...reasons }: ReportInput['names']): Tables {
  const labels = (names: ReportInput['names']['departments']): Labels =>
    Object.fromEntries(Object.entries(names).map(([code, { label }]) => [code, label]))
  return {
    office: labels(departments),
    department: labels(departments),
    service: labels(services),
    channel: labels(channels),
    cause: labels(causes),
    subject: labels(subjects),
    reason: { ...labels(reasons.dissatisfactionReasons), ...labels(reasons.rejectReasons) },
    complexity: complexityLabels,
    importance: importanceLabels,
    procedure: procedureLabels,
    rating: ratingLabels,
    delay: delayLabels,
  }
}

/** What the program itself names, under a key by which other figures are split by entries of a list. */
const fixedTables: Readonly<Record<string, Tables>> = {
  K5a: { channel: contactChannelLabels },
  'K9.cause': { cause: reopenCauseLabels },
  'K9.reopened': { cause: reopenCauseLabels },
}

const unitKeys: ReadonlySet<SplitKey> = new Set(['office', 'department'])
const listKeys: ReadonlySet<SplitKey> = new Set(['service', 'channel', 'cause', 'subject', 'reason'])
const classKeys: ReadonlySet<SplitKey> = new Set(['service', 'complexity', 'importance', 'procedure'])

function unnamed(key: SplitKey, code: string): Bilingual {
  if (isUnclassified(code) && classKeys.has(key)) return unclassifiedWord(code)
  if (code === unknownCode) return key === 'department' ? reportWords.ownOffice : reportWords.unknown
  if (unitKeys.has(key)) return unitElsewhere
  return listKeys.has(key) ? entryElsewhere(code) : { ar: code, en: code }
}

/** In: input. Out: by what a figure is split, in words: `Department: Licensing`; months, levels and bands as their code says. */
export function splitWords({ names, format }: ReportInput): (figure: Split) => string {
  const tables = tablesOf(names)
  const { language } = format
  return ({ code, by = {} }) =>
    Object.entries(by)
      .map(([name, value]) => {
        const key = name as SplitKey
        const label = (fixedTables[code]?.[key] ?? tables[key])?.[value] ?? unnamed(key, value)
        return `${figureSplits[key][language]}: ${label[language]}`
      })
      .join(language === 'ar' ? '، ' : ', ')
}
