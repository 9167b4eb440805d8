import { useState } from 'react'
import { setupMessages as messages } from '#shared/i18n/setup.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Columns, Row } from '#renderer/ui/layout.tsx'
import { CodeField, PasswordField, TextField } from '#renderer/ui/text-field.tsx'
import type { Lack, OfficeForm } from './office-form.ts'
import { lacksOfAdmin, stillLacking } from './office-form.ts'
import { StrengthHint } from './strength-hint.tsx'

interface AdminStepProps {
  readonly form: OfficeForm
  readonly change: (part: Partial<OfficeForm>) => void
  readonly busy: boolean
  readonly refusal: Failure | null
  readonly onBack: () => void
  readonly onCreate: () => void
}

/** Second step: who administers it. */
export function AdminStep({ form, change, busy, refusal, onBack, onCreate }: AdminStepProps) {
  const { t, say } = useSpeech()
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const submit = () => {
    const found = lacksOfAdmin(form)
    setLacks(found)
    if (found.length === 0) onCreate()
  }
  const errors = [
    ...stillLacking(lacks, lacksOfAdmin(form)).map(({ field, words }) => ({ field, message: t(words) })),
    ...(refusal === null ? [] : [{ field: '', message: say(refusal) }]),
  ]
  return (
    <Form label={t(messages.stepAdmin)} errors={errors} onSubmit={submit}>
      <Columns count={2}>
        <TextField
          required
          autoFocus
          name="admin-name"
          label={t(messages.adminName)}
          value={form.adminName}
          maxLength={200}
          onChange={(adminName) => change({ adminName })}
        />
        <CodeField
          required
          name="admin-username"
          label={t(messages.adminUsername)}
          hint={t(messages.adminUsernameHint)}
          value={form.adminUsername}
          maxLength={40}
          autoComplete="username"
          onChange={(adminUsername) => change({ adminUsername })}
        />
      </Columns>
      <PasswordField
        required
        name="password"
        label={t(messages.password)}
        hint={t(messages.passwordHint)}
        showLabel={t(messages.showPassword)}
        autoComplete="new-password"
        value={form.password}
        onChange={(password) => change({ password })}
      />
      <StrengthHint password={form.password} known={[form.adminUsername, form.office]} />
      <PasswordField
        required
        name="password-again"
        label={t(messages.passwordAgain)}
        showLabel={t(messages.showPassword)}
        autoComplete="new-password"
        value={form.passwordAgain}
        onChange={(passwordAgain) => change({ passwordAgain })}
      />
      <Row justify="between">
        <Button onClick={onBack}>{t(messages.back)}</Button>
        <Button type="submit" kind="primary" busy={busy}>
          {t(messages.create)}
        </Button>
      </Row>
    </Form>
  )
}
