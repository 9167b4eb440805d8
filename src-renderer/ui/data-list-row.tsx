import { Skeleton } from '@mantine/core'
import type { DataColumn } from './data-list.tsx'
import { Icon } from './icon.tsx'
import css from './data-list.module.css'

interface DataListRowProps<Row> {
  readonly id: string
  readonly index: number
  readonly offset: number
  readonly columns: readonly DataColumn<Row>[]
  readonly row: Row | undefined
  readonly active: boolean
  readonly selected: boolean | undefined
  readonly onOpen: () => void
  readonly onToggle: () => void
}

export function DataListRow<Row>({
  id,
  index,
  offset,
  columns,
  row,
  active,
  selected,
  onOpen,
  onToggle,
}: DataListRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined || undefined}
      data-active={active || undefined}
      className={css['row']}
      style={{ transform: `translateY(${offset}px)` }}
      onClick={onOpen}
    >
      {selected !== undefined && (
        <div
          role="gridcell"
          className={css['check']}
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          <span className={css['box']} aria-hidden="true">
            {selected && <Icon name="check" size={14} />}
          </span>
        </div>
      )}
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={css['cell']} data-align={column.align}>
          {row === undefined ? <Skeleton height={12} width="70%" /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
}
