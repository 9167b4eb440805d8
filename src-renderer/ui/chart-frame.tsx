import type { ReactNode } from 'react'
import { useState } from 'react'
import { IconButton } from './button.tsx'
import { useWords } from './words.ts'
import css from './charts.module.css'

export interface ChartRow {
  readonly key: string
  readonly label: string
  readonly text: string
  /** Opens what is counted there, and what that does. */
  readonly open?: (() => void) | undefined
  readonly opens?: string | undefined
}

/** A picture with the button that shows it as a table. */
export function ChartFrame({
  label,
  rows,
  children,
}: {
  readonly label: string
  readonly rows: readonly ChartRow[]
  readonly children: ReactNode
}) {
  const words = useWords()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className={css['frame']}>
      <div className={css['switch']}>
        <IconButton
          size="sm"
          icon={asTable ? 'chart' : 'list'}
          label={`${asTable ? words.text.showChart : words.text.showTable}: ${label}`}
          onClick={() => setAsTable(!asTable)}
        />
      </div>
      {asTable ? (
        <table className={css['table']}>
          <caption className="visually-hidden">{label}</caption>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td>
                  <RowValue row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        children
      )}
    </figure>
  )
}

function RowValue({ row: { text, open, opens = '' } }: { readonly row: ChartRow }) {
  if (open === undefined) return <bdi>{text}</bdi>
  return (
    <button type="button" className={css['open']} aria-label={`${text} – ${opens}`} title={opens} onClick={open}>
      <bdi>{text}</bdi>
    </button>
  )
}
