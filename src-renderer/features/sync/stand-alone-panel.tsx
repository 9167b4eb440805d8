import { useState } from 'react'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { JoinForm } from '#renderer/parts/join-form.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'

interface StandAlonePanelProps {
  readonly left: SyncStatus['left']
  readonly onJoined: () => void
}

/** An office that has joined no server goes on as it is, or joins with all it has; one that left is told how it could come back (SYNC-ENROL-3). */
export function StandAlonePanel({ left, onJoined }: StandAlonePanelProps) {
  const { t } = useSpeech()
  const { has } = useSession()
  const [joining, setJoining] = useState(false)
  const close = () => setJoining(false)
  const isBack = left !== null && !left.mayReturn
  const mayJoin = has('manage_store') && left?.mayJoin !== false
  return (
    <Panel title={t(joining ? words.joinTitle : words.state)}>
      {joining ? (
        <JoinForm onBack={close} onDone={onJoined} />
      ) : (
        <EmptyState
          icon="link"
          title={t(isBack ? words.leftTitle : words.standAloneTitle)}
          text={isBack ? <Left left={left} /> : t(words.standAloneText)}
          action={
            mayJoin && (
              <Button kind={isBack ? 'default' : 'primary'} icon="link" onClick={() => setJoining(true)}>
                {t(isBack ? words.joinOther : words.startJoin)}
              </Button>
            )
          }
        />
      )}
    </Panel>
  )
}

function Left({ left: { url, at } }: { readonly left: NonNullable<SyncStatus['left']> }) {
  const { t, dateTime } = useSpeech()
  return (
    <>
      <p>{t(words.leftText, { server: url, when: dateTime(at) })}</p>
      <p>{t(words.leftReturn)}</p>
    </>
  )
}
