import type { Figure, SplitKey } from './figure.ts'

export interface Bilingual {
  readonly ar: string
  readonly en: string
}

export interface FigureDefinition {
  readonly name: Bilingual
  /** One sentence shown next to the number: what is divided by what, and to which period it belongs (K-07). */
  readonly definition: Bilingual
  readonly unit: Figure['unit']
  readonly splits: readonly SplitKey[]
  /** Whether more is better; `none` for plain counts. */
  readonly better: 'more' | 'less' | 'none'
}

/** A text in both languages: Arabic, English. */
export type Text = readonly [ar: string, en: string]

export const define = (
  unit: Figure['unit'],
  better: FigureDefinition['better'],
  [name, definition, splits = []]: readonly [name: Text, definition: Text, splits?: readonly SplitKey[]],
): FigureDefinition => ({
  name: { ar: name[0], en: name[1] },
  definition: { ar: definition[0], en: definition[1] },
  unit,
  splits,
  better,
})

export const rateSplits: readonly SplitKey[] = ['complexity', 'department', 'service']

/** In: the three names of a timeliness figure. Out: its entries for first, reopened and all cycles. */
export function timeliness<C extends string>(code: C, name: Text, definition: Text) {
  const entry = (ar: string, en: string, splits: readonly SplitKey[]): FigureDefinition =>
    define('ratio', 'more', [[`${name[0]} – ${ar}`, `${name[1]} – ${en}`], definition, splits])
  return {
    [`${code}.cycle1`]: entry('الدورة الأولى', 'first cycle', [
      'complexity',
      ...(code === 'K3a' ? (['office'] as const) : []),
    ]),
    [`${code}.reopened`]: entry('الدورات المعاد فتحها', 'reopened cycles', []),
    [`${code}.all`]: entry('جميع الدورات', 'all cycles', rateSplits),
  }
}

/** Entries of a duration: median and 90th percentile, in working minutes, printed as working hours or days; the mean stands in the workbook's list of figures only (W10). */
export function duration(
  code: string,
  ...[name, definition, splits = []]: readonly [name: Text, definition: Text, splits?: readonly SplitKey[]]
) {
  return {
    [`${code}.median`]: define('minutes', 'less', [[`${name[0]} – الوسيط`, `${name[1]} – median`], definition, splits]),
    [`${code}.p90`]: define('minutes', 'less', [
      [`${name[0]} – المئين التسعون`, `${name[1]} – 90th percentile`],
      definition,
      splits,
    ]),
    [`${code}.mean`]: define('minutes', 'less', [[`${name[0]} – المتوسط`, `${name[1]} – mean`], definition, splits]),
  }
}

export const share = (name: Text, split: SplitKey): FigureDefinition =>
  define('ratio', 'none', [
    name,
    [
      'عدد الشكاوى الواردة في الفترة من هذا الصنف مقسوماً على مجموع الشكاوى الواردة فيها، دون المكررة المرتبطة.',
      'Complaints received in the period in this class ÷ all complaints received in it, linked duplicates left out.',
    ],
    [split],
  ])
