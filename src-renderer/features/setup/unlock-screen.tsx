import { useState } from 'react'
import { setupMessages as messages } from '#shared/i18n/setup.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { PasswordField } from '#renderer/ui/text-field.tsx'

/** A store whose key is not on this machine any more. */
export function UnlockScreen({ onDone }: { readonly onDone: () => void }) {
  const { t, say } = useSpeech()
  const [secret, setSecret] = useState('')
  const [lacks, setLacks] = useState(false)
  const unlock = useCoreAction(core.setup.unlock, onDone)
  const submit = () => {
    setLacks(secret === '')
    if (secret !== '') void unlock.run({ secret: secret.trim() })
  }
  const errors = [
    ...(lacks ? [{ field: 'secret', message: t(messages.needSecret) }] : []),
    ...(unlock.refusal === null ? [] : [{ field: 'secret', message: say(unlock.refusal) }]),
  ]
  return (
    <GateCard title={t(messages.lockedTitle)} text={t(messages.lockedText)}>
      <Form label={t(messages.lockedTitle)} errors={errors} onSubmit={submit}>
        <PasswordField
          required
          autoFocus
          name="secret"
          label={t(messages.restoreSecret)}
          showLabel={t(messages.showPassword)}
          value={secret}
          onChange={setSecret}
        />
        <Button type="submit" kind="primary" busy={unlock.busy} fullWidth>
          {t(messages.unlock)}
        </Button>
      </Form>
    </GateCard>
  )
}
