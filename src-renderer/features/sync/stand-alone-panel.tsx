import { useState } from 'react'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { JoinForm } from '#renderer/parts/join-form.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'

/** An office that has joined no server goes on as it is, or joins with all it has (SYNC-ENROL-3). */
export function StandAlonePanel({ onJoined }: { readonly onJoined: () => void }) {
  const { t } = useSpeech()
  const { has } = useSession()
  const [joining, setJoining] = useState(false)
  const close = () => setJoining(false)
  return (
    <Panel title={t(joining ? words.joinTitle : words.state)}>
      {joining ? (
        <JoinForm onBack={close} onDone={onJoined} />
      ) : (
        <EmptyState
          icon="link"
          title={t(words.standAloneTitle)}
          text={t(words.standAloneText)}
          action={
            has('manage_store') && (
              <Button kind="primary" icon="link" onClick={() => setJoining(true)}>
                {t(words.startJoin)}
              </Button>
            )
          }
        />
      )}
    </Panel>
  )
}
