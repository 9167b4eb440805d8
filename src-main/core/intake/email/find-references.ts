import type { Result } from '#shared/lib/result.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'

/** Reads one candidate as a reference number. */
export type ParseReference = (text: string) => Result<{ readonly reference: string }>

const candidate = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]{1,5}[-/_. ]?\d{2}[-/_. ]?\d{6,9}[-/_. ]?\d(?![\p{L}\p{N}])/giu
const mostFound = 20
const mostTried = 2000

/**
 * Reference numbers in a subject or text, in order, each once: with Arabic digits, other dashes, direction marks and
 * stray spaces around the dashes. They are candidates: whether such a case exists is for the caller to look up.
 */
export function findReferences(texts: readonly string[], parseReference: ParseReference): string[] {
  const found = new Set<string>()
  let tried = 0
  for (const text of texts) {
    for (const [written] of plainForm(text).matchAll(candidate)) {
      const parsed = parseReference(written)
      if (parsed.ok) found.add(parsed.value.reference)
      tried += 1
      if (found.size >= mostFound || tried >= mostTried) return [...found]
    }
  }
  return [...found]
}

const plainForm = (text: string): string =>
  foldDigits(text)
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD]/g, '')
    .replace(/[\u2010-\u2015\u2212\u0640]/g, '-')
    .replace(/[ \t]?-[ \t]?/g, '-')
