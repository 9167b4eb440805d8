import { oc } from '@orpc/contract'
import { z } from 'zod'

/**
 * The one shape of every procedure. Input is parsed by its schema; what goes out comes from our own core and is typed,
 * not parsed again. An expected failure is the error REFUSED with the code of the catalogue and both sentences.
 */
export const RefusalData = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  ar: z.string(),
  en: z.string(),
})
export type RefusalData = z.infer<typeof RefusalData>

const base = oc.errors({ REFUSED: { status: 422, data: RefusalData } })

/** A procedure that takes what `input` describes and answers with an `Output`. */
export const asks = <I extends z.ZodType>(input: I) => ({
  answers: <Output>() => base.input(input).output(z.custom<Output>(() => true)),
})

export const nothing = z.object({}).optional()

/** A case is named by its id or, where a person types it, by its reference number. */
export const CaseRef = z.string().min(3).max(64)

export const Page = z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })
