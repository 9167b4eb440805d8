import { endedCode, unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Figure, Split } from '#shared/domain/indicators/figure.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { isUnclassified, numberCell, numeratorCell, shareCell, splitsOf, textCell } from '../print.ts'
import type { Print } from '../print.ts'
import type { Cell, ChartBlock, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'

export interface ShareParts {
  readonly code: string
  readonly title: string
  /** Title of the first column. */
  readonly of: string
  readonly base: string
  readonly nameOf: (by: Split) => string
  /** Keeps the order of the codes, for scales such as importance; otherwise the largest comes first. */
  readonly order?: (by: Split) => number
  readonly atMost?: number
  /** One thing may fall under several parts: they have no sum. */
  readonly isOverlapping?: boolean
  /** What else is told of each part, in columns behind its share. */
  readonly more?: MoreColumns
}

interface MoreColumns {
  readonly titles: readonly string[]
  /** Weights of all columns of the table. */
  readonly weights: readonly number[]
  readonly cellsOf: (by: Split) => readonly Cell[]
  readonly total: readonly Cell[]
}

const isRanked = ({ by }: { readonly by: Split }): boolean => !Object.values(by).some(isUnclassified)

/** Parts of a whole, ordered: by their own scale, or largest first; what has no code stands below that ranking. */
function orderedShares(
  print: Print,
  { code, order, atMost }: ShareParts,
): readonly (Figure & { readonly by: Split })[] {
  const parts = splitsOf(print, code)
  if (order !== undefined) return parts.toSorted((a, b) => order(a.by) - order(b.by))
  const sorted = parts.toSorted((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))
  return [...sorted.filter(isRanked).slice(0, atMost), ...sorted.filter((part) => !isRanked(part))]
}

/** In: code. Out: the one part larger than every other; null with a tie, or where as many have no code at all. */
export function singleFirst(print: Print, code: string): (Figure & { readonly by: Split }) | null {
  const known = splitsOf(print, code).filter(({ by }) => !Object.values(by).includes(endedCode))
  const [first, second] = known.toSorted((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))
  if (first === undefined || first.value === null || first.numerator === second?.numerator) return null
  return Object.values(first.by).includes(unknownCode) ? null : first
}

/** In: id, what is shared out. Out: table with number, share and total; the total is that of the base, not of the lines shown. */
export function shareTable(print: Print, id: string, parts: ShareParts): TableBlock {
  const shares = orderedShares(print, parts)
  const total = shares[0]?.denominator ?? 0
  const sum = shares.reduce((all, { numerator }) => all + (numerator ?? 0), 0)
  return tableOf(id, {
    title: parts.title,
    base: parts.base,
    columns: columnsOf(
      [
        parts.of,
        ...[reportWords.count, reportWords.share].map((word) => translate(word, print.format)),
        ...(parts.more?.titles ?? []),
      ],
      parts.more?.weights ?? 3,
    ),
    rows: shares.map((share) => [
      textCell(parts.nameOf(share.by)),
      numeratorCell(print, share),
      shareCell(print, share),
      ...(parts.more?.cellsOf(share.by) ?? []),
    ]),
    total:
      parts.isOverlapping === true || sum !== total || total === 0
        ? null
        : [
            textCell(translate(reportWords.total, print.format)),
            numberCell(print, total, shares[0]),
            shareCell(print, { ...(shares[0] as Figure), value: 1 }),
            ...(parts.more?.total ?? []),
          ],
  })
}

export function shareChart(print: Print, id: string, parts: ShareParts): ChartBlock {
  const shares = orderedShares(print, parts).filter(isRanked)
  return {
    kind: 'chart',
    id,
    title: parts.title,
    shape: 'bar',
    unit: 'count',
    categories: shares.map(({ by }) => parts.nameOf(by)),
    series: [{ name: translate(reportWords.count, print.format), values: shares.map(({ numerator }) => numerator) }],
  }
}
