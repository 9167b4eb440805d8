import { cleanText } from '#shared/text/clean-text.ts'
import type { Language, PlainMessage, ParamsOf } from '#shared/i18n/messages.ts'
import type { Line, Span } from './letter-model.ts'

const maxText = 60_000
const maxSubject = 160

/**
 * Text as people typed it, fit for paper: no direction controls (an override would turn the rest of the page round) and
 * no non-characters (Word cannot open a file that has them).
 */
function plainText(text: string): string {
  return cleanText(text, maxText).replace(/[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '')
}

/** On one line; what was joined to stand together stays joined. */
export function oneLine(text: string): string {
  return plainText(text)
    .replace(/[^\S\u00A0]+/g, ' ')
    .trim()
}

/** A date or time that no line ends inside; it may end after a comma and before what stands in brackets. */
export function unbroken(text: string): string {
  return text.replaceAll(/(?<![،,]) (?!\()/g, '\u00A0')
}

/** A subject on one line, cut between words where it is too long for a table cell. */
export function shortSubject(text: string): string {
  const line = oneLine(text)
  if (line.length <= maxSubject) return line
  const cut = line.slice(0, maxSubject)
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), maxSubject - 30))
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}

/** The paragraphs of a typed text: its own lines, empty ones left out. */
export function paragraphsOf(text: string): readonly Line[] {
  return plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [{ kind: 'plain', text: line }])
}

export const plain = (text: string): Line => [{ kind: 'plain', text }]

export const value = (text: string): Line => [{ kind: 'value', text: oneLine(text) }]

/** A message with its places filled by fields, each kept apart from the sentence around it (bug 16: as just given). */
export function fill<M extends PlainMessage>(message: M, language: Language, params: ParamsOf<M>): Line {
  const fields: Readonly<Record<string, string | number>> = params
  const pieces = message[language].split(/\{(\w+)\}/)
  return pieces
    .map((piece, index): Span =>
      index % 2 === 0 ? { kind: 'plain', text: piece } : { kind: 'value', text: oneLine(String(fields[piece])) },
    )
    .filter((span) => span.text !== '')
}

export const textOf = (line: Line): string => line.map((span) => span.text).join('')
