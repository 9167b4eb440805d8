import type { Split } from '#shared/domain/indicators/figure.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureCell, figureOf, nameOf, numberText, percentCell } from '../print.ts'
import type { Block, Section } from '../report-model.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { shareChart, shareTable, singleFirst } from './shares.ts'
import type { ShareParts } from './shares.ts'

/** Section 4: received by channel, and how long registration lagged behind receipt. */
export function channelsSection(data: QuarterlyData): Section {
  const { print } = data
  const parts = channelParts(data)
  return {
    id: 's4',
    title: translate(sectionTitles.channels, print.format),
    blocks: [...reading(data, parts), shareChart(print, 'channels', parts), shareTable(print, 'channels', parts)],
  }
}

function channelParts(data: QuarterlyData): ShareParts {
  const { print, input } = data
  const count = numberText(print, figureOf(print, 'P6.received').value ?? 0)
  return {
    code: 'MIX.channel',
    title: translate(reportTables.channels, print.format),
    of: translate(reportWords.channel, print.format),
    base: translate(reportNotes.baseReceived, print.format, { count }),
    nameOf: ({ channel }) => nameOf(print, input.names.channels, channel),
    more: lagColumns(data),
  }
}

function reading({ print }: QuarterlyData, parts: ShareParts): readonly Block[] {
  const top = singleFirst(print, parts.code)
  if (top === null || top.value === null) return []
  const params = { channel: parts.nameOf(top.by), share: percentCell(print, top).text }
  return [{ kind: 'paragraph', text: translate(reportReadings.topChannel, print.format, params) }]
}

/** How long registration lagged behind receipt, in the row of its channel. */
function lagColumns({ print }: QuarterlyData): NonNullable<ShareParts['more']> {
  const cells = (by?: Split) => ['LAG.median', 'LAG.p90'].map((code) => figureCell(print, figureOf(print, code, by)))
  return {
    titles: [reportWords.lagMedian, reportWords.lagP90].map((word) => translate(word, print.format)),
    weights: [2.2, 0.8, 0.9, 1.7, 1.7],
    cellsOf: ({ channel }) => cells(channel === undefined ? undefined : { channel }),
    total: cells(),
  }
}
