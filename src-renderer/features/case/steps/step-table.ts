import { closingSteps } from './closing-steps-table.ts'
import type { StepEntry } from './step-entry.ts'
import type { StepName } from './step-names.ts'
import { unitSteps } from './unit-steps-table.ts'
import { workSteps } from './work-steps-table.ts'

/** Every step a person can take on a case from its page: form, place in the list, key. */
export const steps: Readonly<Record<StepName, StepEntry>> = { ...workSteps, ...closingSteps, ...unitSteps }
