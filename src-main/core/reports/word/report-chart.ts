import { ChartRun } from 'docx/charts'
import type { ChartRunOptions, ChartSeries } from 'docx/charts'
import type { Paragraph } from 'docx'
import type { Direction } from '#core/word/directed-pieces.ts'
import { directedParagraph } from '#core/word/directed-runs.ts'
import type { ChartBlock } from '../report-model.ts'
import { chartInks, chartWidth, ink } from './report-page.ts'

/** On every office machine; chart programs shape embedded Arabic faces badly. */
const font = { name: 'Arial', color: ink.text }
const markers = ['circle', 'square', 'triangle', 'diamond'] as const
const dashes = ['solid', 'dash', 'dot', 'dashDot'] as const
const area = { fill: 'FFFFFF', border: { color: ink.rule } } as const

/**
 * A native, editable chart. Its paragraph is left to right, or Word draws it off the page; in Arabic the axes themselves
 * run from the right. `order` numbers the charts of a document: the writer's own count goes on from file to file.
 */
export function reportChart(block: ChartBlock, direction: Direction, order: number): Paragraph {
  const run = new ChartRun(optionsOf(block, direction, order))
  return directedParagraph('ltr', [run], { alignment: 'center', spacing: { before: 160, after: 80 } })
}

function optionsOf(block: ChartBlock, direction: Direction, order: number): ChartRunOptions {
  const isBar = block.shape === 'bar' || block.shape === 'stacked-bar'
  const isSingle = block.series.length === 1
  const common = {
    title: { text: block.title, font: { size: 12, bold: true, color: ink.heading } },
    legend: isSingle ? (false as const) : ({ position: 'bottom', font: { size: 10 } } as const),
    font,
    chartArea: area,
    transformation: { width: chartWidth, height: chartHeight(block) },
    altText: { id: String(order), name: block.id, description: block.title },
    categories: block.categories.length === 0 ? ['–'] : block.categories,
    dataLabels: {
      value: isSingle || block.shape === 'stacked-bar',
      numberFormat: block.shape === 'stacked-bar' ? '#,##0;;' : '#,##0',
      font: { size: 9 },
    },
    valueAxis: { numberFormat: block.unit === 'ratio' ? '0%' : '#,##0', minimum: 0, font: { size: 9 } },
    categoryAxis: { reverseOrder: direction === 'rtl', font: { size: 9 } },
  }
  if (!isBar)
    return { ...common, type: block.shape === 'line' ? 'line' : 'column', series: seriesOf(block) } as ChartRunOptions
  return {
    ...common,
    type: 'bar',
    gapWidth: 60,
    stacking: block.shape === 'stacked-bar' ? 'stacked' : 'none',
    // The first bar belongs on top; then the values' axis must be told to stay below.
    categoryAxis: { reverseOrder: true, font: { size: block.shape === 'stacked-bar' ? 8 : 9 } },
    valueAxis: { ...common.valueAxis, reverseOrder: direction === 'rtl', crossesAt: 'maximum' },
    series: seriesOf(block),
  } as ChartRunOptions
}

/** In pixels. Few bars need little room; many are kept on one page. */
export function chartHeight({ shape, categories }: ChartBlock): number {
  if (shape === 'line' || shape === 'column') return 185
  // Names of departments are long and stand in two lines.
  const bar = shape === 'stacked-bar' ? 26 : 22
  return Math.min(420, 84 + bar * Math.max(2, categories.length))
}

function seriesOf({ shape, series, categories }: ChartBlock): readonly ChartSeries[] {
  return series.map(({ name, values }, place): ChartSeries => {
    const color = chartInks[place % chartInks.length] ?? ink.heading
    const shown = { name, values: categories.length === 0 ? [null] : values, color }
    // Figures on the plain dark bar are white, on the patterned ones they stand in the table below.
    if (shape === 'stacked-bar')
      return {
        ...shown,
        dataLabels: place === 0 ? { value: true, numberFormat: '#,##0;;', font: { size: 9, color: 'FFFFFF' } } : false,
      }
    if (shape !== 'line') return shown
    return {
      ...shown,
      markers: { shape: markers[place % markers.length] ?? 'circle', size: 8 },
      line: { color, width: 2.25, dash: dashes[place % dashes.length] ?? 'solid' },
    }
  })
}
