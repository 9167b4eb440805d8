import type { Holiday } from '#shared/domain/clock/calendar.ts'
import { dayNumberOf } from '#shared/domain/clock/local-date.ts'
import { adminCalendarMessages } from '#shared/i18n/admin-calendar.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { RowButton } from './row-button.tsx'

interface RangeTableProps {
  readonly caption: PlainMessage
  readonly ranges: readonly Holiday[]
  readonly onEdit: (place: number) => void
  readonly onRemove: (place: number) => void
}

/** Dated days of the calendar, the latest first. */
export function RangeTable({ caption, ranges, onEdit, onRemove }: RangeTableProps) {
  const { t, say, longDate } = useSpeech()
  const rows = ranges
    .map((range, place) => ({ range, place }))
    .toSorted((a, b) => (a.range.from < b.range.from ? 1 : -1))
  const nameOf = (range: Holiday) => say(range.name)
  return (
    <Table
      caption={t(adminListMessages.tableOf, { title: t(caption) })}
      rows={rows}
      keyOf={({ place }) => String(place)}
      columns={[
        {
          key: 'name',
          header: t(adminMessages.name),
          cell: ({ range, place }) => (
            <RowButton label={t(adminMessages.editOf, { name: nameOf(range) })} onClick={() => onEdit(place)}>
              <Isolated>{nameOf(range)}</Isolated>
            </RowButton>
          ),
        },
        { key: 'from', header: t(adminCalendarMessages.firstDay), cell: ({ range }) => longDate(range.from) },
        {
          key: 'to',
          header: t(adminCalendarMessages.lastDay),
          cell: ({ range }) => (range.to === range.from ? '–' : longDate(range.to)),
        },
        {
          key: 'count',
          header: t(adminCalendarMessages.lengthInDays),
          cell: ({ range }) =>
            t(adminCalendarMessages.dayCount, { count: dayNumberOf(range.to) - dayNumberOf(range.from) + 1 }),
        },
        {
          key: 'actions',
          header: t(adminMessages.actions),
          align: 'end',
          cell: ({ range, place }) => (
            <Button size="xs" kind="quiet" icon="trash" onClick={() => onRemove(place)}>
              {t(adminMessages.remove)}
              <span className="visually-hidden"> {nameOf(range)}</span>
            </Button>
          ),
        },
      ]}
    />
  )
}
