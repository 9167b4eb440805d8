import { z } from 'zod'
import { CaseRef, asks } from './procedure.ts'

/** The letters, and the file of the whole case (UI-12). */
export const letterKinds = ['receipt', 'referral', 'reply', 'rejection', 'case_file'] as const

/** A letter as the window prints it and as Word holds it: one model, two writers. */
export interface LetterView {
  readonly kind: (typeof letterKinds)[number]
  readonly language: 'ar' | 'en'
  /** A whole, self-contained HTML page with its paper size, without scripts. */
  readonly html: string
  readonly word: { readonly name: string; readonly url: string }
}

export const lettersContract = {
  make: asks(
    z.object({
      case: CaseRef,
      kind: z.enum(letterKinds),
      referral: z.uuid().optional(),
      draft: z.uuid().optional(),
      /** In place of a draft: a reply as it is being typed, for whoever may write one. */
      typed: z.object({ text: z.string().max(20_000), language: z.enum(['ar', 'en']) }).optional(),
      language: z.enum(['ar', 'en']).optional(),
      paper: z.enum(['a5', 'a4', 'thermal']).optional(),
      /** To be looked at: the audit gets a line when it is printed or saved, not before. */
      preview: z.boolean().default(false),
    }),
  ).answers<LetterView>(),
  /** A letter that was looked at went to the printer. */
  printed: asks(z.object({ case: CaseRef, kind: z.enum(letterKinds) })).answers<null>(),
}
