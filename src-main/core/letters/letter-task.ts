import type { LetterFacts, LetterKind } from './letter-facts.ts'
import { makeLetter } from './make-letter.ts'
import type { Letter, LetterOptions } from './make-letter.ts'

/** What a worker needs to make a letter; plain values. */
export interface LetterTask {
  readonly kind: LetterKind
  readonly facts: LetterFacts
  readonly options: LetterOptions
}

export const makeLetterTask = ({ kind, facts, options }: LetterTask): Promise<Letter> =>
  makeLetter(kind, facts, options)
