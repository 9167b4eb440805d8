// Light stemming: takes off what Arabic glues to a word, never what would leave less than a word. It need not be right
// as grammar, only the same for a question and for the text that answers it.

const prefixes = ['وبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'ال', 'لل'] as const
const suffixes = ['هما', 'اتها', 'تها', 'اتي', 'ها', 'ات', 'ان', 'ون', 'ين', 'يه', 'هم', 'نا', 'ه', 'ي'] as const
const leastStem = 3
/** و alone is more often a letter of the word than an «and»; only a long rest makes «and» likely. */
const leastAfterAnd = 4

function withoutPrefix(token: string): string {
  const prefix = prefixes.find((part) => token.startsWith(part) && token.length - part.length >= leastStem)
  if (prefix !== undefined) return token.slice(prefix.length)
  return token.startsWith('و') && token.length - 1 >= leastAfterAnd ? token.slice(1) : token
}

function withoutSuffix(token: string): string {
  const suffix = suffixes.find((part) => token.endsWith(part) && token.length - part.length >= leastStem)
  return suffix === undefined ? token : token.slice(0, -suffix.length)
}

/** In: one folded token. Out: its light stem, at least three letters long, or the token itself when it is not Arabic. L-13. */
export function stemToken(token: string): string {
  return /^[\u0621-\u064A]+$/.test(token) ? withoutSuffix(withoutPrefix(token)) : token
}
