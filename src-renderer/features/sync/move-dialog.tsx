import { useState } from 'react'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

/** The same server at another address; where another answers, all stays as it was. */
export function MoveDialog({ url }: { readonly url: string }) {
  const { t } = useSpeech()
  const [opened, setOpened] = useState(false)
  const [address, setAddress] = useState(url)
  const close = () => setOpened(false)
  const move = useCoreAction(core.sync.move, () => {
    showToast({ tone: 'good', text: t(words.moveDone) })
    close()
  })
  const isAddress = URL.canParse(address.trim())
  return (
    <>
      <Button
        onClick={() => {
          setAddress(url)
          move.clear()
          setOpened(true)
        }}
      >
        {t(words.move)}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={t(words.moveTitle)}
        actions={
          <>
            <Button onClick={close}>{t(words.moveStay)}</Button>
            <Button
              kind="primary"
              busy={move.busy}
              disabled={!isAddress || address.trim() === url}
              onClick={() => void move.run({ url: address.trim() })}
            >
              {t(words.move)}
            </Button>
          </>
        }
      >
        <Text>{t(words.moveText)}</Text>
        <CodeField name="address" label={t(words.moveAddress)} value={address} onChange={setAddress} />
        <MoveRefused refusal={move.refusal} isMoved={address.trim() === url} />
      </Dialog>
    </>
  )
}

interface MoveRefusedProps {
  readonly refusal: Failure | null
  /** The server proved itself there, and something else stops the exchange. */
  readonly isMoved: boolean
}

function MoveRefused({ refusal, isMoved }: MoveRefusedProps) {
  if (refusal === null) return null
  if (isMoved) return <Refused refusal={refusal} title={words.moveKept} />
  return <Refused refusal={refusal.code === 'sync-unreachable' ? { ...refusal, ...words.moveSilent } : refusal} />
}
