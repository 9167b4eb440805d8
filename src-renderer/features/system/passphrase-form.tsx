import { useState } from 'react'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { ownPasswordRefused } from '#renderer/parts/own-password.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { PasswordField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

/** A new passphrase for opening the data on another machine, typed twice and asked for with one's own password. */
export function PassphraseForm() {
  const { t } = useSpeech()
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [password, setPassword] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [first, again] = typed
  const set = useCoreAction(core.system.setPassphrase, () => {
    setTyped(['', ''])
    setPassword('')
    setAsked(false)
    showToast({ tone: 'good', text: t(words.passphraseSet) })
  })
  const lacks = [
    ...(first.length < 10 ? [{ field: 'passphrase', message: t(words.needPassphrase) }] : []),
    ...(first !== again ? [{ field: 'passphrase-again', message: t(words.needSame) }] : []),
    ...(password === '' ? [{ field: 'passphrase-password', message: t(words.needPassword) }] : []),
  ]
  const { wrong, other } = ownPasswordRefused(set.refusal)
  const refused = wrong === null ? [] : [{ field: 'passphrase-password', message: t(wrong) }]
  const submit = () => {
    setAsked(true)
    if (lacks.length === 0) void set.run({ passphrase: first, password })
  }
  return (
    <Form label={t(words.passphrase)} errors={isAsked && lacks.length > 0 ? lacks : refused} onSubmit={submit}>
      <h3>{t(words.passphrase)}</h3>
      <Text quiet>{t(words.passphraseText)}</Text>
      <Refused refusal={other} />
      <PasswordField
        required
        name="passphrase"
        label={t(words.newPassphrase)}
        hint={t(words.passphraseHint)}
        showLabel={t(words.showPassword)}
        autoComplete="new-password"
        value={first}
        onChange={(text) => setTyped([text, again])}
      />
      <PasswordField
        required
        name="passphrase-again"
        label={t(words.againPassphrase)}
        showLabel={t(words.showPassword)}
        autoComplete="new-password"
        value={again}
        onChange={(text) => setTyped([first, text])}
      />
      <PasswordField
        required
        name="passphrase-password"
        label={t(words.yourPassword)}
        showLabel={t(words.showPassword)}
        value={password}
        onChange={setPassword}
      />
      <Row justify="end">
        <Button type="submit" busy={set.busy}>
          {t(words.passphrase)}
        </Button>
      </Row>
    </Form>
  )
}
