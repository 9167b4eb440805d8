// Two keys of a person's name. `nameKey` is for spellings of one script: it forgets what Arabic writers differ in.
// `soundKey` is for both scripts: only the consonants are left, in classes that hold together what transliteration
// confuses. A key proposes candidates; it never says that two people are one.
import { foldedTokens } from './search-tokens.ts'
import { latinSounds } from './latin-sounds.ts'
import { arabicSounds, bareArabicName } from './arabic-sounds.ts'

const arabic = /^[\u0621-\u064A]+$/
const sons = new Set(['بن', 'ابن', 'بنت', 'bin', 'ibn', 'ben', 'bint', 'bt'])
const fathers: Readonly<Record<string, string>> = { ابو: 'ابو', ابا: 'ابو', ابي: 'ابو', ام: 'ام', عبد: 'عبد', ال: 'ال' }

const seconds = new Set(['الدين', 'الله', 'الاسلام'])

/** Glues the parts that some write apart and some together: «عبد الله», «أبو زيد», «آل سعود», «نصر الدين». */
function joinParts(tokens: readonly string[]): readonly string[] {
  const names: string[] = []
  let open = ''
  for (const token of tokens) {
    const part = fathers[token]
    if (part !== undefined) open += part
    else if (seconds.has(token) && open === '' && names.length > 0) names.push(`${names.pop() ?? ''}${token}`)
    else {
      names.push(open + token)
      open = ''
    }
  }
  return open === '' ? names : [...names, open]
}

function spellingOf(name: string): string {
  if (!arabic.test(name)) return name.replace(/(.)\1+/gu, '$1')
  return bareArabicName(name).replace(/(.)\1+/gu, '$1')
}

function partsOf(name: string): readonly string[] {
  return joinParts(
    foldedTokens(name.replace(/['’ʼʿʾ`-]/g, (mark) => (mark === '-' ? ' ' : ''))).filter((token) => !sons.has(token)),
  )
}

/**
 * The key under which spellings of one name meet: hamza, ى/ي, ة/ه, vowel signs, «ال», doubled letters, «بن» and the
 * blank in «عبد الله» do not count. In: a full name. Out: its parts, one space between them; '' when nothing is left.
 * R-05, L-13.
 */
export function nameKey(name: string): string {
  return partsOf(name).map(spellingOf).join(' ')
}

/**
 * The key under which a name in Arabic and its transliterations meet: consonant classes in Latin letters.
 * In: a full name in Arabic or Latin script. Out: one group a part, one space between. Rougher than `nameKey`. L-13.
 */
export function soundKey(name: string): string {
  const tokens = partsOf(name)
  const parts = tokens.some((token) => arabic.test(token)) ? tokens.map(arabicSounds) : latinSounds(tokens)
  return parts.filter((part) => part !== '').join(' ')
}
