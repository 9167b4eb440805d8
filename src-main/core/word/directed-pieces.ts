/**
 * Cuts a sentence into stretches of one direction each. Word lays a run out by its own right-to-left flag, so an English
 * word or a telephone number inside an Arabic run comes out with its parts in the wrong order (B-13, bug 21).
 * Invariant: the pieces joined give the text again.
 */
export type Direction = 'rtl' | 'ltr'

interface DirectedPiece {
  readonly text: string
  readonly direction: Direction
}

const latinWord = String.raw`[^\s\p{Script=Arabic}]*\p{Script=Latin}[^\s\p{Script=Arabic}]*`
const latinWords = String.raw`${latinWord}(?: [^\s\p{Script=Arabic}]*[\p{Script=Latin}\d][^\s\p{Script=Arabic}]*)*`
// Telephone numbers and the like: groups of digits joined by what the bidi algorithm would turn around. Days as
// 15/02/2026 stay whole by themselves.
const joinedDigits = String.raw`\+\d(?:[\d\s().-]*\d)?|\d+(?:[-. ]\d+)+`
const leftToRight = new RegExp(`${latinWords}|${joinedDigits}`, 'gu')
const rightToLeft =
  /[\p{Script=Arabic}\u0660-\u0669](?:[\p{Script=Arabic}\u0660-\u0669\p{M}\s\p{P}]*[\p{Script=Arabic}\u0660-\u0669\p{M}])?/gu

const opening = /^[("«“[]+/u
/** Behind an Arabic letter, as in the name of a file: `الدفع.txt`. */
const joining = /^[("«“[.:/_-]+/u
const ending = /[)"»”\],;:!?.،؛؟…]+$/u

/** A sentence in Arabic alone keeps its stop. */
const wholly = /^[\p{Script=Arabic}\p{M}\p{N}\p{P}\s]*\p{Script=Arabic}[\p{Script=Arabic}\p{M}\p{N}\p{P}\s]*[.!؟…]$/u

/** In: one line of text and the direction of its paragraph. Out: its pieces in reading order. */
export function directedPieces(text: string, base: Direction): readonly DirectedPiece[] {
  const other: Direction = base === 'rtl' ? 'ltr' : 'rtl'
  if (base === 'ltr' && wholly.test(text)) return [{ text, direction: 'rtl' }]
  const pieces: DirectedPiece[] = []
  let from = 0
  for (const match of text.matchAll(base === 'rtl' ? leftToRight : rightToLeft)) {
    const { start, end } = withoutPunctuation(match[0], match.index, text.slice(0, match.index))
    if (start > from) pieces.push({ text: text.slice(from, start), direction: base })
    pieces.push({ text: text.slice(start, end), direction: other })
    from = end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), direction: base })
  return pieces
}

/** Brackets and stops around a foreign word belong to the sentence, or they jump to its other side. */
function withoutPunctuation(
  text: string,
  index: number,
  before: string,
): { readonly start: number; readonly end: number } {
  const lead = (/\p{Script=Arabic}$/u.test(before) ? joining : opening).exec(text)?.[0].length ?? 0
  const tail = ending.exec(text.slice(lead))?.[0].length ?? 0
  return { start: index + lead, end: index + text.length - tail }
}
