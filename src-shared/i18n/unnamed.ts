import type { PlainMessage } from './messages.ts'
import { partsMessages } from './parts.ts'

const words = {
  anonymous: partsMessages.anonymous,
  forgotten: partsMessages.personForgotten,
  hidden: partsMessages.personHidden,
} as const

/** What stands in the place of a complainant’s name, in a list as on the page of the case (R-09, S19). */
export const unnamedWords = (why: keyof typeof words | null): PlainMessage => words[why ?? 'hidden']
