import { must } from '#shared/lib/assert.ts'

/** By what a figure is split; at most two keys. Values are codes; names are given when it is printed. */
export type SplitKey =
  | 'office'
  | 'department'
  | 'complexity'
  | 'importance'
  | 'procedure'
  | 'service'
  | 'channel'
  | 'cause'
  | 'subject'
  | 'reason'
  | 'rating'
  | 'age'
  | 'duration'
  | 'month'
  | 'level'
  | 'delay'
export type Split = Readonly<Partial<Record<SplitKey, string>>>

/** One number of a report, with all that is needed to check it and to open its cases (B-01). */
export interface Figure {
  readonly code: string
  readonly by?: Split
  /** null when the denominator is 0: printed as not applicable, never 0 % or 100 % (P5). */
  readonly value: number | null
  readonly unit: 'count' | 'ratio' | 'minutes' | 'index'
  readonly numerator: number | null
  readonly denominator: number | null
  /** An observation window is not over (P3). */
  readonly provisional: boolean
  readonly underObservation: number
  /** Cases of the whole base: what the denominator counts, or what a count counts. */
  readonly cases: readonly string[]
  /** Cases of the numerator; the same as `cases` for a count. */
  readonly counted: readonly string[]
}

/** Something that belongs to a case. */
export interface OfCase {
  readonly id: string
}

/** Many figures stand on one base, such as every share of the received: its ids are listed once. */
const listed = new WeakMap<readonly OfCase[], readonly string[]>()

function idsOf(items: readonly OfCase[]): readonly string[] {
  const known = listed.get(items)
  if (known !== undefined) return known
  const ids = items.map((item) => item.id)
  listed.set(items, ids)
  return ids
}

const named = (by: Split | undefined): { readonly by?: Split } => (by === undefined ? {} : { by })

/** In: code, the things counted. Out: their number. */
export function countOf(code: string, items: readonly OfCase[], by?: Split): Figure {
  const cases = idsOf(items)
  return {
    code,
    ...named(by),
    value: items.length,
    unit: 'count',
    numerator: items.length,
    denominator: null,
    provisional: false,
    underObservation: 0,
    cases,
    counted: cases,
  }
}

/** In: code, a number that is a sum and no list of cases. Out: the figure. */
export function amountOf(code: string, amount: number, by?: Split): Figure {
  return { ...countOf(code, [], by), value: amount, numerator: amount }
}

export interface RatioParts<T extends OfCase> {
  readonly base: readonly T[]
  readonly met: readonly T[]
  /** Members whose observation is not over. */
  readonly observed?: number
  readonly by?: Split
}

/** In: code, base and the part of it that meets the rule. Out: met ÷ base. */
export function ratioOf<T extends OfCase>(code: string, { base, met, observed = 0, by }: RatioParts<T>): Figure {
  return {
    code,
    ...named(by),
    value: base.length === 0 ? null : met.length / base.length,
    unit: 'ratio',
    numerator: met.length,
    denominator: base.length,
    provisional: observed > 0,
    underObservation: observed,
    cases: idsOf(base),
    counted: idsOf(met),
  }
}

/** In: code, integers of a quotient that is not a share of cases. Out: numerator ÷ denominator. */
export function quotientOf(
  code: string,
  [numerator, denominator]: readonly [number, number],
  unit: 'ratio' | 'index' = 'ratio',
): Figure {
  return {
    ...amountOf(code, 0),
    value: denominator === 0 ? null : numerator / denominator,
    unit,
    numerator,
    denominator,
  }
}

/** One measured duration in working minutes. */
export interface Measured extends OfCase {
  readonly minutes: number
}

/** Numbers of a typed array sort without a comparison of ours: ten times faster over a quarter's cases. */
const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()

/** Median: the mean of the middle two of an even number. Out: null for none (W10). */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = ascending(values)
  const middle = Math.floor(sorted.length / 2)
  const upper = must(sorted[middle], 'a middle value')
  return sorted.length % 2 === 1 ? upper : (must(sorted[middle - 1], 'a lower middle value') + upper) / 2
}

/** 90th percentile by nearest rank: the smallest value with nine tenths at or below it. Out: null for none (W10). */
export function percentile90(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = ascending(values)
  return must(sorted[Math.ceil((sorted.length * 9) / 10) - 1], 'a value at the rank')
}

/** Arithmetic mean, for the workbook alone. Out: null for none (W10). */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** In: code stem, measured durations. Out: `<code>.median`, `.p90` and `.mean` in working minutes; denominator is their number. */
export function durationsOf(code: string, items: readonly Measured[], by?: Split): readonly Figure[] {
  const minutes = items.map((item) => item.minutes)
  const base = { ...countOf(code, items, by), unit: 'minutes', numerator: null, denominator: items.length } as const
  return [
    { ...base, code: `${code}.median`, value: median(minutes) },
    { ...base, code: `${code}.p90`, value: percentile90(minutes) },
    { ...base, code: `${code}.mean`, value: mean(minutes) },
  ]
}

/** In: items, the codes an item falls under. Out: code → items, codes in order. */
export function groupBy<T>(
  items: readonly T[],
  codesOf: (item: T) => string | null | readonly string[],
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const codes = codesOf(item)
    for (const code of typeof codes === 'string' || codes === null ? [codes ?? unknownCode] : codes) {
      const group = groups.get(code)
      if (group === undefined) groups.set(code, [item])
      else group.push(item)
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Stands for "not stated" or "no department" in a split; no list code can be it. */
export const unknownCode = '-'

/** Stands for the class of a case that ended without one, which nothing waits for; no list code can be it. */
export const endedCode = '-ended'
