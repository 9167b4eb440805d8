const rightToLeft = /[\u200F\u061C\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const strong = /\p{L}|[\u200E\u200F\u061C]/u
const opensIsolate = /[\u2066-\u2068]/
const closesIsolate = /\u2069/
const firstStrong = '\u2068'
const popIsolate = '\u2069'

/**
 * The direction of a sentence, by its first strong character outside isolates (rule P2 of Unicode's bidirectional
 * algorithm). In: text. Out: `otherwise` when there is no letter in it; Arabic first, so 'rtl'.
 */
export function directionOf(text: string, otherwise: 'rtl' | 'ltr' = 'rtl'): 'rtl' | 'ltr' {
  let depth = 0
  for (const character of text) {
    if (opensIsolate.test(character)) depth += 1
    else if (closesIsolate.test(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && strong.test(character)) return rightToLeft.test(character) ? 'rtl' : 'ltr'
  }
  return otherwise
}

/**
 * Wraps a number, name or address so that it keeps its own direction inside any sentence. In: one line of text.
 * Out: U+2068 … U+2069; direction controls inside are dropped, since one left open would reach beyond its place.
 */
export function isolate(text: string): string {
  return firstStrong + text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '') + popIsolate
}
