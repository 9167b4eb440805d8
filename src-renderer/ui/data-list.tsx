import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { DataListHeader } from './data-list-header.tsx'
import { DataListRow } from './data-list-row.tsx'
import { takeFocus } from './take-focus.ts'
import { listKeys } from './use-list-keys.ts'
import css from './data-list.module.css'

export interface DataColumn<Row> {
  readonly key: string
  readonly header: string
  /** A grid track, as `8rem` or `minmax(0, 2fr)`. */
  readonly width?: string
  readonly align?: 'start' | 'center' | 'end'
  readonly sortable?: boolean
  readonly cell: (row: Row) => ReactNode
}

export interface DataSort {
  readonly key: string
  readonly descending: boolean
}

export interface DataSelection {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
}

export interface DataListProps<Row> {
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly count: number
  /** undefined while the row is still on its way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly keyOf: (row: Row) => string
  readonly onOpen: (row: Row, index: number) => void
  readonly selection?: DataSelection
  readonly sort?: DataSort
  readonly onSort?: (key: string) => void
  /** The rows now in sight, so that they can be fetched. */
  readonly onRange?: (first: number, last: number) => void
  /** The row that the keys stand on, for a preview beside the list. */
  readonly onActive?: (index: number) => void
  readonly rowHeight?: number
  readonly empty?: ReactNode
  readonly autoFocus?: boolean
}

const headerHeight = 36

/** A list of any length: only the rows in sight exist. It fills the height it is given and is worked by keyboard. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { label, columns, count, rowAt, keyOf, onOpen, selection, rowHeight = 44, autoFocus = false } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  })
  const items = virtual.getVirtualItems()
  useReportActive(active, props.onActive)
  useReportRange(items[0]?.index, items.at(-1)?.index, props.onRange)
  useEffect(() => (autoFocus ? takeFocus(() => box.current) : undefined), [autoFocus])

  const toggle = (index: number) => {
    const row = rowAt(index)
    if (row !== undefined && selection !== undefined) selection.onChange(toggled(selection.keys, keyOf(row)))
  }
  const open = (index: number) => {
    const row = rowAt(index)
    if (row !== undefined) onOpen(row, index)
  }
  const move = (index: number) => {
    setActive(index)
    virtual.scrollToIndex(index)
  }
  const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 400) - headerHeight) / rowHeight) - 1)
  const keys = listKeys({ active, count, page, move, open, toggle, clear: () => selection?.onChange(new Set()) })
  const tracks = [
    ...(selection === undefined ? [] : ['2.5rem']),
    ...columns.map((column) => column.width ?? 'minmax(0, 1fr)'),
  ].join(' ')
  const activeShown = items.some((item) => item.index === active)

  return (
    <div
      ref={box}
      className={css['list']}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (selection === undefined ? 0 : 1)}
      aria-multiselectable={selection === undefined ? undefined : true}
      aria-activedescendant={activeShown ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={keys}
      onFocus={() => setActive((current) => (current < 0 && count > 0 ? 0 : current))}
      style={{ '--tracks': tracks, '--row-height': `${rowHeight}px` }}
    >
      <DataListHeader columns={columns} selectable={selection !== undefined} sort={props.sort} onSort={props.onSort} />
      <div role="rowgroup" className={css['rows']} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index)
          return (
            <DataListRow
              key={item.key}
              id={`${id}-${item.index}`}
              index={item.index}
              offset={item.start - headerHeight}
              columns={columns}
              row={row}
              active={item.index === active}
              selected={selection === undefined ? undefined : row !== undefined && selection.keys.has(keyOf(row))}
              onOpen={() => {
                setActive(item.index)
                open(item.index)
              }}
              onToggle={() => toggle(item.index)}
            />
          )
        })}
      </div>
      {count === 0 && (
        <div role="row" className={css['empty']}>
          <div role="gridcell" aria-colspan={columns.length}>
            {props.empty}
          </div>
        </div>
      )}
    </div>
  )
}

function useReportActive(active: number, report: ((index: number) => void) | undefined): void {
  const latest = useRef(report)
  useEffect(() => {
    latest.current = report
  })
  useEffect(() => latest.current?.(active), [active])
}

function useReportRange(
  first: number | undefined,
  last: number | undefined,
  report: DataListProps<unknown>['onRange'],
): void {
  const latest = useRef(report)
  useEffect(() => {
    latest.current = report
  })
  useEffect(() => {
    if (first !== undefined && last !== undefined) latest.current?.(first, last)
  }, [first, last])
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
