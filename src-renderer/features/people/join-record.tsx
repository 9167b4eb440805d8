import { type ReactNode, useState } from 'react'
import type { ElsewhereCase } from '#shared/contract/desktop/people.ts'
import { peopleLinkMessages as messages } from '#shared/i18n/people-links.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { ElsewhereCases } from './elsewhere-cases.tsx'

interface JoinRecordProps {
  readonly busy: boolean
  readonly cases: readonly ElsewhereCase[]
  readonly onJoin: () => void
  /** Which record. */
  readonly children: ReactNode
}

/** That two records are one human is said after it is told which, and what follows (L-16). */
export function JoinRecord({ busy, cases, onJoin, children }: JoinRecordProps) {
  const { t } = useSpeech()
  const [opened, setOpened] = useState(false)
  const act = (
    <Button
      kind="primary"
      onClick={() => {
        setOpened(false)
        onJoin()
      }}
    >
      {t(messages.joinDo)}
    </Button>
  )
  return (
    <>
      <Button size="xs" busy={busy} onClick={() => setOpened(true)}>
        {t(messages.join)}
      </Button>
      {opened && (
        <Dialog opened onClose={() => setOpened(false)} title={t(messages.joinTitle)} actions={act}>
          {children}
          {cases.length > 0 && <ElsewhereCases cases={cases} label={t(messages.itsCases)} />}
          <Text>{t(messages.joinText)}</Text>
        </Dialog>
      )}
    </>
  )
}
