import { useRef } from 'react'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { isStoppedByMisread } from '#renderer/ui/use-typed.ts'
import css from './admin.module.css'

interface SaveBarProps {
  readonly changed: boolean
  readonly busy?: boolean
  readonly label: string
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** Stays in sight while something is changed and not saved. */
export function SaveBar({ changed, busy = false, label, onSave, onDiscard }: SaveBarProps) {
  const { t } = useSpeech()
  const bar = useRef<HTMLDivElement>(null)
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
    </div>
  )
}
