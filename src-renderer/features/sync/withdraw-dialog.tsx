import { useState } from 'react'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'

/** What was not accepted is taken back by its author's machine, with the reason. */
export function WithdrawDialog({ commit, onClose }: { readonly commit: string; readonly onClose: () => void }) {
  const { t } = useSpeech()
  const [reason, setReason] = useState('')
  const withdraw = useCoreAction(core.sync.withdraw, onClose)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(words.withdrawTitle)}
      actions={
        <Button
          kind="danger"
          busy={withdraw.busy}
          disabled={reason.trim() === ''}
          onClick={() => void withdraw.run({ commit, reason: reason.trim() })}
        >
          {t(words.withdraw)}
        </Button>
      }
    >
      <Refused refusal={withdraw.refusal} />
      <TextAreaField
        required
        name="reason"
        label={t(words.withdrawReason)}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
