import { syncMessages } from '#shared/i18n/sync.ts'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { LinkBadge } from '#renderer/parts/link-badge.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'

/** What the program is and holds, and whether it stands alone. */
export function StatePanel() {
  const { t, number, dateTime } = useSpeech()
  const { office } = useSession().session
  const query = useCoreQuery(api.system.health.queryOptions({ input: {} }))
  return (
    <Panel title={t(words.state)}>
      <AsyncView query={query}>
        {(health) => (
          <Stack>
            <Facts
              columns={3}
              items={[
                { label: t(words.version), value: <Isolated ltr>{health.version}</Isolated> },
                { label: t(words.cases), value: number(health.cases) },
                { label: t(words.events), value: number(health.events) },
                {
                  label: t(words.lastBackup),
                  value: health.lastBackup === null ? t(words.noBackup) : dateTime(health.lastBackup),
                },
                {
                  label: t(words.lastFullCopy),
                  value: health.lastFullCopy === null ? t(words.noBackup) : dateTime(health.lastFullCopy),
                },
                { label: t(words.index), value: t(health.indexing ? words.indexing : words.indexed) },
                { label: t(words.data), value: t(office.practice ? words.practiceData : words.real) },
              ]}
            />
            {health.backupLate && (
              <Notice tone="warn" title={t(words.backupLateTitle)}>
                {t(words.backupLateText)}
              </Notice>
            )}
            <LinkNotice />
            {office.automation && (
              <Notice tone="warn" title={t(words.automationTitle)}>
                {t(words.automationText)}
              </Notice>
            )}
          </Stack>
        )}
      </AsyncView>
    </Panel>
  )
}

/** Alone, or joined: then with whom, and the way to the page that tells the rest. */
function LinkNotice() {
  const { t } = useSpeech()
  const { data: sync } = useCoreQuery(api.sync.status.queryOptions({ input: {} }))
  if (sync === undefined) return null
  if (sync.link.kind === 'stand_alone')
    return (
      <Notice
        title={`${t(words.link)}: ${t(words.standAlone)}`}
        actions={
          <Button size="xs" href={paths.settings('sync')}>
            {t(syncMessages.openPage)}
          </Button>
        }
      >
        {t(words.standAloneText)}
      </Notice>
    )
  return (
    <Notice
      title={t(words.joined)}
      actions={
        <Button size="xs" href={paths.settings('sync')}>
          {t(syncMessages.openPage)}
        </Button>
      }
    >
      <LinkBadge link={sync.link} /> <Isolated ltr>{sync.server?.url ?? ''}</Isolated>
    </Notice>
  )
}
