import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Refused } from './refused-command.ts'
import { refusedCommand } from './refused-command.ts'
import type { StepEntry } from './step-entry.ts'
import type { StepName } from './step-names.ts'
import { steps } from './step-table.ts'

/** Why a step leads nowhere now: every command of it that is allowed would be refused. The first reason is told. */
export function refusedStep(view: CaseView, name: StepName): Refused | null {
  const entry: StepEntry = steps[name]
  const reasons = entry.commands
    .filter((command) => view.allowed.includes(command))
    .map((command) => refusedCommand(view, command))
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null
}
