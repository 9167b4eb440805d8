import { syncMessages as words } from '#shared/i18n/sync.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { ItemsPanel } from './items-panel.tsx'
import { LinkPanel } from './link-panel.tsx'

/** How this machine stands with its server, and what a person may decide (UI rule 7). */
export function SyncScreen() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.sync.status.queryOptions({ input: {} }))
  return (
    <SettingsPage section="sync">
      <AsyncView
        query={query}
        isEmpty={({ link }) => link.kind === 'stand_alone'}
        empty={<EmptyState icon="link" title={t(words.standAloneTitle)} text={t(words.standAloneText)} />}
      >
        {(status) => (
          <>
            <LinkPanel status={status} />
            <ItemsPanel />
          </>
        )}
      </AsyncView>
    </SettingsPage>
  )
}
