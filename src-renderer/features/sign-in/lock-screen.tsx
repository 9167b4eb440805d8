import { useState } from 'react'
import type { SessionView } from '#shared/contract/desktop/views.ts'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { ownPasswordRefused } from '#renderer/parts/own-password.ts'
import { unitShown } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { PasswordField } from '#renderer/ui/text-field.tsx'

interface LockScreenProps {
  readonly session: SessionView
  readonly onUnlocked: (session: SessionView) => void
  readonly onSignOut: () => void
}

/** Over the window when nobody was at it; what was being done stays behind it as it was. */
export function LockScreen({ session, onUnlocked, onSignOut }: LockScreenProps) {
  const { t, say } = useSpeech()
  const [password, setPassword] = useState('')
  const [lacks, setLacks] = useState(false)
  const signIn = useCoreAction(core.session.signIn, onUnlocked)
  const submit = () => {
    setLacks(password === '')
    if (password !== '') void signIn.run({ username: session.user.username, password })
  }
  const { wrong, other } = ownPasswordRefused(signIn.refusal)
  const errors = [
    ...(lacks ? [{ field: 'password', message: t(messages.needPassword) }] : []),
    ...(wrong === null ? [] : [{ field: 'password', message: t(wrong) }]),
    ...(other === null ? [] : [{ field: 'password', message: say(other) }]),
  ]
  return (
    <GateCard
      title={t(messages.lockedTitle)}
      text={t(messages.lockedText)}
      office={say(unitShown(session))}
      practice={session.office.practice}
    >
      <p>
        <Isolated>{t(messages.lockedUser, { name: say(session.user.name) })}</Isolated>
      </p>
      <Form keepFocus label={t(messages.lockedTitle)} errors={errors} onSubmit={submit}>
        <PasswordField
          required
          autoFocus
          name="password"
          label={t(messages.password)}
          showLabel={t(messages.showPassword)}
          value={password}
          onChange={setPassword}
        />
        <Row justify="between">
          <ConfirmButton
            aboveLock
            kind="quiet"
            label={t(messages.signOut)}
            title={t(messages.signOutTitle)}
            text={t(messages.signOutText)}
            confirmLabel={t(messages.signOut)}
            onConfirm={onSignOut}
          />
          <Button type="submit" kind="primary" busy={signIn.busy}>
            {t(messages.unlock)}
          </Button>
        </Row>
      </Form>
    </GateCard>
  )
}
