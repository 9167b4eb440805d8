import { useState } from 'react'
import { adminUnitMessages } from '#shared/i18n/admin-units.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { ActiveBadge } from './active-badge.tsx'
import { RowButton } from './row-button.tsx'
import type { UnitForm } from './unit-dialog.tsx'
import { emptyUnit, UnitDialog } from './unit-dialog.tsx'
import { unitKindLabels } from '#shared/i18n/unit-kind-labels.ts'
import type { UnitLine } from './unit-tree.ts'
import { unitLines } from './unit-tree.ts'
import css from './admin.module.css'

/** The one tree of units; cases are referred to its departments and directorates (G-03). */
export function UnitsScreen() {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const units = useCoreQuery(api.admin.units.queryOptions({ input: {} }))
  const [edited, setEdited] = useState<UnitForm | null>(null)
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setEdited(emptyUnit(session.unit))}>
      {t(adminUnitMessages.addUnit)}
    </Button>
  )
  return (
    <SettingsPage section="units" subtitle={t(adminUnitMessages.unitsNote)} actions={add}>
      <AsyncView query={units} skeleton={<SkeletonRows />}>
        {(data) => (
          <>
            <UnitTable
              lines={unitLines(data, (a, b) => say(a.name).localeCompare(say(b.name)))}
              own={session.unit.id}
              onEdit={setEdited}
            />
            {edited !== null && (
              <UnitDialog
                key={`${edited.id}-${edited.parent}`}
                start={edited}
                units={data}
                onClose={() => setEdited(null)}
              />
            )}
          </>
        )}
      </AsyncView>
    </SettingsPage>
  )
}

interface UnitTableProps {
  readonly lines: readonly UnitLine[]
  readonly own: string
  readonly onEdit: (form: UnitForm) => void
}

function UnitTable({ lines, own, onEdit }: UnitTableProps) {
  const { t, say, label } = useSpeech()
  return (
    <Panel flush>
      <Table
        caption={t(adminMessages.units)}
        rows={lines}
        keyOf={({ unit }) => unit.id}
        columns={[
          {
            key: 'name',
            header: t(adminMessages.name),
            cell: (line) => <UnitName line={line} own={own} onEdit={onEdit} />,
          },
          { key: 'kind', header: t(adminUnitMessages.unitKind), cell: ({ unit }) => label(unitKindLabels, unit.kind) },
          { key: 'code', header: t(adminMessages.code), cell: ({ unit }) => <Isolated ltr>{unit.code}</Isolated> },
          {
            key: 'liaison',
            header: t(adminUnitMessages.liaison),
            cell: ({ unit }) => <Isolated>{unit.contact.liaison || '–'}</Isolated>,
          },
          {
            key: 'phone',
            header: t(adminUnitMessages.phone),
            cell: ({ unit }) => <Isolated ltr>{unit.contact.phone || '–'}</Isolated>,
          },
          { key: 'state', header: t(adminMessages.state), cell: ({ unit }) => <ActiveBadge active={unit.active} /> },
          {
            key: 'actions',
            header: t(adminMessages.actions),
            align: 'end',
            cell: ({ unit }) => (
              <IconButton
                size="sm"
                icon="plus"
                label={t(adminUnitMessages.addUnder, { name: say(unit.name) })}
                onClick={() => onEdit(emptyUnit(unit))}
              />
            ),
          },
        ]}
      />
    </Panel>
  )
}

function UnitName({
  line,
  own,
  onEdit,
}: {
  readonly line: UnitLine
  readonly own: string
  readonly onEdit: (form: UnitForm) => void
}) {
  const { t, say } = useSpeech()
  const { unit, depth } = line
  return (
    <span className={css['unit-name']} style={{ '--depth': depth }}>
      <RowButton label={t(adminMessages.editOf, { name: say(unit.name) })} onClick={() => onEdit(unit)}>
        {say(unit.name)}
      </RowButton>
      {unit.id === own && <Badge tone="accent">{t(adminUnitMessages.ownOffice)}</Badge>}
    </span>
  )
}
