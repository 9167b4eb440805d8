import type { StepName } from './steps/step-names.ts'

/** The step whose form is open, and the referral it is for. */
export interface OpenedStep {
  readonly name: StepName
  readonly target: string | null
}

export type OpenStep = (name: StepName, target?: string) => void

/** A step that went while its form was open, and what had been typed into it. */
export interface LeftStep {
  readonly name: StepName
  readonly keep: string
  readonly texts: readonly string[]
}

/** Under which key what is typed into a step is kept: one signed-in user's, of one case. */
export const keepOf = (user: string, caseId: string, { name, target }: OpenedStep): string =>
  `${user}:${caseId}:${name}:${target ?? ''}:`
