import type { ReactNode } from 'react'
import { useState } from 'react'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import type { FieldError } from '#renderer/ui/form.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { FormFoot } from '#renderer/ui/form-foot.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { useOwnWords } from './own-words.ts'
import type { StepAction, StepProps } from './use-step.ts'

/** What is missing before a step can be sent: field and sentence; null where nothing is. */
export type Lack = readonly [field: string, message: PlainMessage] | null

export interface StepFormProps {
  readonly step: Pick<StepProps, 'onCancel'>
  readonly action: Pick<StepAction<never>, 'busy' | 'refusal'>
  readonly title: PlainMessage
  readonly submit: PlainMessage
  /** The word for closing the form, where the step itself cancels something. */
  readonly leave?: PlainMessage
  readonly lacks?: readonly Lack[]
  /** Refusals that speak of one field: code → its name. */
  readonly fieldOf?: Readonly<Record<string, string>>
  readonly danger?: boolean
  /** The step is not this user's to take; the reason stands in the form. */
  readonly closed?: boolean
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** The frame of every step: what is missing or refused stands on top, and what was typed stays. */
export function StepForm(props: StepFormProps) {
  const { t, say } = useSpeech()
  const ofOwn = useOwnWords()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { lacks = [], fieldOf = {}, closed = false } = props
  const { busy, refusal } = props.action
  const submitLabel = t(ofOwn(props.submit))
  const submit = () => {
    if (closed || busy) return
    const missing = lacks.flatMap((lack) => (lack === null ? [] : [{ field: lack[0], message: t(lack[1]) }]))
    setErrors(missing)
    if (missing.length === 0) props.onSubmit()
  }
  useKeys([{ id: 'send-step', code: 'Enter', mod: true, label: submitLabel, group: t(messages.keysForm), run: submit }])
  const refused = refusal === null ? [] : [{ field: fieldOf[refusal.code] ?? '', message: say(refusal) }]
  return (
    <Form label={t(ofOwn(props.title))} errors={errors.length > 0 ? errors : refused} onSubmit={submit}>
      <Stack gap="sm">
        {props.children}
        <FormFoot>
          <Button kind="quiet" onClick={props.step.onCancel}>
            {t(props.leave ?? messages.cancel)}
          </Button>
          {!closed && (
            <Button type="submit" kind={props.danger === true ? 'danger' : 'primary'} busy={busy}>
              {submitLabel}
            </Button>
          )}
        </FormFoot>
      </Stack>
    </Form>
  )
}

/** Missing when empty. */
export const need = (text: string | null, field: string, message: PlainMessage): Lack =>
  text === null || text.trim() === '' ? [field, message] : null
