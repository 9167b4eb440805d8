import { useState } from 'react'
import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { isAway } from '#shared/domain/access/leave.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { adminUserMessages } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { foldSpelling } from '#renderer/ui/fold-spelling.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { ActiveBadge } from './active-badge.tsx'
import { RowButton } from './row-button.tsx'
import { UserDialog } from './user-dialog.tsx'
import type { UserForm } from './user-form.ts'
import { emptyUser, userForm } from './user-form.ts'
import css from './admin.module.css'

/** Who works here and what each may do (G-02). */
export function UsersScreen() {
  const { t } = useSpeech()
  const { session } = useSession()
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} }))
  const units = useCoreQuery(api.admin.units.queryOptions({ input: {} })).data ?? []
  const groups = useCoreQuery(api.admin.groups.queryOptions({ input: {} })).data ?? []
  const [edited, setEdited] = useState<UserForm | null>(null)
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setEdited(emptyUser(session.unit.id))}>
      {t(adminUserMessages.addUser)}
    </Button>
  )
  return (
    <SettingsPage
      section="users"
      actions={add}
      subtitle={users.data === undefined ? undefined : t(adminUserMessages.usersNote, { count: users.data.length })}
    >
      <AsyncView query={users} skeleton={<SkeletonRows />}>
        {(data) => (
          <UserTable users={data} units={units} groups={groups} onEdit={(user) => setEdited(userForm(user))} />
        )}
      </AsyncView>
      {edited !== null && (
        <UserDialog
          key={edited.id ?? 'new'}
          start={edited}
          units={units}
          groups={groups}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsPage>
  )
}

/** Away today, or active, or not. */
function UserState({ user }: { readonly user: UserSet }) {
  const { t, settings, shortDate } = useSpeech()
  const today = localDateOf(settings.zone, useNow())
  return user.active && isAway(user, today) ? (
    <Badge icon="pause" tone="warn">
      {t(adminUserMessages.onLeave, { until: shortDate(user.leave?.until ?? today) })}
    </Badge>
  ) : (
    <ActiveBadge active={user.active} />
  )
}

interface UserTableProps {
  readonly users: readonly UserSet[]
  readonly units: readonly UnitSet[]
  readonly groups: readonly GroupSet[]
  readonly onEdit: (user: UserSet) => void
}

function UserTable({ users, units, groups, onEdit }: UserTableProps) {
  const { t, say } = useSpeech()
  const [text, setText] = useState('')
  const wanted = foldSpelling(text.trim())
  const shown = users
    .filter((user) => foldSpelling(`${user.name.ar} ${user.name.en} ${user.username}`).includes(wanted))
    .toSorted((a, b) => Number(b.active) - Number(a.active) || say(a.name).localeCompare(say(b.name)))
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name
  const groupNames = (user: UserSet) =>
    groups.filter((group) => user.groups.includes(group.code)).map((group) => say(group.name))
  return (
    <Panel flush>
      {users.length > 8 && (
        <div className={css['filter']}>
          <TextField
            name="filter"
            label={t(adminMessages.search)}
            value={text}
            onChange={setText}
            before={<Icon name="search" size={16} />}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState
          icon="users"
          title={t(adminMessages.nothingFits, { text })}
          text={t(adminMessages.nothingFitsText)}
          action={<Button onClick={() => setText('')}>{t(adminMessages.clearFilter)}</Button>}
        />
      ) : (
        <Table
          caption={t(adminMessages.users)}
          rows={shown}
          keyOf={(user) => user.id}
          columns={[
            {
              key: 'name',
              header: t(adminMessages.name),
              cell: (user) => (
                <RowButton label={t(adminMessages.editOf, { name: say(user.name) })} onClick={() => onEdit(user)}>
                  <Isolated>{say(user.name)}</Isolated>
                </RowButton>
              ),
            },
            {
              key: 'username',
              header: t(adminUserMessages.username),
              cell: (user) => <Isolated>{user.username}</Isolated>,
            },
            {
              key: 'unit',
              header: t(adminUserMessages.unit),
              cell: (user) => {
                const name = unitName(user.unit)
                return name === undefined ? '–' : say(name)
              },
            },
            {
              key: 'groups',
              header: t(adminUserMessages.memberOf),
              cell: (user) => groupNames(user).join('، ') || t(adminUserMessages.noGroups),
            },
            { key: 'state', header: t(adminMessages.state), cell: (user) => <UserState user={user} /> },
          ]}
        />
      )}
    </Panel>
  )
}
