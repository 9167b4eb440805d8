import type { ReportCell, ReportTable } from '#shared/contract/desktop/report-model.ts'
import { paths } from '#renderer/parts/paths.ts'
import { CasesButton, FigureButton } from './open-figure.tsx'
import { partsOfText } from './parts-of-text.ts'
import css from './reports.module.css'

/** A table of the report, its numbers opening their cases. */
export function ReportTableView({ table, within }: { readonly table: ReportTable; readonly within: string }) {
  return (
    <div
      className={css['table-around']}
      tabIndex={0}
      role="region"
      aria-label={[within, table.title, table.columns[0]?.title].join(' – ')}
    >
      <table className={css['table']}>
        <caption className={css['caption']}>
          {table.title}
          {table.base !== null && <span className={css['base']}>{table.base}</span>}
        </caption>
        <thead>
          <tr>
            {table.columns.map((column, place) => (
              <th key={place} scope="col" data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <Line key={place} table={table} row={row} />
          ))}
        </tbody>
        {table.total !== null && (
          <tfoot>
            <Line table={table} row={table.total} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Line({ table, row }: { readonly table: ReportTable; readonly row: readonly ReportCell[] }) {
  const name = row[0]?.text ?? ''
  return (
    <tr>
      {row.map((cell, place) => {
        const column = table.columns[place]
        const of = [table.title, name, column?.title].filter(Boolean).join(' – ')
        const Element = place === 0 ? 'th' : 'td'
        return (
          <Element
            key={place}
            scope={place === 0 ? 'row' : undefined}
            data-align={column?.align}
            data-faint={cell.faint === true || undefined}
          >
            <Content cell={cell} name={of} />
          </Element>
        )
      })}
    </tr>
  )
}

function Content({ cell, name }: { readonly cell: ReportCell; readonly name: string }) {
  if (cell.named !== undefined) return <NamedCases text={cell.text} named={cell.named} />
  const text = <bdi>{cell.text}</bdi>
  if (cell.cases !== undefined && cell.cases.length > 0)
    return (
      <CasesButton ids={cell.cases} name={name}>
        {text}
      </CasesButton>
    )
  if (cell.figure === undefined) return text
  return (
    <FigureButton figure={cell.figure} name={name}>
      {text}
    </FigureButton>
  )
}

/** A text that names cases: each of its numbers leads to its case. */
function NamedCases({ text, named }: { readonly text: string; readonly named: NonNullable<ReportCell['named']> }) {
  return (
    <bdi>
      {partsOfText(text, named).map(({ said, id }, place) =>
        id === null ? (
          said
        ) : (
          <a key={place} className={css['figure']} href={paths.case(id)}>
            <bdi>{said}</bdi>
          </a>
        ),
      )}
    </bdi>
  )
}
