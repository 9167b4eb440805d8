import type { Complexity } from '#shared/domain/case/codes.ts'

export interface ComplexityDrivers {
  /** One known procedure, or several procedures or parties. */
  readonly parties: 'one' | 'several' | null
  /** Days, weeks, or harm unless acted on at once. */
  readonly time: 'days' | 'weeks' | 'now' | null
  /** What the service list holds for the service chosen. */
  readonly ofService: Complexity | null
}

/** In: the two drivers of L-06 and what the service says. Out: the value to propose; null while nothing speaks for one. */
export function proposeComplexity({ parties, time, ofService }: ComplexityDrivers): Complexity | null {
  if (time === 'now') return 'critical'
  if (parties === 'several' || time === 'weeks') return 'complex'
  if (parties === 'one' || time === 'days') return 'routine'
  return ofService
}
