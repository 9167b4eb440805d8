import { z } from 'zod'

const Refused = z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })) })

/**
 * In: what a schema refused with. Out: names of the first fields that it did not take, as a sentence of either language can
 * carry them; empty where it names none. The schema's own words are English and stay out of what people read.
 */
export function refusedFields(data: unknown): string {
  const refused = Refused.safeParse(data)
  const fields = refused.success ? refused.data.issues.map(({ path }) => path.join('.')) : []
  return [...new Set(fields)]
    .filter((field) => field !== '')
    .slice(0, 3)
    .join(', ')
}
