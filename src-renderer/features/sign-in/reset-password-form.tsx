import { useState } from 'react'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { CodeField, PasswordField } from '#renderer/ui/text-field.tsx'

interface ResetPasswordFormProps {
  readonly username: string
  readonly onDone: (username: string) => void
  readonly onBack: () => void
}

interface Asked {
  readonly username: string
  readonly recoveryCode: string
  readonly password: string
  readonly again: string
}

const leastLetters = 8

function lacksOf(asked: Asked): readonly { readonly field: string; readonly words: PlainMessage }[] {
  return [
    ...(asked.username.trim() === '' ? [{ field: 'username', words: messages.needUsername }] : []),
    ...(asked.recoveryCode.trim() === '' ? [{ field: 'recovery-code', words: messages.needRecoveryCode }] : []),
    ...(asked.password.length < leastLetters ? [{ field: 'new-password', words: messages.needNewPassword }] : []),
    ...(asked.password === asked.again ? [] : [{ field: 'new-password-again', words: messages.needSamePassword }]),
  ]
}

/** A forgotten password: whoever holds the office's recovery code may set a new one. */
export function ResetPasswordForm({ username, onDone, onBack }: ResetPasswordFormProps) {
  const { t, say } = useSpeech()
  const [asked, setAsked] = useState<Asked>({ username, recoveryCode: '', password: '', again: '' })
  const [lacks, setLacks] = useState<ReturnType<typeof lacksOf>>([])
  const reset = useCoreAction(core.session.resetPassword, () => onDone(asked.username.trim()))
  const change = (part: Partial<Asked>) => setAsked({ ...asked, ...part })
  const submit = () => {
    const found = lacksOf(asked)
    setLacks(found)
    if (found.length > 0) return
    const { password } = asked
    void reset.run({ username: asked.username.trim(), recoveryCode: asked.recoveryCode.trim(), password })
  }
  const errors = [
    ...lacks.map(({ field, words }) => ({ field, message: t(words) })),
    ...(reset.refusal === null ? [] : [{ field: '', message: say(reset.refusal) }]),
  ]
  return (
    <Form label={t(messages.resetTitle)} errors={errors} onSubmit={submit}>
      <CodeField
        required
        autoFocus
        name="username"
        label={t(messages.username)}
        autoComplete="username"
        value={asked.username}
        maxLength={40}
        onChange={(value) => change({ username: value })}
      />
      <CodeField
        required
        name="recovery-code"
        label={t(messages.recoveryCode)}
        autoComplete="off"
        value={asked.recoveryCode}
        maxLength={400}
        onChange={(recoveryCode) => change({ recoveryCode })}
      />
      <PasswordField
        required
        name="new-password"
        label={t(messages.newPassword)}
        hint={t(messages.newPasswordHint)}
        showLabel={t(messages.showPassword)}
        autoComplete="new-password"
        value={asked.password}
        onChange={(password) => change({ password })}
      />
      <PasswordField
        required
        name="new-password-again"
        label={t(messages.newPasswordAgain)}
        showLabel={t(messages.showPassword)}
        autoComplete="new-password"
        value={asked.again}
        onChange={(again) => change({ again })}
      />
      <Row justify="between">
        <Button onClick={onBack}>{t(messages.backToSignIn)}</Button>
        <Button type="submit" kind="primary" busy={reset.busy}>
          {t(messages.setNewPassword)}
        </Button>
      </Row>
    </Form>
  )
}
