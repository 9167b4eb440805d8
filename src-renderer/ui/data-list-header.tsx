import type { DataColumn, DataSort } from './data-list.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'
import css from './data-list.module.css'

interface DataListHeaderProps<Row> {
  readonly columns: readonly DataColumn<Row>[]
  readonly selectable: boolean
  readonly sort: DataSort | undefined
  readonly onSort: ((key: string) => void) | undefined
}

export function DataListHeader<Row>({ columns, selectable, sort, onSort }: DataListHeaderProps<Row>) {
  const words = useWords()
  return (
    <div role="rowgroup" className={css['header']}>
      <div role="row" aria-rowindex={1} className={css['row']}>
        {selectable && (
          <div role="columnheader" className={css['cell']}>
            <span className="visually-hidden">{words.text.selectRow}</span>
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            className={css['cell']}
            data-align={column.align}
            aria-sort={sortOf(column.key, sort)}
          >
            {column.sortable === true && onSort !== undefined ? (
              <button
                type="button"
                className={css['sort']}
                data-turned={(sort?.key === column.key && !sort.descending) || undefined}
                onClick={() => onSort(column.key)}
              >
                {column.header}
                {sort?.key === column.key && <Icon name="chevron-down" size={14} />}
              </button>
            ) : (
              column.header
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

function sortOf(key: string, sort: DataSort | undefined): 'ascending' | 'descending' | undefined {
  if (sort?.key !== key) return undefined
  return sort.descending ? 'descending' : 'ascending'
}
