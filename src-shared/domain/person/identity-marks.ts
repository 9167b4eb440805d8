import { isBlank } from '#shared/text/is-blank.ts'
import { foldText } from '#shared/text/fold-text.ts'
import type { PersonDetails } from './person-details.ts'
import type { PersonName } from './person-name.ts'

/*
 * Finds in a text what would tell a department who complained: the names, numbers and addresses that the record
 * of the complainant holds, and anything that looks like a phone, a document number or an e-mail address. It proposes;
 * a person decides.
 *
 * Two names are plain words when their last letter is written as people write it: «على» stands for the name «علي», and
 * «مني» for «منى». So spelled they name somebody only beside another part of his name. «علي» itself is also “to me”, and
 * how a name is withheld would tell it: `withTwins` marks it whoever complained, for texts of many people side by side.
 * Names that are words in one and the same spelling («سعيد») are marked as names.
 *
 * Invariants: marks come in order, never overlap, and `text.slice(from, to)` is what they stand on.
 */

export type MarkKind = 'name' | 'number' | 'email' | 'address'

export interface IdentityMark {
  readonly from: number
  readonly to: number
  readonly kind: MarkKind
  /** On the record of this complainant; otherwise it only looks like a number or address of somebody. */
  readonly known: boolean
}

interface Word {
  readonly from: number
  readonly to: number
  readonly folded: string
  /** Its last letter as it was typed: folded, ى and ي are one. */
  readonly last: string
}

const prefix = /^(?:وال|بال|فال|كال|لل|ال|و|ب|ل|ف|ك)/

/** In: a text, the complainant's record or null. Out: the places that may name him, in order. */
export function identityMarks(text: string, person: PersonDetails | null): readonly IdentityMark[] {
  const known = person === null ? [] : [...nameMarks(text, person), ...addressMarks(text, person)]
  return withoutOverlap([...known, ...codeMarks(text, person === null ? [] : numbersOf(person))])
}

/** As `identityMarks`, and «علي» whoever complained: that it is withheld then tells nobody's name. */
export function withTwins(text: string, marks: readonly IdentityMark[]): readonly IdentityMark[] {
  const twins = wordsOf(text)
    .filter((word) => bareOf(word) === 'علي' && !isPlainWord(word))
    .map(({ from, to }) => ({ from, to, kind: 'name' as const, known: false }))
  return withoutOverlap([...marks, ...twins])
}

/** In: a text, its marks, what stands in their place. Out: the text without them; for words side by side it stands once. */
export function withoutMarks(text: string, marks: readonly IdentityMark[], instead: string): string {
  const spans = marks.reduce<readonly Span[]>((before, { from, to }) => {
    const last = before.at(-1)
    const isBeside = last !== undefined && isBlank(text.slice(last.to, from))
    return isBeside ? [...before.slice(0, -1), { from: last.from, to }] : [...before, { from, to }]
  }, [])
  return spans.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + instead + rest.slice(to), text)
}

type Span = Pick<IdentityMark, 'from' | 'to'>

function nameMarks(text: string, person: PersonDetails): readonly IdentityMark[] {
  const parts = new Set(
    nameParts(person)
      .flatMap((part) => foldText(part).split(' '))
      .filter((part) => part.length > 2 && !common.has(part)),
  )
  const words = wordsOf(text)
  const isPart = (word: Word): boolean => parts.has(word.folded) || parts.has(bareOf(word))
  const isSure = (word: Word | undefined): boolean => word !== undefined && isPart(word) && !isPlainWord(word)
  const isBeside = (one: Word, other: Word | undefined): boolean =>
    other !== undefined &&
    isSure(other) &&
    isBlank(text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)))
  return words
    .filter(
      (word, at) =>
        isSure(word) || (isPart(word) && [words[at - 1], words[at + 1]].some((other) => isBeside(word, other))),
    )
    .map(({ from, to }) => ({ from, to, kind: 'name' as const, known: true }))
}

const bareOf = ({ folded }: Word): string => folded.replace(prefix, '')

/** Names that another last letter makes a plain word, folded, with that letter. */
const plainEndings: Readonly<Record<string, string>> = { علي: 'ى', مني: 'ي' }

const isPlainWord = (word: Word): boolean =>
  [word.folded, bareOf(word)].some((folded) => plainEndings[folded] === word.last)

/** Parts of many names and of plain sentences alike: alone they name nobody. */
const common = new Set(['عبد', 'ابو', 'ابن', 'بنت', 'الله', 'الدين', 'بن', 'ام', 'شركه', 'موسسه', 'the', 'company'])

function nameParts(person: PersonDetails): readonly string[] {
  const ofName = (name: PersonName | undefined): readonly string[] =>
    name === undefined ? [] : [name.given, name.father ?? '', name.grandfather ?? '', name.family ?? '']
  return person.kind === 'individual' ? ofName(person.name) : [person.institutionName, ...ofName(person.representative)]
}

/** Stretches of the address as it was written: two words of it or more, one after the other. */
function addressMarks(text: string, person: PersonDetails): readonly IdentityMark[] {
  const address = wordsOf(person.address ?? '').map(({ folded }) => folded)
  const words = wordsOf(text)
  return words.flatMap((first, at) => {
    const length = Math.max(0, ...address.map((_, from) => commonLength(address.slice(from), words.slice(at))))
    const last = words[at + length - 1]
    return length < 2 || last === undefined
      ? []
      : [{ from: first.from, to: last.to, kind: 'address' as const, known: true }]
  })
}

/** How many words the two begin with alike. */
function commonLength(address: readonly string[], words: readonly Word[]): number {
  const differs = address.findIndex((word, place) => words[place]?.folded !== word)
  return differs === -1 ? address.length : differs
}

function numbersOf(person: PersonDetails): readonly string[] {
  const numbers = [person.document?.number, person.mobile, person.phone, person.email]
  return numbers.filter((number) => number !== undefined).map((number) => foldText(number).replace(/[^a-z0-9@.]/g, ''))
}

const emails = /[^\s<>()«»،,;]+@[^\s<>()«»،,;]+\.[^\s<>()«»،,;.]+/gu
/** Seven digits or more, with the blanks, dashes and brackets that phones are written with. */
const longNumbers = /[+(]?[\d٠-٩](?:[\s\-–.()]{0,2}[\d٠-٩]){6,}/gu

function codeMarks(text: string, known: readonly string[]): readonly IdentityMark[] {
  const isKnown = (found: string): boolean => {
    const plain = foldText(found).replace(/[^a-z0-9@.]/g, '')
    return known.some((number) => number === plain || (plain.length >= 7 && number.endsWith(plain.replace(/^0+/, ''))))
  }
  const marks = (pattern: RegExp, kind: MarkKind): readonly IdentityMark[] =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      kind,
      known: isKnown(match[0]),
    }))
  return [...marks(emails, 'email'), ...marks(longNumbers, 'number')]
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\u0640]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: foldText(match[0]),
    last: match[0].replaceAll(/[\p{M}\u0640]/gu, '').at(-1) ?? '',
  }))
}

/** The earlier and longer wins where two touch the same letters. */
function withoutOverlap(marks: readonly IdentityMark[]): readonly IdentityMark[] {
  const ordered = marks.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const apart: IdentityMark[] = []
  for (const mark of ordered) if (mark.from >= (apart.at(-1)?.to ?? 0)) apart.push(mark)
  return apart
}
