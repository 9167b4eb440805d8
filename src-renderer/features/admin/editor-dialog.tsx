import type { ReactNode } from 'react'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { FormFoot } from '#renderer/ui/form-foot.tsx'
import { Form } from '#renderer/ui/form.tsx'
import type { Lack } from './lack.ts'

interface EditorDialogProps {
  readonly title: string
  readonly lacks: readonly Lack[]
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly busy?: boolean
  readonly refusal?: Failure | null
  readonly size?: 'md' | 'lg' | 'xl'
  readonly saveLabel?: string
  /** Beside the buttons, at the start. */
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** One thing being edited: its fields, what they lack, why the core refused it, save and cancel. */
export function EditorDialog(props: EditorDialogProps) {
  const {
    title,
    lacks,
    onSubmit,
    onClose,
    busy = false,
    refusal = null,
    size = 'lg',
    saveLabel,
    extra,
    children,
  } = props
  const { t } = useSpeech()
  return (
    <Dialog opened onClose={onClose} title={title} size={size}>
      <Form
        label={title}
        errors={lacks.map((lack) => ({ field: lack.field, message: t(lack.words) }))}
        onSubmit={onSubmit}
      >
        <Refused title={words.notSaved} refusal={refusal} />
        {children}
        <FormFoot start={extra}>
          <Button onClick={onClose}>{t(words.cancel)}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {saveLabel ?? t(words.save)}
          </Button>
        </FormFoot>
      </Form>
    </Dialog>
  )
}
