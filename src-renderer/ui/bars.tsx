import css from './charts.module.css'

export interface BarRow {
  readonly key: string
  readonly label: string
  readonly value: number
  /** Opens what is counted. */
  readonly href?: string
  readonly note?: string
}

export interface BarsProps {
  readonly label: string
  readonly rows: readonly BarRow[]
  readonly format: (value: number) => string
}

/** Lengths beside their numbers: the table and the picture in one. */
export function Bars({ label, rows, format }: BarsProps) {
  const most = Math.max(1e-9, ...rows.map((row) => row.value))
  return (
    <table className={css['bars']}>
      <caption className="visually-hidden">{label}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td className={css['track']} aria-hidden="true">
              <div className={css['bar']} style={{ inlineSize: `${Math.max(0, (row.value / most) * 100)}%` }} />
            </td>
            <td className={css['number']}>
              {row.href === undefined ? (
                <bdi>{format(row.value)}</bdi>
              ) : (
                <a href={row.href}>{<bdi>{format(row.value)}</bdi>}</a>
              )}
              {row.note !== undefined && <span className={css['note']}>{row.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
