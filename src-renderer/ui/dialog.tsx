import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from './button.tsx'
import type { IconName } from './icon-paths.ts'
import { Row, Stack } from './layout.tsx'
import { Text } from './text.tsx'
import { useWords } from './words.ts'

export interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: 'sm' | 'md' | 'lg' | 'xl'
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Not among the floats, which a locked window hides. */
  readonly aboveLock?: boolean
}

export function Dialog({ opened, onClose, title, size = 'md', children, actions, aboveLock = false }: DialogProps) {
  const words = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      portalProps={aboveLock ? { target: 'body' } : {}}
      // Its head is a `header`, which would be a second banner of the window.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': words.text.close }}
      styles={{ title: { fontWeight: 600, fontSize: '1.0625rem' } }}
    >
      <Stack>
        {children}
        {actions !== undefined && <Row justify="end">{actions}</Row>}
      </Stack>
    </Modal>
  )
}

export interface ConfirmButtonProps {
  readonly label: string
  readonly title: string
  /** What will happen, and whether it can be taken back. */
  readonly text: ReactNode
  readonly confirmLabel: string
  readonly onConfirm: () => void | Promise<unknown>
  readonly kind?: 'default' | 'quiet' | 'danger' | 'primary'
  readonly icon?: IconName
  readonly disabled?: boolean
  readonly size?: 'xs' | 'sm' | 'md'
  readonly aboveLock?: boolean
}

/** A button that asks before it acts. */
export function ConfirmButton({
  label,
  title,
  text,
  confirmLabel,
  onConfirm,
  kind = 'default',
  disabled = false,
  size = 'sm',
  aboveLock = false,
  ...look
}: ConfirmButtonProps) {
  const words = useWords()
  const [opened, setOpened] = useState(false)
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
    } finally {
      setBusy(false)
      setOpened(false)
    }
  }
  return (
    <>
      <Button kind={kind} disabled={disabled} size={size} onClick={() => setOpened(true)} {...look}>
        {label}
      </Button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={title}
        size="sm"
        aboveLock={aboveLock}
        actions={
          <>
            <Button onClick={() => setOpened(false)}>{words.text.cancel}</Button>
            <Button kind={kind === 'danger' ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        {typeof text === 'string' ? <Text>{text}</Text> : text}
      </Dialog>
    </>
  )
}
