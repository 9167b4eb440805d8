import { useState } from 'react'
import type { SessionView } from '#shared/contract/desktop/views.ts'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ResetPasswordForm } from './reset-password-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Who sits down at this machine. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: (session: SessionView) => void }) {
  const { t, say } = useSpeech()
  const [username, setUsername] = useState('')
  const [way, setWay] = useState<'sign-in' | 'forgotten' | 'reset'>('sign-in')
  const { data: status } = useCoreQuery(api.setup.status.queryOptions({ input: {} }))
  const office = status?.office ?? null
  const gate = { practice: status?.practice === true, office: office === null ? undefined : say(office.name) }
  const afterReset = (name: string) => {
    setUsername(name)
    setWay('reset')
  }
  if (way === 'forgotten')
    return (
      <GateCard {...gate} title={t(messages.resetTitle)} text={t(messages.resetText)}>
        <ResetPasswordForm username={username} onDone={afterReset} onBack={() => setWay('sign-in')} />
      </GateCard>
    )
  return (
    <GateCard {...gate} title={t(messages.title)}>
      {way === 'reset' && (
        <Notice live tone="good">
          {t(messages.resetDone)}
        </Notice>
      )}
      <SignInForm
        username={username}
        onUsername={setUsername}
        onSignedIn={onSignedIn}
        onForgotten={() => setWay('forgotten')}
      />
    </GateCard>
  )
}
