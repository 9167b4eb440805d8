import type { FigureView } from '#shared/contract/desktop/reports.ts'
import { dashboardMessages as words } from '#shared/i18n/dashboard.ts'
import { formatWorkingMinutes } from '#shared/i18n/durations.ts'
import type { Speech } from '#renderer/parts/speech.tsx'

/** P5: below this many in the base the count leads and the percentage stands back. */
const greyBelow = 10

export interface FigureReading {
  /** The big number of the card. */
  readonly value: string
  /** What it is counted from. */
  readonly base: string
  /** A percentage over so small a base that it stands back. */
  readonly small: boolean
}

/** In: a figure, working minutes of a normal day. Out: how a card says it (P5, W10). */
export function readFigure(speech: Speech, figure: FigureView, dayMinutes: number): FigureReading {
  const { t } = speech
  const { value, unit, numerator, denominator } = figure
  if (value === null || denominator === 0)
    return { value: t(words.notApplicable), base: t(words.notApplicableText), small: false }
  const number = formatValue(speech, unit, dayMinutes)(value)
  switch (unit) {
    case 'ratio': {
      const parts = t(words.parts, { part: numerator ?? 0, whole: denominator ?? 0 })
      const small = (denominator ?? 0) < greyBelow
      return small ? { value: parts, base: number, small } : { value: number, base: parts, small }
    }
    case 'minutes':
      return {
        value: number,
        base: t(words.measured, { count: denominator ?? 0 }),
        small: (denominator ?? 0) < greyBelow,
      }
    case 'count':
      return { value: number, base: t(words.counted, { count: value }), small: false }
    case 'index':
      return { value: number, base: '', small: false }
  }
}

/** In: unit, working minutes of a normal day. Out: how one value is written. */
export function formatValue(speech: Speech, unit: FigureView['unit'], dayMinutes: number): (value: number) => string {
  switch (unit) {
    case 'ratio':
      return (value) => speech.ratio(value)
    case 'minutes':
      return (value) => formatWorkingMinutes(Math.round(value), dayMinutes, speech.settings)
    case 'count':
      return (value) => speech.number(value)
    case 'index':
      return (value) => speech.number(value, 1)
  }
}
