import { useState } from 'react'
import { useConnection } from '#renderer/client/connection.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts } from '#renderer/ui/page.tsx'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { SyncLine } from './sync-line.tsx'
import css from './frame.module.css'

/** How this office stands to the rest of the world, always in sight; a click says why (ui rule 7). */
export function CoreState() {
  const { t } = useSpeech()
  const connection = useConnection()
  const [opened, setOpened] = useState(false)
  const { data: sync } = useCoreQuery(api.sync.status.queryOptions({ input: {} }))
  const isAlone = sync?.link.kind === 'stand_alone'
  const { data: health } = useCoreQuery(api.system.health.queryOptions({ input: {} }), { enabled: isAlone })
  if (connection === 'online' && sync !== undefined && sync.link.kind !== 'stand_alone')
    return <SyncLine status={sync} />
  // Until the core has said how it stands nothing is claimed.
  const [tone, word, icon] =
    connection === 'online' && sync !== undefined
      ? health?.backupLate === true
        ? (['warn', words.backupLate, 'alert'] as const)
        : (['neutral', words.standAlone, 'check-circle'] as const)
      : connection === 'lost'
        ? (['bad', words.lost, 'alert'] as const)
        : (['info', words.connecting, 'refresh'] as const)
  return (
    <>
      <button type="button" className={css['state']} data-tone={tone} onClick={() => setOpened(true)}>
        <Icon name={icon} size={15} />
        {t(word)}
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t(words.stateTitle)}>
        <Health lost={connection === 'lost'} />
      </Dialog>
    </>
  )
}

function Health({ lost }: { readonly lost: boolean }) {
  const { t, number, dateTime } = useSpeech()
  const health = useCoreQuery(api.system.health.queryOptions({ input: {} }))
  return (
    <>
      <Notice tone={lost ? 'bad' : 'neutral'}>{t(lost ? words.lostNote : words.stateStandAlone)}</Notice>
      {health.data?.backupLate === true && <Notice tone="warn">{t(words.backupLateNote)}</Notice>}
      <AsyncView query={health}>
        {(found) => (
          <Facts
            items={[
              { label: t(words.stateCases), value: <bdi>{number(found.cases)}</bdi> },
              { label: t(words.stateEvents), value: <bdi>{number(found.events)}</bdi> },
              {
                label: t(words.stateBackup),
                value: found.lastBackup === null ? t(words.stateNoBackup) : <bdi>{dateTime(found.lastBackup)}</bdi>,
              },
              {
                label: t(words.stateFullCopy),
                value: found.lastFullCopy === null ? t(words.stateNoBackup) : <bdi>{dateTime(found.lastFullCopy)}</bdi>,
              },
              { label: t(words.stateIndex), value: t(found.indexing ? words.stateIndexing : words.stateIndexed) },
              { label: t(words.stateVersion), value: <bdi>{found.version}</bdi> },
            ]}
          />
        )}
      </AsyncView>
    </>
  )
}
