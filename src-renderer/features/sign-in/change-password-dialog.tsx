import { useState } from 'react'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { ownPasswordRefused } from '#renderer/parts/own-password.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { PasswordField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

interface ChangePasswordDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Everyone changes his own password; the old one proves that it is he. */
export function ChangePasswordDialog({ opened, onClose }: ChangePasswordDialogProps) {
  const { t } = useSpeech()
  return (
    <Dialog opened={opened} onClose={onClose} title={t(messages.changePassword)} size="sm">
      {/* Mounted anew each time, so that no password waits in a closed dialog. */}
      {opened && <ChangePasswordForm onDone={onClose} />}
    </Dialog>
  )
}

interface Typed {
  readonly old: string
  readonly next: string
  readonly again: string
}

const leastLetters = 8

function lacksOf({ old, next, again }: Typed): readonly { readonly field: string; readonly words: PlainMessage }[] {
  return [
    ...(old === '' ? [{ field: 'old-password', words: messages.needOldPassword }] : []),
    ...(next.length < leastLetters ? [{ field: 'new-password', words: messages.needNewPassword }] : []),
    ...(next === again ? [] : [{ field: 'new-password-again', words: messages.needSamePassword }]),
  ]
}

const fieldOf: Readonly<Record<string, string>> = {
  'wrong-password': 'old-password',
  'password-too-short': 'new-password',
  'password-too-long': 'new-password',
}

function ChangePasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t, say } = useSpeech()
  const [typed, setTyped] = useState<Typed>({ old: '', next: '', again: '' })
  const [lacks, setLacks] = useState<ReturnType<typeof lacksOf>>([])
  const action = useCoreAction(core.session.changePassword, () => {
    showToast({ tone: 'good', text: t(messages.passwordChanged) })
    onDone()
  })
  const submit = () => {
    const found = lacksOf(typed)
    setLacks(found)
    if (found.length === 0) void action.run({ old: typed.old, new: typed.next })
  }
  const { refusal } = action
  const inWords = (failure: Failure) => {
    const { wrong } = ownPasswordRefused(failure, messages.oldPasswordWrong)
    return wrong === null ? say(failure) : t(wrong)
  }
  const refused = refusal === null ? [] : [{ field: fieldOf[refusal.code] ?? '', message: inWords(refusal) }]
  const errors = lacks.length > 0 ? lacks.map(({ field, words }) => ({ field, message: t(words) })) : refused
  return (
    <Form label={t(messages.changePassword)} errors={errors} onSubmit={submit}>
      <PasswordField
        required
        autoFocus
        name="old-password"
        label={t(messages.oldPassword)}
        showLabel={t(messages.showPassword)}
        value={typed.old}
        onChange={(old) => setTyped({ ...typed, old })}
      />
      <PasswordField
        required
        name="new-password"
        label={t(messages.newPassword)}
        hint={t(messages.newPasswordHint)}
        showLabel={t(messages.showPassword)}
        autoComplete="new-password"
        value={typed.next}
        onChange={(next) => setTyped({ ...typed, next })}
      />
      <PasswordField
        required
        name="new-password-again"
        label={t(messages.newPasswordAgain)}
        showLabel={t(messages.showPassword)}
        autoComplete="new-password"
        value={typed.again}
        onChange={(again) => setTyped({ ...typed, again })}
      />
      <Row justify="end">
        <Button type="submit" kind="primary" busy={action.busy}>
          {t(messages.changePassword)}
        </Button>
      </Row>
    </Form>
  )
}
