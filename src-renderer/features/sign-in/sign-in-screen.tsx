import { useState } from 'react'
import type { SessionView } from '#shared/contract/desktop/views.ts'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { CodeField, PasswordField } from '#renderer/ui/text-field.tsx'

/** Who sits down at this machine. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: (session: SessionView) => void }) {
  const { t, say } = useSpeech()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [lacks, setLacks] = useState<readonly { readonly field: string; readonly message: string }[]>([])
  const { data: status } = useCoreQuery(api.setup.status.queryOptions({ input: {} }))
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
  const office = status?.office
  return (
    <GateCard
      title={t(messages.title)}
      practice={status?.practice === true}
      office={office === null || office === undefined ? undefined : say(office.name)}
    >
      <Form keepFocus label={t(messages.title)} errors={errors} onSubmit={submit}>
        <CodeField
          required
          autoFocus
          name="username"
          label={t(messages.username)}
          autoComplete="username"
          value={username}
          maxLength={40}
          onChange={setUsername}
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
      </Form>
    </GateCard>
  )
}
