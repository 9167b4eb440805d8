import { useContext } from 'react'
import { ChartAxes } from './chart-axes.tsx'
import { field, scaleOf, xOf, yOf } from './chart-geometry.ts'
import { ReportContext } from './open-figure.tsx'
import type { ChartProps } from './report-chart.tsx'
import css from './reports.module.css'

/** Columns side by side; every second kind is hatched, so that a black-and-white print tells them apart. */
export function ChartColumns({
  chart,
  format,
  label,
  patterns,
}: ChartProps & { readonly label: string; readonly patterns: string }) {
  const direction = useContext(ReportContext)?.direction
  const { top, steps } = scaleOf(chart)
  const place = (x: number) => (direction === 'rtl' ? field.width - x : x)
  const room = (field.width - field.start) / Math.max(1, chart.categories.length)
  const each = Math.min(40, (room * 0.7) / Math.max(1, chart.series.length))
  const startOf = (category: number, series: number) => {
    const x = xOf(category, chart.categories.length) + (series - chart.series.length / 2) * each
    return direction === 'rtl' ? place(x) - each : x
  }
  return (
    <svg className={css['picture']} viewBox={`0 0 ${field.width} ${field.height}`} role="img" aria-label={label}>
      <pattern id={patterns} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={css['hatch-ground']} />
        <rect width="3" height="6" className={css['hatch-line']} />
      </pattern>
      <ChartAxes categories={chart.categories} steps={steps} top={top} format={format} place={place} />
      {chart.series.map((series, index) => (
        <g
          key={series.name}
          className={css['column']}
          data-series={index % 4}
          fill={index % 2 === 1 ? `url(#${patterns})` : undefined}
        >
          {series.values.map(
            (value, at) =>
              value !== null && (
                <rect
                  key={at}
                  x={startOf(at, index)}
                  y={yOf(value, top)}
                  width={each - 2}
                  height={Math.max(1, yOf(0, top) - yOf(value, top))}
                />
              ),
          )}
        </g>
      ))}
    </svg>
  )
}
