import { z } from 'zod'

/**
 * Whoever sent a text to a department saw that it tells, or may tell, who complained, and let it go so. Missing
 * where nothing of that kind stood in it, and in what was sent before this was asked.
 */
export const identityTold = { tells: z.literal('confirmed').optional() }

interface Told {
  readonly tells?: 'confirmed' | undefined
}

/** In: a command's input. Out: the facts to write of it. */
export const toldOf = ({ tells }: Told): { readonly tells?: 'confirmed' } => (tells === undefined ? {} : { tells })
