import type { Book, CycleRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { countOf, durationsOf, groupBy } from './figure.ts'
import type { Figure, Measured } from './figure.ts'
import { departmentsOf } from './timeliness.ts'

/** Bands of the histogram in working days; the last has no upper end. */
export const durationBands = [
  { code: '0-1', upTo: 1 },
  { code: '1-3', upTo: 3 },
  { code: '3-5', upTo: 5 },
  { code: '5-10', upTo: 10 },
  { code: '10-20', upTo: 20 },
  { code: '20+', upTo: null },
] as const

/** In: book. Out: K15, median and 90th percentile of working minutes from start to resolution, net of pauses and gross. */
export function resolutionTimeFigures(book: Book): readonly Figure[] {
  const resolved = book.cycles.filter((row) => isInPeriod(book, row.cycle.resolvedAt))
  const first = resolved.filter(({ cycle }) => cycle.number === 1)
  const whole = [
    ...durationsOf('K15.cycle1', first.map(net)),
    ...durationsOf('K15.all', resolved.map(net)),
    ...durationsOf('K15.gross', resolved.map(gross)),
  ]
  if (book.detail === 'headline') return whole
  return [
    ...whole,
    ...groupBy(first, ({ cycle }) => cycle.complexity).flatMap(([complexity, rows]) =>
      durationsOf('K15.cycle1', rows.map(net), { complexity }),
    ),
    ...groupBy(resolved, ({ cycle }) => cycle.complexity).flatMap(([complexity, rows]) =>
      durationsOf('K15.all', rows.map(net), { complexity }),
    ),
    ...groupBy(resolved, ({ cycle }) => cycle.service).flatMap(([service, rows]) =>
      durationsOf('K15.all', rows.map(net), { service }),
    ),
    ...groupBy(resolved, departmentsOf).flatMap(([department, rows]) =>
      durationsOf('K15.all', rows.map(net), { department }),
    ),
    ...durationBands.map(({ code }) =>
      countOf(
        'K15.spread',
        resolved.filter((row) => bandOf(row) === code),
        { duration: code },
      ),
    ),
  ]
}

const net = ({ id, cycle }: CycleRow): Measured => ({ id, minutes: cycle.netMinutes ?? 0 })
const gross = ({ id, cycle }: CycleRow): Measured => ({ id, minutes: cycle.grossMinutes ?? 0 })

function bandOf({ cycle }: CycleRow): string | undefined {
  const [minutes, day] = [cycle.netMinutes ?? 0, cycle.day ?? 1]
  return durationBands.find(({ upTo }) => upTo === null || minutes <= upTo * day)?.code
}
