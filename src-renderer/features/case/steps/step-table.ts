import { closingSteps } from './closing-steps-table.ts'
import { workSteps } from './work-steps-table.ts'

/** Every step a person can take on a case from its page: form, place in the list, key. */
export const steps = { ...workSteps, ...closingSteps } as const

export type StepName = keyof typeof steps

export const stepNames = Object.keys(steps) as readonly StepName[]
