import type { StepName } from './steps/step-names.ts'

/** The step whose form is open, and the referral it is for. */
export interface OpenedStep {
  readonly name: StepName
  readonly target: string | null
}

export type OpenStep = (name: StepName, target?: string) => void
