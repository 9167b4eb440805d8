import type { DirectorateRequest, Referral } from '#shared/domain/case/state.ts'

/** How a request to a directorate stands; one that was never answered waits no more once its referral has ended (F-05). */
export function requestStanding(
  { endedAt }: Pick<Referral, 'endedAt'>,
  { answered }: Pick<DirectorateRequest, 'answered'>,
): 'asked' | 'unanswered' | 'answered' | 'needs' {
  if (answered === null) return endedAt === null ? 'asked' : 'unanswered'
  return answered.neededUntil === null ? 'answered' : 'needs'
}
