import type { LetterFacts, LetterKind } from './letter-facts.ts'
import type { LetterModel } from './letter-model.ts'
import { makeLetter, writePaper } from './make-letter.ts'
import type { Letter, LetterOptions } from './make-letter.ts'

/** What a worker needs to make a letter; plain values. */
export interface LetterTask {
  readonly kind: LetterKind
  readonly facts: LetterFacts
  readonly options: LetterOptions
}

export const makeLetterTask = ({ kind, facts, options }: LetterTask): Promise<Letter> =>
  makeLetter(kind, facts, options)

/** A paper whose words are made already. */
export const writePaperTask = (model: LetterModel): Promise<Letter> => writePaper(model)
