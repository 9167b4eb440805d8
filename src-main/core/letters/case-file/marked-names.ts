import type { Names } from '#shared/wording/names.ts'
import type { Line } from '#core/letters/letter-model.ts'
import { oneLine } from '#core/letters/letter-text.ts'

/*
 * A name inside a sentence keeps its own direction: `rana، 5 كانون الثاني` would else draw the number to the Latin name. Names
 * are put between the two signs of an isolate, which no typed text can bring along (`oneLine` takes them out), and the
 * sentence is cut there into its spans.
 */
const [open, close] = ['\u2068', '\u2069']

export const marked = (name: string): string => `${open}${oneLine(name)}${close}`

/** In: names of a case. Out: the same, each marked for a sentence. */
export const markedNames = (names: Names): Names => ({
  user: (id) => marked(names.user(id)),
  unit: (id) => marked(names.unit(id)),
  referral: (id) => marked(names.referral(id)),
  list: (list, code) => marked(names.list(list, code)),
})

/** In: a sentence of ours. Out: its line, the marked names as fields. */
export function sentenceLine(text: string): Line {
  const pieces = text.split(/[\u2068\u2069]/)
  return pieces
    .map((piece, index) => ({
      kind: index % 2 === 0 ? ('plain' as const) : ('value' as const),
      text: asOneLine(piece),
    }))
    .filter(({ text: said }, index) => said !== '' || index === 0)
}

/** Spaces beside a name stay. */
const asOneLine = (piece: string): string =>
  `${/^\s/.test(piece) ? ' ' : ''}${oneLine(piece)}${/\S\s+$/.test(piece) ? ' ' : ''}`
