import { useState } from 'react'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Text } from '#renderer/ui/text.tsx'

/** Leaving says what it costs; what was not sent stays here, and only a person may decide that. */
export function LeaveDialog({ status }: { readonly status: SyncStatus }) {
  const { t } = useSpeech()
  const [opened, setOpened] = useState(false)
  const [force, setForce] = useState(false)
  const close = () => setOpened(false)
  const leave = useCoreAction(core.sync.leave, close)
  const unsent = status.counts.pending + status.counts.sent + status.files.up
  return (
    <>
      <Button kind="danger" onClick={() => setOpened(true)}>
        {t(words.leave)}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={t(words.leaveTitle)}
        actions={
          <>
            <Button onClick={close}>{t(words.stay)}</Button>
            <Button
              kind="danger"
              busy={leave.busy}
              disabled={unsent > 0 && !force}
              onClick={() => void leave.run({ force })}
            >
              {t(words.leave)}
            </Button>
          </>
        }
      >
        <Text>{t(words.leaveText)}</Text>
        <Text>{t(words.leaveAgain)}</Text>
        {unsent > 0 && (
          <>
            <Notice tone="warn" title={t(words.leaveUnsent, { count: unsent })}>
              {t(words.leaveUnsentText)}
            </Notice>
            <CheckboxField name="force" label={t(words.leaveForce)} checked={force} onChange={setForce} />
          </>
        )}
        <Refused refusal={leave.refusal} />
      </Dialog>
    </>
  )
}
