import { assertNever } from '#shared/lib/assert.ts'
import type { Language } from '#shared/i18n/messages.ts'
import type { LetterFacts, LetterKind, Paper } from './letter-facts.ts'
import { letterHtml } from './letter-html.ts'
import type { LetterModel } from './letter-model.ts'
import { letterName } from './letter-name.ts'
import { letterWord } from './letter-word.ts'
import type { Writing } from './paper-parts.ts'
import { receiptModel } from './receipt-model.ts'
import { referralLetterModel } from './referral-letter-model.ts'
import { rejectionLetterModel } from './rejection-letter-model.ts'
import { replyLetterModel } from './reply-letter-model.ts'

export interface Letter {
  /** A whole page with its fonts, without scripts. */
  readonly html: string
  /** A Word file; the same facts give the same bytes. */
  readonly word: Uint8Array
  /** The Word file's name. */
  readonly name: string
}

export interface LetterOptions {
  readonly paper?: Paper
  /** Left out: as `languageOf` says. */
  readonly language?: Language
}

/** One model, two writers. Referral letters need `facts.referral`, reply letters `facts.reply`, notices of a rejection `facts.rejection`. */
export async function makeLetter(kind: LetterKind, facts: LetterFacts, options: LetterOptions = {}): Promise<Letter> {
  const language = options.language ?? languageOf(kind, facts)
  const model = modelOf(kind, facts, { language, paper: paperFor(kind, options.paper) })
  return writePaper(model)
}

/** Where nobody chose: a referral is in Arabic, a reply in the language it is written in, all else in the complainant's (C-08). */
export function languageOf(kind: LetterKind, { reply, language }: LetterFacts): Language {
  if (kind === 'referral') return 'ar'
  return kind === 'reply' ? (reply?.language ?? language) : language
}

/** A paper as a page and as a Word file. */
export async function writePaper(model: LetterModel): Promise<Letter> {
  const { kind, reference, language } = model
  return { html: letterHtml(model), word: await letterWord(model), name: letterName(kind, reference, language) }
}

function modelOf(kind: LetterKind, facts: LetterFacts, writing: Writing): LetterModel {
  switch (kind) {
    case 'receipt':
      return receiptModel(facts, writing)
    case 'referral':
      return referralLetterModel(facts, writing)
    case 'reply':
      return replyLetterModel(facts, writing)
    case 'rejection':
      return rejectionLetterModel(facts, writing)
    default:
      return assertNever(kind)
  }
}

/** A letter is not for the roll of a thermal printer. */
function paperFor(kind: LetterKind, wanted: Paper | undefined): Paper {
  if (kind === 'receipt') return wanted ?? 'a5'
  return wanted === 'a5' ? 'a5' : 'a4'
}
