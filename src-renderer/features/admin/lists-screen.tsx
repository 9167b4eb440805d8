import { useState } from 'react'
import type { ListView } from '#shared/contract/desktop/admin.ts'
import type { EntrySet } from '#shared/domain/lists/events.ts'
import { ListName, listNames } from '#shared/domain/lists/events.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { versionParts } from '#renderer/parts/version-text.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import type { EntryForm } from './entry-form.ts'
import { emptyEntry, entryForm, entryInput } from './entry-form.ts'
import { reorder } from './entry-order.ts'
import { EntryTable } from './entry-table.tsx'
import { listLabels } from '#shared/i18n/list-labels.ts'
import css from './admin.module.css'

/** Every editable list of the office; values are made inactive, never deleted (C-01, G-03). */
export function ListsScreen({ params }: ScreenProps) {
  const { t } = useSpeech()
  const chosen = ListName.catch('services').parse(params['list'])
  const query = useCoreQuery(api.admin.lists.queryOptions({ input: {} }))
  const view = query.data?.find((each) => each.list === chosen)
  const [edited, setEdited] = useState<EntryForm | null>(null)
  const add = (
    <Button
      kind="primary"
      icon="plus"
      disabled={view === undefined}
      onClick={() => setEdited(emptyEntry(chosen, view?.entries ?? []))}
    >
      {t(adminListMessages.addEntry)}
    </Button>
  )
  return (
    <SettingsPage section="lists" actions={add} subtitle={t(adminMessages.activeHint)}>
      <div className={css['beside']}>
        <ListNavigation chosen={chosen} views={query.data ?? []} />
        <AsyncView query={query} skeleton={<SkeletonRows />}>
          {() => (view === undefined ? null : <OneList key={chosen} view={view} onEdit={setEdited} />)}
        </AsyncView>
      </div>
      {edited !== null && (
        <EntryDialog key={edited.code} start={edited} entries={view?.entries ?? []} onClose={() => setEdited(null)} />
      )}
    </SettingsPage>
  )
}

function ListNavigation({ chosen, views }: { readonly chosen: ListName; readonly views: readonly ListView[] }) {
  const { t, number } = useSpeech()
  return (
    <nav className={css['list-nav']} aria-label={t(adminMessages.lists)}>
      {listNames.map((name) => {
        const count = views.find((view) => view.list === name)?.entries.filter((entry) => entry.active).length
        return (
          <a key={name} href={paths.settings(`lists/${name}`)} aria-current={name === chosen ? 'page' : undefined}>
            {t(listLabels[name])}
            {count !== undefined && (
              <span className={css['count']}>
                <bdi>{number(count)}</bdi>
              </span>
            )}
          </a>
        )
      })}
    </nav>
  )
}

function OneList({ view, onEdit }: { readonly view: ListView; readonly onEdit: (form: EntryForm) => void }) {
  const { t, say, number, date } = useSpeech()
  const [told, setTold] = useState('')
  const { at, letters } = versionParts(view.version)
  const save = useCoreAction(async (entries: readonly EntrySet[]) => {
    for (const entry of entries) await core.admin.setEntry(entryInput(entry))
  })
  const move = async (from: number, to: number) => {
    const moving = view.entries[from]
    const done = await save.run(reorder(view.entries, from, to))
    if (moving !== undefined && done !== null)
      setTold(t(adminListMessages.moved, { name: say(moving.labels), place: number(to + 1) }))
  }
  return (
    <div className={css['list-body']}>
      <Refused title={adminMessages.notSaved} refusal={save.refusal} />
      <Panel
        flush
        title={t(listLabels[view.list])}
        actions={
          <Text size="xs" quiet>
            {t(adminListMessages.moveHint)}
          </Text>
        }
      >
        {view.entries.length === 0 ? (
          <EmptyState icon="list" title={t(adminListMessages.listEmpty)} text={t(adminListMessages.listEmptyText)} />
        ) : (
          <EntryTable
            list={view.list}
            entries={view.entries}
            onEdit={(entry) => onEdit(entryForm(entry))}
            onMove={(from, to) => void move(from, to)}
            onActive={(entry, active) => void save.run([{ ...entry, active }])}
          />
        )}
      </Panel>
      <Text size="xs" quiet>
        {t(adminListMessages.entries, { count: view.entries.length })} ·{' '}
        {t(adminMessages.version, { version: at === null ? '' : date(at) })} <Isolated ltr>{letters}</Isolated>
      </Text>
      <div className="visually-hidden" role="status">
        {told}
      </div>
    </div>
  )
}
