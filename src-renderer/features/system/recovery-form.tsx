import { useState } from 'react'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { ownPasswordRefused } from '#renderer/parts/own-password.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PrintFrame } from '#renderer/ui/print-frame.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { PasswordField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import css from './system.module.css'

/** A new recovery code, asked for with one's own password and shown once. */
export function RecoveryForm() {
  const { t } = useSpeech()
  const [password, setPassword] = useState('')
  const [lacks, setLacks] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const renew = useCoreAction(core.system.newRecoveryCode, ({ recoveryCode }) => {
    setCode(recoveryCode)
    setPassword('')
  })
  const submit = () => {
    setLacks(password === '')
    if (password !== '') void renew.run({ password })
  }
  const close = () => {
    setCode(null)
    showToast({ tone: 'good', text: t(words.recoveryRenewed) })
  }
  const { wrong, other } = ownPasswordRefused(renew.refusal)
  const missing = lacks ? words.needPassword : wrong
  return (
    <Form
      label={t(words.recovery)}
      errors={missing === null ? [] : [{ field: 'password', message: t(missing) }]}
      onSubmit={submit}
    >
      <h3>{t(words.recovery)}</h3>
      <Text quiet>{t(words.recoveryText)}</Text>
      <Refused refusal={other} />
      <PasswordField
        required
        name="password"
        label={t(words.yourPassword)}
        showLabel={t(words.showPassword)}
        value={password}
        onChange={setPassword}
      />
      <Row justify="end">
        <Button type="submit" busy={renew.busy}>
          {t(words.recovery)}
        </Button>
      </Row>
      {code !== null && <CodeDialog code={code} onClose={close} />}
    </Form>
  )
}

function CodeDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t, say, direction, dateTime } = useSpeech()
  const { office } = useSession().session
  const now = useNow()
  const actions = (
    <Button kind="primary" onClick={onClose}>
      {t(words.recoveryKept)}
    </Button>
  )
  return (
    <Dialog opened onClose={onClose} title={t(words.recoveryNew)} size="lg" actions={actions}>
      <Notice tone="warn">{t(words.recoveryOnce)}</Notice>
      <PrintFrame size="A5" title={t(words.recoveryPaper)} direction={direction}>
        <h2>{t(words.recoveryPaper)}</h2>
        <p>{t(words.recoveryOffice, { name: say(office.name), code: `\u2066${office.code}\u2069` })}</p>
        <p className={css['code']} dir="ltr">
          {code}
        </p>
        <p>{t(words.recoveryMadeAt, { at: dateTime(now) })}</p>
      </PrintFrame>
    </Dialog>
  )
}
