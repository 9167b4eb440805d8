import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import type { Bilingual } from '#shared/domain/indicators/figure-definition.ts'
import { findFigure } from '#shared/domain/indicators/all-figures.ts'
import type { Figure, Split } from '#shared/domain/indicators/figure.ts'
import { endedCode, unknownCode } from '#shared/domain/indicators/figure.ts'
import { must } from '#shared/lib/assert.ts'
import { formatWorkingMinutes } from '#shared/i18n/durations.ts'
import { formatNumber, formatRatio } from '#shared/i18n/format.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { entryElsewhere, unitElsewhere } from '#shared/wording/of-elsewhere.ts'
import type { Cell, FigureRef } from './report-model.ts'

/** What printing a figure depends on. */
export interface Print {
  readonly format: FormatSettings
  /** Minutes of a normal working day, by which durations are printed (W10). */
  readonly day: number
  readonly figures: readonly Figure[]
}

/** Bases below which a percentage is grey, and below which a department's is not printed at all (P5). */
const greyBelow = 10
export const hiddenBelow = 5

/** In: a figure. Out: whether it is a department's over so few that only its counts are printed, in any edition (P5). */
export const isKeptBack = ({ by, denominator, unit }: Pick<Figure, 'by' | 'denominator' | 'unit'>): boolean =>
  (unit === 'ratio' || unit === 'index') && by?.department !== undefined && (denominator ?? 0) < hiddenBelow

/** In: a figure. Out: whether its base is so small that a percentage of it is grey and its count printed (P5). */
export const isSmallBase = ({ denominator }: Pick<Figure, 'denominator'>): boolean => (denominator ?? 0) < greyBelow

/** In: code, split. Out: the figure; a split that nothing fell under is an empty one. */
export function figureOf(print: Print, code: string, by?: Split): Figure {
  return findFigure(print.figures, code, by) ?? emptyFigure(code, by)
}

/** In: code. Out: its figures that are split, in order. */
export function splitsOf(print: Print, code: string): readonly (Figure & { readonly by: Split })[] {
  return print.figures.filter(
    (figure): figure is Figure & { readonly by: Split } => figure.code === code && figure.by !== undefined,
  )
}

function emptyFigure(code: string, by: Split | undefined): Figure {
  const { unit } = must(figureCatalogue[code], `the catalogue knows ${code}`)
  const isCount = unit === 'count'
  return {
    code,
    ...(by === undefined ? {} : { by }),
    value: isCount ? 0 : null,
    unit,
    numerator: isCount ? 0 : null,
    denominator: isCount ? null : 0,
    provisional: false,
    underObservation: 0,
    cases: [],
    counted: [],
  }
}

/** In: a figure. Out: its cell: count, share with its parts, working time, or index; by the rules of small numbers. */
export function figureCell(print: Print, figure: Figure): Cell {
  const source = { figure: refOf(figure) }
  switch (figure.unit) {
    case 'count':
      return { kind: 'number', text: numberText(print, figure.value ?? 0), value: figure.value, ...source }
    case 'ratio':
      return { ...ratioCell(print, figure), ...source }
    case 'minutes':
      return { ...minutesCell(print, figure.value), ...source }
    case 'index':
      return indexCell(print, figure, source)
  }
}

function indexCell(print: Print, figure: Figure, source: Pick<Cell, 'figure'>): Cell {
  if (figure.value === null) return { ...notApplicable(print), ...source }
  return { kind: 'number', text: formatNumber(figure.value, print.format, 1), value: figure.value, ...source }
}

function ratioCell(print: Print, figure: Figure): Cell {
  const { value, numerator, denominator } = figure
  if (value === null || denominator === null || denominator === 0) return notApplicable(print)
  const percent = formatRatio(value, print.format)
  // A quotient that is no share of cases, such as net satisfaction, has no parts to show.
  if (numerator === null || (figure.cases.length > 0 && figure.counted.length === 0 && numerator !== 0))
    return { kind: 'ratio', text: percent, value, faint: isSmallBase(figure) }
  const parts = translate(reportWords.of, print.format, { part: numerator, whole: denominator })
  if (isKeptBack(figure)) return { kind: 'ratio', text: parts, value: null, faint: true }
  const isSmall = isSmallBase(figure)
  // A bracket whose inside goes on in the next line would stand at the wrong end of an Arabic one.
  const text = isSmall ? `${parts} (${percent})` : `${percent} (${parts.replaceAll(' ', '\u00A0')})`
  return { kind: 'ratio', text: withMark(print, figure, text), value, faint: isSmall }
}

