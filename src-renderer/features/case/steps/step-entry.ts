import type { ComponentType } from 'react'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import type { StepProps } from './use-step.ts'

export const stepGroups = ['triage', 'departments', 'reply', 'closing', 'clock', 'complainant', 'case'] as const
export type StepGroup = (typeof stepGroups)[number]

export interface StepEntry {
  readonly group: StepGroup
  readonly label: PlainMessage
  readonly icon: IconName
  /** Second key after A (action), by its place on the keyboard; null: chosen from the list only. */
  readonly key: string | null
  /** Offered while one of these is allowed. */
  readonly commands: readonly CaseCommandKind[]
  readonly form: ComponentType<StepProps>
}

/** An entry under its heading. */
export const step = (group: StepGroup, entry: Omit<StepEntry, 'group'>): StepEntry => ({ group, ...entry })
