import { searchTokens } from './search-tokens.ts'

/** Words weigh more than letters: letters only forgive misspelling. In thousandths. */
const wordWeight = 600

function trigramsOf(tokens: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const token of tokens) {
    const padded = `  ${token} `
    for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3))
  }
  return grams
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((item) => right.has(item)).length
  return Math.floor((2000 * common) / (left.size + right.size))
}

/**
 * How alike two texts are: the Dice shares of their stems and of the trigrams of their stems.
 * In: two texts. Out: an integer, 0 (nothing in common, or a text without words) to 1000 (the same words). L-13.
 */
export function similarity(left: string, right: string): number {
  const [a, b] = [searchTokens(left), searchTokens(right)]
  if (a.length === 0 || b.length === 0) return 0
  const words = dice(new Set(a), new Set(b))
  const letters = dice(trigramsOf(a), trigramsOf(b))
  return Math.floor((wordWeight * words + (1000 - wordWeight) * letters) / 1000)
}
