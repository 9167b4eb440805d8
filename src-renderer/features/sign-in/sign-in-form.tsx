import { useState } from 'react'
import type { SessionView } from '#shared/contract/desktop/views.ts'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { CodeField, PasswordField } from '#renderer/ui/text-field.tsx'

interface SignInFormProps {
  readonly username: string
  readonly onUsername: (username: string) => void
  readonly onSignedIn: (session: SessionView) => void
  readonly onForgotten: () => void
}

/** User name and password. */
export function SignInForm({ username, onUsername, onSignedIn, onForgotten }: SignInFormProps) {
  const { t, say } = useSpeech()
  const [password, setPassword] = useState('')
  const [lacks, setLacks] = useState<readonly { readonly field: string; readonly message: string }[]>([])
  const signIn = useCoreAction(core.session.signIn, onSignedIn)
  const submit = () => {
    const found = [
      ...(username.trim() === '' ? [{ field: 'username', message: t(messages.needUsername) }] : []),
      ...(password === '' ? [{ field: 'password', message: t(messages.needPassword) }] : []),
    ]
    setLacks(found)
    if (found.length === 0) void signIn.run({ username: username.trim(), password })
  }
  const errors = [...lacks, ...(signIn.refusal === null ? [] : [{ field: 'password', message: say(signIn.refusal) }])]
  return (
    <Form keepFocus label={t(messages.title)} errors={errors} onSubmit={submit}>
      <CodeField
        required
        autoFocus
        name="username"
        label={t(messages.username)}
        autoComplete="username"
        value={username}
        maxLength={40}
        onChange={onUsername}
      />
      <PasswordField
        required
        name="password"
        label={t(messages.password)}
        showLabel={t(messages.showPassword)}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" kind="primary" busy={signIn.busy} fullWidth>
        {t(messages.signIn)}
      </Button>
      <Button kind="quiet" onClick={onForgotten} fullWidth>
        {t(messages.forgotten)}
      </Button>
    </Form>
  )
}
