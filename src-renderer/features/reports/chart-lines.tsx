import { useContext } from 'react'
import { ChartAxes } from './chart-axes.tsx'
import { field, lineOf, scaleOf, xOf, yOf } from './chart-geometry.ts'
import { ReportContext } from './open-figure.tsx'
import type { ChartProps } from './report-chart.tsx'
import css from './reports.module.css'

/** Lines over time, each with its own dash. */
export function ChartLines({ chart, format, label }: ChartProps & { readonly label: string }) {
  const direction = useContext(ReportContext)?.direction
  const { top, steps } = scaleOf(chart)
  const isTurned = direction === 'rtl'
  const place = (x: number) => (isTurned ? field.width - x : x)
  return (
    <svg className={css['picture']} viewBox={`0 0 ${field.width} ${field.height}`} role="img" aria-label={label}>
      <ChartAxes categories={chart.categories} steps={steps} top={top} format={format} place={place} />
      <g transform={isTurned ? `translate(${field.width} 0) scale(-1 1)` : undefined}>
        {chart.series.map((series, index) => (
          <g key={series.name} className={css['line']} data-series={index % 4}>
            <path d={lineOf(series.values, top)} />
            {series.values.map(
              (value, at) =>
                value !== null && <circle key={at} cx={xOf(at, series.values.length)} cy={yOf(value, top)} r={3} />,
            )}
          </g>
        ))}
      </g>
    </svg>
  )
}
