import { scaledValues } from './chart-geometry.ts'
import type { ChartProps } from './report-chart.tsx'
import css from './reports.module.css'

/** Lengths beside their names and numbers; parts of a stack are told apart by hatching. */
export function ChartBars({ chart, format, label }: ChartProps & { readonly label: string }) {
  const most = Math.max(1e-9, ...scaledValues(chart))
  const isStacked = chart.shape === 'stacked-bar'
  return (
    <table className={css['bars']}>
      <caption className="visually-hidden">{label}</caption>
      <tbody>
        {chart.categories.map((name, place) => (
          <tr key={place}>
            <th scope="row">{name}</th>
            <td aria-hidden="true" className={css['track']}>
              <div className={css[isStacked ? 'stack' : 'side']}>
                {chart.series.map((series, index) => (
                  <div
                    key={series.name}
                    className={css['bar']}
                    data-series={index % 4}
                    data-empty={(series.values[place] ?? 0) === 0 || undefined}
                    style={{ inlineSize: `${((series.values[place] ?? 0) / most) * 100}%` }}
                  />
                ))}
              </div>
            </td>
            <td className={css['numbers']}>
              {chart.series.map((series, index) => {
                const value = series.values[place] ?? null
                return (
                  <span key={series.name}>
                    {index > 0 && ' / '}
                    <span className="visually-hidden">{series.name} </span>
                    <bdi>{value === null ? '–' : format(value)}</bdi>
                  </span>
                )
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
