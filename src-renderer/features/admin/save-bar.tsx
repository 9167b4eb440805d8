import { useRef } from 'react'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useHeldPlace } from '#renderer/ui/use-held-place.ts'
import type { HeldPlace } from '#renderer/ui/use-held-place.ts'
import { isStoppedByMisread } from '#renderer/ui/use-typed.ts'
import css from './admin.module.css'

interface SaveBarProps {
  readonly changed: boolean
  readonly busy?: boolean
  readonly label: string
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** Stays in sight while something is changed and not saved; whoever goes elsewhere meanwhile is asked first. */
export function SaveBar({ changed, busy = false, label, onSave, onDiscard }: SaveBarProps) {
  const { t } = useSpeech()
  const bar = useRef<HTMLDivElement>(null)
  const held = useHeldPlace(changed)
  if (!changed) return null
  const save = () => {
    if (!isStoppedByMisread(bar.current?.closest('main') ?? document)) onSave()
  }
  return (
    <div ref={bar} className={css['save-bar']} role="region" aria-label={t(words.unsaved)}>
      <span className={css['unsaved']} role="status">
        <Icon name="edit" />
        {t(words.unsaved)}
      </span>
      <Button onClick={onDiscard}>{t(words.discard)}</Button>
      <Button kind="primary" busy={busy} onClick={save}>
        {label}
      </Button>
      <LeaveDialog held={held} />
    </div>
  )
}

function LeaveDialog({ held: { asks, stay, leave } }: { readonly held: HeldPlace }) {
  const { t } = useSpeech()
  return (
    <Dialog
      opened={asks}
      onClose={stay}
      title={t(words.leaveTitle)}
      size="sm"
      actions={
        <>
          <Button kind="danger" onClick={leave}>
            {t(words.leaveUnsaved)}
          </Button>
          <Button kind="primary" onClick={stay}>
            {t(words.stayHere)}
          </Button>
        </>
      }
    >
      <Text>{t(words.leaveText)}</Text>
    </Dialog>
  )
}
