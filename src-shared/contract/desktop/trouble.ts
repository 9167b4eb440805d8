import { z } from 'zod'

/** Where a window in a browser asks why its core does not come; 204 while there is nothing to say. */
export const troublePath = '/trouble'

/** The reason, in both languages. */
export const TroubleAnswer = z.object({ ar: z.string(), en: z.string() })
export type TroubleAnswer = z.infer<typeof TroubleAnswer>
