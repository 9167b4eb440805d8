import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'

export type Refused = CaseView['refused'][number]['reason']

/** Why a command would be refused now whatever is typed; null where it would be judged by what is typed. */
export const refusedCommand = (view: CaseView, command: CaseCommandKind): Refused | null =>
  view.refused.find((each) => each.command === command)?.reason ?? null
