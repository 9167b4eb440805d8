import { complexities, importances, procedures } from '#shared/domain/case/codes.ts'
import { endedCode, unknownCode } from '#shared/domain/indicators/figure.ts'
import type { SplitKey } from '#shared/domain/indicators/figure.ts'
import { complexityLabels, importanceLabels, procedureLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import {
  figureOf,
  nameOf,
  numberText,
  numeratorCell,
  percentCell,
  serviceName,
  splitsOf,
  sumCell,
  unclassifiedWord,
} from '../print.ts'
import type { Block, Section } from '../report-model.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { crossOf, serviceGroupTable, serviceTreeTable } from './service-tree.ts'
import { shareChart, shareTable, singleFirst } from './shares.ts'
import type { ShareParts } from './shares.ts'

const topServices = 10

/** Section 5: services by complexity, with subtotals of general and special; the fixed axes, cause given, subjects. */
export function classificationSection(data: QuarterlyData): Section {
  const { print } = data
  const services = {
    ...serviceParts(data),
    title: translate(reportTables.topServices, print.format),
    atMost: topServices,
  }
  return {
    id: 's5',
    title: translate(sectionTitles.classification, print.format),
    blocks: [
      ...reading(data, services),
      serviceGroupTable(data, baseOf(data)),
      shareChart(print, 'services', services),
      shareTable(print, 'services', services),
      ...axes.map((axis) => shareTable(print, axis.id, axisParts(data, axis))),
      shareTable(print, 'causes', causeParts(data)),
      shareTable(print, 'subjects', subjectParts(data)),
    ],
  }
}

/** Annex A: every service that had a complaint, below its class. */
export function servicesAnnex(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 'annex-services',
    title: translate(sectionTitles.services, print.format),
    blocks: [serviceTreeTable(data, baseOf(data))],
  }
}

const baseOf = ({ print }: QuarterlyData): string =>
  translate(reportNotes.baseComplaints, print.format, {
    count: numberText(print, figureOf(print, 'MIX.complaints').value ?? 0),
  })

function serviceParts(data: QuarterlyData): ShareParts {
  const { print, input } = data
  return {
    code: 'MIX.service',
    title: translate(reportTables.services, print.format),
    of: translate(reportWords.service, print.format),
    base: baseOf(data),
    nameOf: ({ service }) => serviceName(print, input.names.services, service),
    more: byComplexity(data),
  }
}

function causeParts(data: QuarterlyData): ShareParts {
  const { print, input } = data
  return {
    code: 'MIX.cause',
    title: translate(reportTables.causes, print.format),
    of: translate(reportWords.cause, print.format),
    base: baseOf(data),
    nameOf: ({ cause }) => nameOf(print, input.names.causes, cause),
  }
}

/** Subjects of a complaint may be several: their shares are no parts of one whole, and no total is printed of them. */
function subjectParts(data: QuarterlyData): ShareParts {
  const { print, input } = data
  return {
    code: 'MIX.subject',
    title: translate(reportTables.subjects, print.format),
    of: translate(reportWords.subject, print.format),
    base: translate(reportNotes.mayBeSeveral, print.format, { base: baseOf(data) }),
    nameOf: ({ subject }) => nameOf(print, input.names.subjects, subject),
    isOverlapping: true,
  }
}

interface Axis {
  readonly id: 'complexity' | 'importance' | 'procedure'
  readonly scale: readonly string[]
  readonly labels: Readonly<Record<string, { readonly ar: string; readonly en: string }>>
}

const axes: readonly Axis[] = [
  { id: 'complexity', scale: complexities, labels: complexityLabels },
  { id: 'importance', scale: importances, labels: importanceLabels },
  { id: 'procedure', scale: procedures, labels: procedureLabels },
]

function axisParts(data: QuarterlyData, { id, scale, labels }: Axis): ShareParts {
  const { format } = data.print
  const codeOf = (by: Readonly<Partial<Record<SplitKey, string>>>): string => by[id] ?? unknownCode
  return {
    code: `MIX.${id}`,
    title: translate(reportTables[id], format),
    of: translate(reportWords[id], format),
    base: baseOf(data),
    nameOf: (by) => (labels[codeOf(by)] ?? unclassifiedWord(codeOf(by)))[format.language],
    order: (by) => [...scale, unknownCode, endedCode].indexOf(codeOf(by)),
  }
}

function reading({ print }: QuarterlyData, parts: ShareParts): readonly Block[] {
  const top = singleFirst(print, parts.code)
  if (top === null || top.value === null) return []
  const params = { service: parts.nameOf(top.by), share: percentCell(print, top).text }
  return [{ kind: 'paragraph', text: translate(reportReadings.topService, print.format, params) }]
}

/** Of each service how many are of which complexity. */
function byComplexity({ print }: QuarterlyData): NonNullable<ShareParts['more']> {
  const columns = [...complexities, unknownCode]
  const services = splitsOf(print, 'MIX.service')
  return {
    titles: columns.map((code) => complexityLabelOf(code)[print.format.language]),
    weights: [3],
    cellsOf: ({ service }) => columns.map((complexity) => numeratorCell(print, crossOf(print, service, complexity))),
    total: columns.map((complexity) =>
      sumCell(
        print,
        services.map(({ by }) => crossOf(print, by.service, complexity)),
      ),
    ),
  }
}

const complexityLabelOf = (code: string): { readonly ar: string; readonly en: string } =>
  axes[0]?.labels[code] ?? reportWords.unclassified
