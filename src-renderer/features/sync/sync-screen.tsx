import { syncMessages as words } from '#shared/i18n/sync.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { ConflictsPanel } from './conflicts-panel.tsx'
import { ItemsPanel } from './items-panel.tsx'
import { LinkPanel } from './link-panel.tsx'
import { StandAlonePanel } from './stand-alone-panel.tsx'
import { WorkPanel } from './work-panel.tsx'

/** How this machine stands with its server, and what a person may decide (UI rule 7). */
export function SyncScreen() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.sync.status.queryOptions({ input: {} }))
  return (
    <SettingsPage section="sync" subtitle={t(words.subtitle)}>
      <AsyncView query={query}>
        {(status) =>
          status.link.kind === 'stand_alone' ? (
            <StandAlonePanel left={status.left} onJoined={() => void query.refetch()} />
          ) : (
            <>
              <LinkPanel status={status} />
              <ConflictsPanel />
              <ItemsPanel counts={status.counts} />
              <WorkPanel status={status} />
            </>
          )
        }
      </AsyncView>
    </SettingsPage>
  )
}
