import { z } from 'zod'

/**
 * What an office decides about its own way of working (spec: D6, D7, R-07, Z-03, W6). An office's settings hold all
 * of these but `standAlone`, which is how the machine is installed. Periods in working days stand in the targets.
 */
export const CaseSettings = z.object({
  /** a case may be referred before the complainant's identity is verified. */
  referBeforeVerification: z.boolean(),
  /** D7: who closes: the complaint team, or also the liaison of an answering department. */
  closingAuthority: z.enum(['team', 'liaison']),
  /** an answer at first contact, too, is approved by another than its author. */
  fourEyesForFcr: z.boolean().default(false),
  /** D6 */
  maxCycles: z.int().min(1).max(10),
  /** Z-03: attempts, on different working days, in different halves of the day, over different channels where there are. */
  attempts: z.object({
    count: z.int().min(1).max(10),
    days: z.int().min(1).max(10),
    bands: z.int().min(1).max(2),
    channels: z.int().min(1).max(3),
  }),
  /** W6 */
  extensionsPerCycle: z.int().min(0).max(5),
  /** No unit above can take a step: the head passes a separation rule with a reason. */
  standAlone: z.boolean(),
})
export type CaseSettings = z.infer<typeof CaseSettings>

export const shippedCaseSettings: CaseSettings = {
  referBeforeVerification: true,
  closingAuthority: 'team',
  fourEyesForFcr: false,
  maxCycles: 3,
  attempts: { count: 3, days: 3, bands: 2, channels: 2 },
  extensionsPerCycle: 1,
  standAlone: true,
}
