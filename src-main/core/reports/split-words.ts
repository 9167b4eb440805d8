import type { Bilingual } from '#shared/domain/indicators/figure-definition.ts'
import type { Split, SplitKey } from '#shared/domain/indicators/figure.ts'
import { complexityLabels, importanceLabels, procedureLabels, ratingLabels } from '#shared/i18n/codes.ts'
import { figureSplits } from '#shared/i18n/figure-words.ts'
import { entryElsewhere, unitElsewhere } from '#shared/wording/of-elsewhere.ts'
import { isUnclassified } from './print.ts'
import type { ReportInput } from './report-input.ts'

type Labels = Readonly<Record<string, Bilingual>>
type Tables = Partial<Readonly<Record<SplitKey, Labels>>>

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
  }
}

const unlisted = (key: SplitKey, code: string): Bilingual => {
  if (isUnclassified(code)) return { ar: code, en: code }
  if (key === 'office' || key === 'department') return unitElsewhere
  return ofLists.has(key) ? entryElsewhere(code) : { ar: code, en: code }
}

const ofLists: ReadonlySet<SplitKey> = new Set(['service', 'channel', 'cause', 'subject', 'reason'])

/** In: input. Out: by what a figure is split, in words: `Department: Licensing`; months, levels and bands as their code says. */
export function splitWords({ names, format }: ReportInput): (by: Split | undefined) => string {
  const tables = tablesOf(names)
  const { language } = format
  return (by = {}) =>
    Object.entries(by)
      .map(([key, code]) => {
        const word = (tables[key as SplitKey]?.[code] ?? unlisted(key as SplitKey, code))[language]
        return `${figureSplits[key as SplitKey][language]}: ${word}`
      })
      .join(language === 'ar' ? '، ' : ', ')
}