/** In: a ratio whose base stands in the row already. Out: the percentage alone, unless the base is small (P5). */
export function percentCell(print: Print, figure: Figure): Cell {
  const cell = figureCell(print, figure)
  if (figure.value === null || isSmallBase(figure)) return cell
  return { ...cell, text: withMark(print, figure, formatRatio(figure.value, print.format)) }
}

/** In: a ratio. Out: the percentage alone where it stands beside its count. */
export function shareCell(print: Print, figure: Figure): Cell {
  if (figure.value === null) return notApplicable(print)
  return {
    kind: 'ratio',
    text: formatRatio(figure.value, print.format),
    value: figure.value,
    faint: isSmallBase(figure),
  }
}

/** In: a figure with numerator. Out: the numerator as a number, which opens what it counts. */
export function numeratorCell(print: Print, figure: Figure): Cell {
  return { ...numberCell(print, figure.numerator ?? 0), figure: { ...refOf(figure), part: 'counted' } }
}

/** In: figures of one code that have no case in common. Out: what they count together, opening the cases of all. */
export function sumCell(print: Print, figures: readonly Figure[]): Cell {
  const [first, ...others] = figures.filter(({ numerator }) => (numerator ?? 0) > 0)
  if (first === undefined) return numberCell(print, 0)
  const also = others.map((figure) => refOf(figure).by ?? {})
  const total = [first, ...others].reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)
  const ref = also.length === 0 ? refOf(first) : { ...refOf(first), also }
  return { ...numberCell(print, total), figure: { ...ref, part: 'counted' } }
}

const refOf = ({ code, by }: Figure): FigureRef => ({
  code,
  ...(by === undefined ? {} : { by: by as Record<string, string> }),
})

export function minutesCell(print: Print, minutes: number | null): Cell {
  if (minutes === null) return notApplicable(print)
  return {
    kind: 'days',
    text: formatWorkingMinutes(minutes, print.day, print.format),
    value: Math.round((minutes / print.day) * 100) / 100,
  }
}

export function numberCell(print: Print, value: number, figure?: Figure): Cell {
  const source = figure === undefined ? {} : { figure: refOf(figure) }
  return { kind: 'number', text: numberText(print, value), value, ...source }
}

export const textCell = (text: string): Cell => ({ kind: 'text', text, value: text })

export const dateCell = (text: string, instant: string): Cell => ({ kind: 'date', text, value: instant })

const withoutValue = (print: Print, word: Bilingual): Cell => ({
  kind: 'text',
  text: word[print.format.language],
  value: null,
  faint: true,
})

/** Its base is 0 (P5). */
export const notApplicable = (print: Print): Cell => withoutValue(print, reportWords.notApplicable)
/** It belongs to a time before the office had cases. */
export const noData = (print: Print): Cell => withoutValue(print, reportWords.noData)
/** Its base is too small for it to be printed (P5). */
export const keptBack = (print: Print): Cell => withoutValue(print, reportWords.keptBack)

export const numberText = (print: Print, value: number): string => formatNumber(value, print.format)

const withMark = (print: Print, { provisional }: Figure, text: string): string =>
  provisional ? `${text} «${translate(reportWords.provisional, print.format)}»` : text

type Names = Readonly<Record<string, { readonly label: Bilingual }>>

/** In: names of a list, a code. Out: the name in the report's language; where no list here has it, that it is of another's. */
export function nameOf(print: Print, names: Names, code: string | undefined): string {
  const { language } = print.format
  if (code === undefined || code === unknownCode) return reportWords.unknown[language]
  return (names[code]?.label ?? entryElsewhere(code))[language]
}

/** As `nameOf`, for departments and offices. */
export function unitNameOf(print: Print, names: Names, id: string | undefined): string {
  const { language } = print.format
  if (id === undefined || id === unknownCode) return reportWords.unknown[language]
  return (names[id]?.label ?? unitElsewhere)[language]
}

/** As `nameOf`, for services: a case without one is not classified yet, or ended without. */
export function serviceName(print: Print, names: Names, code: string | undefined): string {
  return isUnclassified(code) ? unclassifiedWord(code)[print.format.language] : nameOf(print, names, code)
}

export const isUnclassified = (code: string | undefined): code is undefined | typeof unknownCode | typeof endedCode =>
  code === undefined || code === unknownCode || code === endedCode

export const unclassifiedWord = (code: string | undefined): Bilingual =>
  code === endedCode ? reportWords.endedUnclassified : reportWords.notClassified
