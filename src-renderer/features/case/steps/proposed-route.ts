import type { ReopenCause, ReopenRoute } from '#shared/domain/case/codes.ts'

/** The way by which a reopening came, as far as its cause tells: the team's own mistake is found by the team. What was chosen stands. */
export const proposedRoute = (cause: ReopenCause | null, chosen: ReopenRoute | null): ReopenRoute | null =>
  chosen ?? (cause === 'staff_error' ? 'team' : null)
