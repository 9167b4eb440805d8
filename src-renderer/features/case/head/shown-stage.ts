import type { Stage, Status } from '#shared/domain/case/codes.ts'

/** In: a case. Out: the stage that its page marks as the present one: from the moment that somebody took it, that of its status (L-01). */
export const shownStage = ({ stage, status }: { readonly stage: Stage; readonly status: Status }): Stage =>
  stage === 'registration' && status === 'triage' ? 'classification' : stage
