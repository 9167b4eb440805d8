import { complexities } from '#shared/domain/case/codes.ts'
import { endedCode, unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Figure, Split } from '#shared/domain/indicators/figure.ts'
import { complexityLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import {
  figureOf,
  isUnclassified,
  numeratorCell,
  serviceName,
  shareCell,
  splitsOf,
  sumCell,
  textCell,
} from '../print.ts'
import type { Cell, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/*
 * Services are a tree of two levels (L-04): below a general or a special class stands every service. A case may be
 * classified as the class itself, where none of its services fits.
 */

type Share = Figure & { readonly by: Split }

interface Branch {
  /** Code of the class; the mark for none of cases that are not classified or ended so. */
  readonly code: string
  readonly services: readonly Share[]
}

/** In: data, base of the shares in words. Out: general and special classes, each the sum of its services. */
export function serviceGroupTable(data: QuarterlyData, base: string): TableBlock {
  return treeTable(data, {
    id: 'service-groups',
    title: translate(reportTables.serviceGroups, data.print.format),
    base,
    rows: branchesOf(data).map((branch) => branchRow(data, branch)),
  })
}

/** As `serviceGroupTable`, every class followed by its services. */
export function serviceTreeTable(data: QuarterlyData, base: string): TableBlock {
  return treeTable(data, {
    id: 'all-services',
    title: translate(reportTables.services, data.print.format),
    base,
    rows: branchesOf(data).flatMap((branch) => [branchRow(data, branch), ...serviceRows(data, branch)]),
  })
}

function branchesOf({ print, input }: QuarterlyData): readonly Branch[] {
  const found = new Map<string, Share[]>()
  for (const share of splitsOf(print, 'MIX.service')) {
    const service = share.by.service ?? unknownCode
    const code = input.names.services[service]?.parent ?? service
    found.set(code, [...(found.get(code) ?? []), share])
  }
  return [...found].map(([code, services]) => ({ code, services: services.toSorted(largestFirst) })).toSorted(inOrder)
}

const largestFirst = (a: Share, b: Share): number => (b.numerator ?? 0) - (a.numerator ?? 0)
const inOrder = (a: Branch, b: Branch): number => Number(isUnclassified(a.code)) - Number(isUnclassified(b.code))

const countOf = (services: readonly Share[]): number =>
  services.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)

const columnCodes = [...complexities, unknownCode]

/** Who ended without a class has neither service nor complexity: one column is for all without. */
export function crossOf(print: QuarterlyData['print'], service = unknownCode, complexity: string): Figure {
  const isEnded = service === endedCode && complexity === unknownCode
  return figureOf(print, 'MIX.cross', { service, complexity: isEnded ? endedCode : complexity })
}

function branchRow(data: QuarterlyData, { code, services }: Branch): readonly Cell[] {
  const { print, input } = data
  const first = services[0]
  const count = countOf(services)
  const whole = first?.denominator ?? 0
  return [
    textCell(serviceName(print, input.names.services, code)),
    sumCell(print, services),
    shareCell(print, {
      ...figureOf(print, 'MIX.service'),
      denominator: whole,
      value: whole === 0 ? null : count / whole,
    }),
    ...columnCodes.map((complexity) =>
      sumCell(
        print,
        services.map(({ by }) => crossOf(print, by.service, complexity)),
      ),
    ),
  ]
}

/** A class that nothing was divided below says all in its own row. */
function serviceRows(data: QuarterlyData, { code, services }: Branch): readonly (readonly Cell[])[] {
  const { print, input } = data
  if (services.every(({ by }) => by.service === code)) return []
  return services.map((share) => [
    textCell(`– ${serviceName(print, input.names.services, share.by.service)}`),
    numeratorCell(print, share),
    shareCell(print, share),
    ...columnCodes.map((complexity) => numeratorCell(print, crossOf(print, share.by.service, complexity))),
  ])
}

interface Tree {
  readonly id: string
  readonly title: string
  readonly base: string
  readonly rows: readonly (readonly Cell[])[]
}

function treeTable(data: QuarterlyData, { id, title, base, rows }: Tree): TableBlock {
  const { print } = data
  const word = (message: { readonly ar: string; readonly en: string }): string => message[print.format.language]
  const all: Branch = { code: unknownCode, services: splitsOf(print, 'MIX.service') }
  const labels: Readonly<Record<string, { readonly ar: string; readonly en: string }>> = complexityLabels
  return tableOf(id, {
    title,
    base,
    columns: columnsOf(
      [
        word(id === 'service-groups' ? reportWords.serviceGroup : reportWords.service),
        word(reportWords.count),
        word(reportWords.share),
        ...columnCodes.map((code) => word(labels[code] ?? reportWords.unclassified)),
      ],
      3,
    ),
    rows,
    total: rows.length === 0 ? null : [textCell(word(reportWords.total)), ...branchRow(data, all).slice(1)],
  })
}
