import { z } from 'zod'

const longest = 4000

/**
 * A generated text of a report as its preparer wrote it before it was approved (spec 6, common frame). It holds only
 * for the text that it replaces: other figures, another text, and its author looks at it again.
 */
export const ReportEdit = z.object({
  language: z.enum(['ar', 'en']),
  /** Where it stands: `<section>/<number of the text in it>`. */
  place: z.string().regex(/^[a-z0-9-]+\/\d{1,3}$/),
  /** The generated text, lines of a list one below the other. */
  was: z.string().max(longest),
  text: z.string().trim().min(1).max(longest),
})
export type ReportEdit = z.infer<typeof ReportEdit>

export const ReportEdits = z.array(ReportEdit).max(200)
