import { formatRatio } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes, reportReadings, reportTables, reportWords, sectionTitles } from '#shared/i18n/report.ts'
import { figureCell, figureOf, nameOf, numberText, splitsOf, textCell } from '../print.ts'
import type { Block, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
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
    blocks: [
      ...reading(data, parts),
      shareChart(print, 'channels', parts),
      shareTable(print, 'channels', parts),
      lagTable(data),
    ],
  }
}

function channelParts({ print, input }: QuarterlyData): ShareParts {
  const count = numberText(print, figureOf(print, 'P6.received').value ?? 0)
  return {
    code: 'MIX.channel',
    title: translate(reportTables.channels, print.format),
    of: translate(reportWords.channel, print.format),
    base: translate(reportNotes.baseReceived, print.format, { count }),
    nameOf: ({ channel }) => nameOf(print, input.names.channels, channel),
  }
}

function reading({ print }: QuarterlyData, parts: ShareParts): readonly Block[] {
  const top = singleFirst(print, parts.code)
  if (top === null || top.value === null) return []
  const params = { channel: parts.nameOf(top.by), share: formatRatio(top.value, print.format) }
  return [{ kind: 'paragraph', text: translate(reportReadings.topChannel, print.format, params) }]
}

function lagTable({ print, input }: QuarterlyData): TableBlock {
  const cells = (channel?: string) => {
    const by = channel === undefined ? undefined : { channel }
    return ['LAG.median', 'LAG.p90'].map((code) => figureCell(print, figureOf(print, code, by)))
  }
  return tableOf('lag', {
    title: translate(reportTables.lag, print.format),
    columns: columnsOf(
      [reportWords.channel, reportWords.median, reportWords.p90].map((word) => translate(word, print.format)),
    ),
    rows: splitsOf(print, 'LAG.median').map(({ by }) => [
      textCell(nameOf(print, input.names.channels, by.channel)),
      ...cells(by.channel),
    ]),
    total: [textCell(translate(reportWords.all, print.format)), ...cells()],
  })
}
