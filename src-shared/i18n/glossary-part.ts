import type { PlainMessage } from './messages.ts'

/** A word of the domain with its meaning, in both languages. */
export interface GlossaryEntry {
  readonly term: PlainMessage
  readonly meaning: PlainMessage
}

export interface GlossaryPart {
  readonly title: PlainMessage
  readonly entries: readonly GlossaryEntry[]
}

type Line = readonly [termAr: string, termEn: string, meaningAr: string, meaningEn: string]

/** In: the part's title and its lines. Out: the part, each word with its meaning in both languages. */
export const glossaryPart = (title: PlainMessage, lines: readonly Line[]): GlossaryPart => ({
  title,
  entries: lines.map(([ar, en, meaningAr, meaningEn]) => ({
    term: { ar, en },
    meaning: { ar: meaningAr, en: meaningEn },
  })),
})
