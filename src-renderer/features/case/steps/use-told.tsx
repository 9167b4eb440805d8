import type { ReactNode } from 'react'
import { identityMarks } from '#shared/domain/person/identity-marks.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { useNames } from '../names.ts'
import { IdentityCheck } from './identity-check.tsx'
import type { Lack } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'

interface ToldText {
  readonly text: string
  /** The department that may read it. */
  readonly department: string | undefined
  readonly onText: (text: string) => void
}

interface Told {
  /** What tells who complained and the word that it is sent so; nothing where nothing tells. */
  readonly field: ReactNode
  readonly lack: Lack
  /** What the event records of it. */
  readonly facts: { readonly tells?: 'confirmed' }
}

/** A text of the team that a department may read goes with what tells who complained only when somebody says so. */
export function useTold(step: StepProps, { text, department, onText }: ToldText): Told {
  const { t } = useSpeech()
  const { has } = useSession()
  const names = useNames(step.view)
  const { value, set } = useKept<{ confirmed: string | null }>(`${step.keep}told`, { confirmed: null })
  const person = step.view.person?.details ?? null
  const marks = has('refer') ? identityMarks(text, person) : []
  if (marks.length === 0) return { field: null, lack: null, facts: {} }
  const isConfirmed = value.confirmed === text
  const name = department === undefined ? '' : names.unit(department)
  const places = [...new Set(marks.map(({ from, to }) => text.slice(from, to)))].join(t(stepMessages.comma))
  return {
    field: (
      <>
        <IdentityCheck name={name} text={text} person={person} onChange={onText} />
        <CheckboxField
          required
          name="identity"
          label={t(referralMessages.identitySend, { name, places })}
          checked={isConfirmed}
          onChange={(yes) => set({ confirmed: yes ? text : null })}
        />
      </>
    ),
    lack: isConfirmed ? null : ['identity', referralMessages.identityUnconfirmed],
    facts: { tells: 'confirmed' },
  }
}
