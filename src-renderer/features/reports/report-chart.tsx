import { useId, useState } from 'react'
import type { ReportChart } from '#shared/contract/desktop/report-model.ts'
import { kitMessages } from '#shared/i18n/kit.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { ChartColumns } from './chart-columns.tsx'
import { ChartBars } from './chart-bars.tsx'
import { ChartLines } from './chart-lines.tsx'
import css from './reports.module.css'

/** A chart of the report: told apart by pattern and dash as well as by shade, and readable as a table (UI rule 9). */
export function ReportChartView({ chart }: { readonly chart: ReportChart }) {
  const { t } = useSpeech()
  const [asTable, setAsTable] = useState(false)
  const format = useChartFormat(chart)
  return (
    <figure className={css['chart']}>
      <figcaption className={css['chart-title']}>
        {chart.title}
        <IconButton
          size="sm"
          icon={asTable ? 'chart' : 'list'}
          label={`${t(asTable ? kitMessages.showChart : kitMessages.showTable)}: ${chart.title}`}
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? <ChartTable chart={chart} format={format} /> : <Picture chart={chart} format={format} />}
    </figure>
  )
}

function useChartFormat(chart: ReportChart): (value: number) => string {
  const { number, ratio } = useSpeech()
  return chart.unit === 'ratio' ? (value) => ratio(value) : (value) => number(value)
}

export interface ChartProps {
  readonly chart: ReportChart
  readonly format: (value: number) => string
}

function Picture({ chart, format }: ChartProps) {
  const { t } = useSpeech()
  const patterns = useId()
  const label = t(words.chartOf, { title: chart.title })
  const flat = chart.shape === 'bar' || chart.shape === 'stacked-bar'
  return (
    <>
      {chart.series.length > 1 && <Legend chart={chart} />}
      {flat && <ChartBars chart={chart} format={format} label={label} />}
      {chart.shape === 'column' && <ChartColumns chart={chart} format={format} label={label} patterns={patterns} />}
      {chart.shape === 'line' && <ChartLines chart={chart} format={format} label={label} />}
    </>
  )
}

function Legend({ chart }: { readonly chart: ReportChart }) {
  return (
    <ul className={css['legend']}>
      {chart.series.map((series, place) => (
        <li key={series.name}>
          <span
            className={css[chart.shape === 'line' ? 'legend-line' : 'legend-fill']}
            data-series={place % 4}
            aria-hidden="true"
          />
          {series.name}
        </li>
      ))}
    </ul>
  )
}

function ChartTable({ chart, format }: ChartProps) {
  const { t } = useSpeech()
  const rows = chart.categories.map((name, place) => ({ name, place }))
  return (
    <Table
      caption={t(words.tableOf, { title: chart.title })}
      rows={rows}
      keyOf={(row) => String(row.place)}
      columns={[
        { key: 'name', header: t(words.category), cell: (row) => row.name },
        ...chart.series.map((series, index) => ({
          key: String(index),
          header: series.name === '' ? t(words.chartValue) : series.name,
          align: 'end' as const,
          cell: (row: { readonly place: number }) => {
            const value = series.values[row.place] ?? null
            return value === null ? '–' : <bdi>{format(value)}</bdi>
          },
        })),
      ]}
    />
  )
}
