import { acceptanceFigures } from './acceptance.ts'
import { backlogFigures } from './backlog.ts'
import type { Book, FigureContext } from './book.ts'
import { openBook } from './book.ts'
import { departmentFigures } from './department-response.ts'
import type { CaseRecord } from './facts.ts'
import type { Figure, Split } from './figure.ts'
import { firstContactFigures } from './first-contact.ts'
import { flowFigures } from './flow.ts'
import { misroutingFigures } from './misrouting.ts'
import { mixFigures } from './mix.ts'
import { reopeningFigures } from './reopening.ts'
import { resolutionTimeFigures } from './resolution-time.ts'
import { satisfactionFigures } from './satisfaction.ts'
import { timelinessFigures } from './timeliness.ts'
import { verifiedShare } from './verified-share.ts'

const groups = [
  flowFigures,
  firstContactFigures,
  acceptanceFigures,
  timelinessFigures,
  satisfactionFigures,
  departmentFigures,
  misroutingFigures,
  verifiedShare,
  backlogFigures,
  reopeningFigures,
  resolutionTimeFigures,
  mixFigures,
]

/** In: facts of every case that matters to the period, context. Out: every figure of the catalogue, in a fixed order (K-01 to K-03, K-09). */
export function allFigures(records: readonly CaseRecord[], context: FigureContext): readonly Figure[] {
  return figuresOf(openBook(records, context))
}

/** In: an open book. Out: as `allFigures`. */
export function figuresOf(book: Book): readonly Figure[] {
  return groups.flatMap((group) => group(book))
}

/** In: figures, code, split. Out: that figure, or null. */
export function findFigure(figures: readonly Figure[], code: string, by?: Split): Figure | null {
  return figures.find((figure) => figure.code === code && sameSplit(figure.by, by)) ?? null
}

/** In: two splits. Out: whether they name the same part. */
export function sameSplit(a: Split | undefined, b: Split | undefined): boolean {
  const [left, right] = [Object.entries(a ?? {}), new Map(Object.entries(b ?? {}))]
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value)
}
