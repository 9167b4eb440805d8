import type { UserSet } from '#shared/domain/access/events.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useStaff } from '#renderer/parts/use-staff.ts'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Who works on the case; staff of earlier cycles are shown and not to be chosen (Z-06). */
export function AssignStep(step: StepProps) {
  const { session } = useSession()
  const action = useStep(step, core.triage.assign, doneMessages.doneAssigned)
  const cycle = currentCycle(step.view.state)
  const staff = useStaff('draft_reply')
  const own = staff.some(({ id }) => id === session.user.id) && !cycle.excluded.some((id) => id === session.user.id)
  const { value, set } = useKept<Handler>(step.keep, { user: null, exceptionReason: '' })
  // Staff may be known only after the form has opened; until somebody chooses, it is whoever sits here.
  const user = value.user ?? (own ? session.user.id : null)
  return (
    <StepForm
      step={step}
      title={triageMessages.assign}
      submit={triageMessages.assignSubmit}
      action={action}
      fieldOf={{ 'separation-needs-reason': 'exception-reason', 'separation-new-staff': 'handler' }}
      lacks={[need(user, 'handler', triageMessages.handlerMissing)]}
      onSubmit={() => void action.run({ user: user ?? '', exceptionReason: value.exceptionReason })}
    >
      <HandlerFields autoFocus value={{ ...value, user }} onChange={set} staff={staff} excluded={cycle.excluded} />
    </StepForm>
  )
}

export interface Handler {
  readonly user: string | null
  readonly exceptionReason: string
}

interface HandlerFieldsProps {
  readonly value: Handler
  readonly onChange: (part: Partial<Handler>) => void
  readonly staff: readonly UserSet[]
  readonly excluded: readonly string[]
  readonly autoFocus?: boolean
}

/** A choice of staff that says who is left out and why, and asks for a reason where nobody else is there. */
export function HandlerFields({ value, onChange, staff, excluded, autoFocus = false }: HandlerFieldsProps) {
  const { t, say } = useSpeech()
  const { has } = useSession()
  const isOut = ({ id }: UserSet): boolean => excluded.includes(id)
  const out = staff.filter(isOut)
  const nobodyElse = out.length === staff.length && staff.length > 0
  const mayExcept = nobodyElse && has('final_closure')
  const options = staff.map((user) => ({
    value: user.id,
    label: isOut(user) ? t(triageMessages.staffExcluded, { name: say(user.name) }) : say(user.name),
    disabled: isOut(user) && !mayExcept,
  }))
  return (
    <>
      <SelectField
        required
        autoFocus={autoFocus}
        name="handler"
        label={t(triageMessages.handler)}
        options={options}
        value={value.user}
        onChange={(user) => onChange({ user })}
      />
      {out.length > 0 && (
        <Text quiet size="xs">
          {t(triageMessages.excludedWhy, { names: out.map(({ name }) => say(name)).join(t(stepMessages.comma)) })}
        </Text>
      )}
      {nobodyElse && (
        <ExceptionField value={value.exceptionReason} onChange={(exceptionReason) => onChange({ exceptionReason })} />
      )}
    </>
  )
}

/** The way out of a separation rule for an office where nobody else holds the right. */
export function ExceptionField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (reason: string) => void
}) {
  const { t } = useSpeech()
  return (
    <TextAreaField
      required
      name="exception-reason"
      label={t(triageMessages.exceptionReason)}
      hint={t(triageMessages.exceptionHint)}
      rows={2}
      value={value}
      maxLength={2000}
      onChange={onChange}
    />
  )
}
