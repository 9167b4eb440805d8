import type { CaseView } from '#shared/contract/desktop/views.ts'
import { currentCycle, validRating } from '#shared/domain/case/reading.ts'
import type { StepEntry } from './step-entry.ts'
import type { StepName } from './step-names.ts'
import { stepNames } from './step-names.ts'
import { steps } from './step-table.ts'

/** In: a case as its page has it. Out: the steps to offer, in the order of the table. */
export function offeredSteps(view: CaseView): readonly StepName[] {
  return stepNames.filter((name) => isOffered(view, name))
}

function isOffered(view: CaseView, name: StepName): boolean {
  const entry: StepEntry = steps[name]
  const isAllowed = entry.commands.some((command) => view.allowed.includes(command))
  const { status } = view.line
  const isMeasuring = status === 'resolved' || status === 'unreachable'
  switch (name) {
    // A rating that stands is corrected from the list of steps; the core judges it by the same right.
    case 'correct_rating':
      return isMeasuring && validRating(currentCycle(view.state)) !== null && view.allowed.includes('record_attempt')
    // The same command writes an answer and, once it has left, what puts it right.
    case 'draft':
      return isAllowed && currentCycle(view.state).resolution === null
    case 'draft_correction':
      return isAllowed && currentCycle(view.state).resolution !== null
    // Before the answer has left, an attempt is for reaching whoever cannot be reached.
    case 'attempt':
      return isAllowed && status === 'approved'
    case 'transfer':
    case 'file':
      return isAllowed && !view.allowed.includes('accept')
    default:
      return isAllowed
  }
}
