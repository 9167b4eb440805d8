import { stillOverdue } from '#shared/domain/indicators/backlog.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportDecisions } from '#shared/i18n/report-decisions.ts'
import { figureCell, figureOf, hiddenBelow, nameOf, percentCell, splitsOf, unitNameOf } from '../print.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { singleFirst } from './shares.ts'
import { isRunning } from './wording.ts'

/** Shares below or above which a figure is worth a decision, where the institution set no target. */
const thresholds = { timeliness: 0.9, satisfaction: 0.8, response: 0.5, reopening: 0.1, reply: 0.75 } as const
const atMost = 3
/** Complaints about one service that make it worth a study. */
const studiedFrom = 5

/** In: data. Out: at most three things to decide, the gravest first; proposals that a person edits before approval. */
export function decisionsOf(data: QuarterlyData): readonly string[] {
  const { print } = data
  const found = [unreached(data), overdue(data), slowDepartment(data), ...rates(data), topService(data)].filter(
    (text) => text !== null,
  )
  return found.length === 0 ? [translate(reportDecisions.none, print.format)] : found.slice(0, atMost)
}

function unreached({ print }: QuarterlyData): string | null {
  return (figureOf(print, 'K8.unreached').value ?? 0) > 0 ? translate(reportDecisions.unreached, print.format) : null
}

/** Nobody can end what has ended since the period. */
function overdue({ book, print, input }: QuarterlyData): string | null {
  const count = stillOverdue(book).length
  return count === 0
    ? null
    : translate(isRunning(input) ? reportDecisions.overdueNow : reportDecisions.overdue, print.format, { count })
}

function slowDepartment({ print, input }: QuarterlyData): string | null {
  const slowest = splitsOf(print, 'K6b')
    .filter(({ value, denominator }) => value !== null && value < thresholds.reply && (denominator ?? 0) >= hiddenBelow)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]
  if (slowest === undefined) return null
  const department = unitNameOf(print, input.names.departments, slowest.by.department)
  return translate(reportDecisions.slowDepartment, print.format, { department, rate: figureCell(print, slowest).text })
}

function rates(data: QuarterlyData): readonly (string | null)[] {
  const { print, input } = data
  const target = (code: string, fallback: number): number => input.figureTargets[code] ?? fallback
  const below = (code: string, fallback: number): Figure | null => {
    const figure = figureOf(print, code)
    return figure.value !== null && figure.value < target(code, fallback) ? figure : null
  }
  const reopened = figureOf(print, 'K9')
  const isReopened = reopened.value !== null && reopened.value > target('K9', thresholds.reopening)
  const say = (
    message: typeof reportDecisions.timeliness | typeof reportDecisions.satisfaction | typeof reportDecisions.response,
    figure: Figure | null,
  ) => (figure === null ? null : translate(message, print.format, { rate: figureCell(print, figure).text }))
  return [
    say(reportDecisions.timeliness, below('K3a.cycle1', thresholds.timeliness)),
    isReopened ? translate(reportDecisions.reopening, print.format, { rate: figureCell(print, reopened).text }) : null,
    say(reportDecisions.satisfaction, below('K5a', thresholds.satisfaction)),
    say(reportDecisions.response, below('K5b', thresholds.response)),
  ]
}

function topService({ print, input }: QuarterlyData): string | null {
  const top = singleFirst(print, 'MIX.service')
  if (top === null || top.value === null || (top.numerator ?? 0) < studiedFrom) return null
  const service = nameOf(print, input.names.services, top.by.service)
  return translate(reportDecisions.topService, print.format, { service, share: percentCell(print, top).text })
}
