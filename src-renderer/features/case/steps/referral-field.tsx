import type { ReactNode } from 'react'
import type { ReferralStatus } from '#shared/domain/case/codes.ts'
import { referralLifecycle } from '#shared/domain/case/lifecycle.ts'
import type { ReferralCommandKind } from '#shared/domain/case/lifecycle.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import { referralStatusLabels } from '#shared/i18n/codes.ts'
import { referralMessages as messages } from '#shared/i18n/case-steps-referral.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import type { Lack } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'

/** In: a state, a command. Out: the referrals of the cycle in hand, among those this user is shown, that may take it. */
export function referralsFor(view: StepProps['view'], command: ReferralCommandKind): readonly Referral[] {
  const allowed: readonly ReferralStatus[] = referralLifecycle[command]
  const seen = new Set<string>(view.referrals.map(({ id }) => id))
  return currentCycle(view.state).referrals.filter(({ id, status }) => seen.has(id) && allowed.includes(status))
}

export interface ChosenReferral {
  readonly referral: Referral | null
  /** A choice where there are several, else only the name. */
  readonly field: ReactNode
  /** There is something to choose first, so the choice takes the focus. */
  readonly choosesFirst: boolean
}

/** The referral that a step is for: the one it was opened on, the only one there is, or a choice. */
export function useReferral(step: StepProps, command: ReferralCommandKind): ChosenReferral {
  const { t, label } = useSpeech()
  const names = useNames(step.view)
  const open = referralsFor(step.view, command)
  const { value, set } = useKept<{ referral: string | null }>(`${step.keep}referral`, { referral: step.target })
  const referral = open.find(({ id }) => id === value.referral) ?? (open.length === 1 ? (open[0] ?? null) : null)
  if (open.length <= 1 || step.target !== null) {
    const field = referral === null ? null : <Text strong>{names.unit(referral.department)}</Text>
    return { referral, field, choosesFirst: false }
  }
  const options = open.map(({ id, department, status }) => ({
    value: id,
    label: t(messages.departmentStatus, { name: names.unit(department), status: label(referralStatusLabels, status) }),
  }))
  return {
    referral,
    choosesFirst: true,
    field: (
      <SelectField
        required
        autoFocus
        name="referral"
        label={t(messages.department)}
        options={options}
        value={referral?.id ?? null}
        onChange={(next) => set({ referral: next })}
      />
    ),
  }
}

/** Missing until one is chosen. */
export const referralLack = (referral: { readonly id: string } | null): Lack =>
  referral === null ? ['referral', messages.departmentMissing] : null
