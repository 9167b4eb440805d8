import { z } from 'zod'

/** Why a person's details are removed: he asked for it, they were kept long enough, or they were never his (S19). */
export const ForgettingReason = z.enum(['request', 'retention', 'mistake'])
export type ForgettingReason = z.infer<typeof ForgettingReason>
