import type { KeyboardEvent } from 'react'
import type { EntrySet } from '#shared/domain/lists/events.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { complexityLabels, typeLabels } from '#shared/i18n/codes.ts'
import { useDepartmentOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import type { TableColumn } from '#renderer/ui/table.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { ActiveBadge } from './active-badge.tsx'
import { listLabels } from '#shared/i18n/list-labels.ts'
import { RowButton } from './row-button.tsx'
import css from './admin.module.css'
import { useLimitWords } from './use-limit-words.ts'

export interface EntryTableProps {
  readonly list: EntrySet['list']
  readonly entries: readonly EntrySet[]
  readonly onEdit: (entry: EntrySet) => void
  readonly onMove: (from: number, to: number) => void
  readonly onActive: (entry: EntrySet, active: boolean) => void
}

/** The values of a list in their order; Alt and an arrow, or the buttons, move one. */
export function EntryTable(props: EntryTableProps) {
  const { t } = useSpeech()
  const { list, entries, onMove } = props
  const columns = useColumns(props)
  const move = (event: KeyboardEvent) => {
    if (!event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return
    const row = event.target instanceof Element ? event.target.closest('tr') : null
    if (row === null || row.parentElement === null) return
    event.preventDefault()
    const place = [...row.parentElement.children].indexOf(row)
    onMove(place, event.code === 'ArrowUp' ? place - 1 : place + 1)
  }
  return (
    <div role="group" aria-label={t(adminListMessages.listChoose)} onKeyDown={move}>
      <Table
        caption={t(adminListMessages.tableOf, { title: t(listLabels[list]) })}
        rows={entries}
        keyOf={(entry) => entry.code}
        columns={columns}
      />
    </div>
  )
}

function useColumns(props: EntryTableProps): readonly TableColumn<EntrySet>[] {
  const { t, say } = useSpeech()
  const carried = useCarriedColumns(props)
  return [
    {
      key: 'name',
      header: t(adminMessages.name),
      cell: (entry) => (
        <span className={css['entry-name']} data-child={entry.attributes.parent !== null || undefined}>
          <RowButton label={t(adminMessages.editOf, { name: say(entry.labels) })} onClick={() => props.onEdit(entry)}>
            <Isolated>{say(entry.labels)}</Isolated>
          </RowButton>
          <span className={css['other-name']}>
            <Isolated>{say({ ar: entry.labels.en, en: entry.labels.ar })}</Isolated> ·{' '}
            <Isolated ltr>{entry.code}</Isolated>
          </span>
        </span>
      ),
    },
    ...carried,
    { key: 'state', header: t(adminMessages.state), cell: (entry) => <ActiveBadge active={entry.active} /> },
    {
      key: 'actions',
      header: t(adminMessages.actions),
      align: 'end',
      cell: (entry) => <EntryActions entry={entry} {...props} />,
    },
  ]
}

function useCarriedColumns({ list }: EntryTableProps): readonly TableColumn<EntrySet>[] {
  const { t, label } = useSpeech()
  const { sayLimit } = useLimitWords()
  const departments = useDepartmentOptions()
  const yesNo = (value: boolean) => (value ? t(adminListMessages.yes) : t(adminListMessages.no))
  if (list === 'channels')
    return [
      {
        key: 'synchronous',
        header: t(adminListMessages.synchronousShort),
        cell: (entry) => yesNo(entry.attributes.synchronous),
      },
    ]
  if (list === 'types')
    return [
      {
        key: 'behaves',
        header: t(adminListMessages.behaves),
        cell: (entry) => (entry.attributes.behaves === null ? '–' : label(typeLabels, entry.attributes.behaves)),
      },
    ]
  if (list !== 'services') return []
  return [
    {
      key: 'departments',
      header: t(adminListMessages.departments),
      cell: (entry) =>
        departments
          .filter((each) => entry.attributes.departments.some((id) => id === each.value))
          .map((each) => each.label)
          .join('، ') || '–',
    },
    {
      key: 'complexity',
      header: t(adminListMessages.complexity),
      cell: (entry) =>
        entry.attributes.complexity === null ? '–' : label(complexityLabels, entry.attributes.complexity),
    },
    {
      key: 'limit',
      header: t(adminLimitMessages.limit),
      cell: (entry) => (entry.attributes.limit === null ? '–' : sayLimit(entry.attributes.limit)),
    },
    { key: 'fcr', header: t(adminListMessages.fcrShort), cell: (entry) => yesNo(entry.attributes.fcrPossible) },
  ]
}

function EntryActions({ entry, entries, onMove, onActive }: EntryTableProps & { readonly entry: EntrySet }) {
  const { t, say } = useSpeech()
  const name = say(entry.labels)
  const place = entries.indexOf(entry)
  return (
    <span className={css['actions']}>
      <IconButton
        size="sm"
        icon="arrow-up"
        label={t(adminListMessages.moveUp, { name })}
        disabled={place === 0}
        onClick={() => onMove(place, place - 1)}
      />
      <IconButton
        size="sm"
        icon="arrow-down"
        label={t(adminListMessages.moveDown, { name })}
        disabled={place === entries.length - 1}
        onClick={() => onMove(place, place + 1)}
      />
      <Button size="xs" kind="quiet" onClick={() => onActive(entry, !entry.active)}>
        {t(entry.active ? adminListMessages.deactivate : adminListMessages.activate)}
        <span className="visually-hidden"> {name}</span>
      </Button>
    </span>
  )
}
