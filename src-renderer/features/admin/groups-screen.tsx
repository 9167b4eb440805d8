import { useState } from 'react'
import type { GroupSet } from '#shared/domain/access/events.ts'
import { adminGroupMessages as words } from '#shared/i18n/admin-groups.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { RightsMatrix } from './rights-matrix.tsx'

/** Which group may do what (G-01, G-02). */
export function GroupsScreen() {
  const { t } = useSpeech()
  const groups = useCoreQuery(api.admin.groups.queryOptions({ input: {} }))
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} })).data ?? []
  const [edited, setEdited] = useState<GroupSet | 'new' | null>(null)
  const memberCount = (code: string) => users.filter((user) => user.active && user.groups.includes(code)).length
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setEdited('new')}>
      {t(words.addGroup)}
    </Button>
  )
  return (
    <SettingsPage section="groups" subtitle={t(words.groupsNote)} actions={add}>
      <AsyncView query={groups} skeleton={<SkeletonRows count={12} />}>
        {(data) => (
          <>
            <Panel flush>
              <RightsMatrix
                groups={data.toSorted((a, b) => Number(b.active) - Number(a.active))}
                memberCount={memberCount}
                onEdit={setEdited}
              />
            </Panel>
            {edited !== null && (
              <GroupDialog
                group={edited === 'new' ? null : edited}
                taken={data.map((group) => group.code)}
                onClose={() => setEdited(null)}
              />
            )}
          </>
        )}
      </AsyncView>
    </SettingsPage>
  )
}
