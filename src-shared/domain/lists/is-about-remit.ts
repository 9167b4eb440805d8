import type { Label } from '#shared/domain/access/events.ts'
import { foldText } from '#shared/text/fold-text.ts'

/*
 * As folded texts have it. A "competent section" alone says only who had the case; that one is not competent, or that the
 * case lies outside a scope, is about the remit. A scope of time is not.
 */
const arabic: readonly RegExp[] = [
  /اختصاص/,
  /(?:غير|ليس\p{L}*|لسنا)(?: \p{L}+)? (?:ال)?مختص/u,
  /(?:خارجه?(?: عن)?|(?:ليس\p{L}*|لا \p{L}+) (?:من|ضمن|في)) (?:ال)?(?:نطاق|صلاحي|مهام|مس[وي]ولي)(?! (?:ال)?(?:زمن|مهل|مد))/u,
  /لا علاقه (?:لنا|لل?(?:وزار|داير|دائر|هي|موسس|مكتب|جه))/u,
  /لا [يت](?:خص|تبع|عني)(?:نا| (?:ال)?(?:وزار|داير|دائر|هي|موسس|مكتب|جه))/u,
]
const english: readonly RegExp[] = [
  /\b(?:remit\b|jurisdiction|competence)/,
  /\bnot(?: \w+)? competent/,
  /\b(?:outside|out of|beyond|not (?:with)?in)(?: [\w']+){0,2} (?:scope|mandate|powers|responsibilit)/,
  /\bnothing to do with (?:us|(?:the|this|our) (?:ministry|department|office|authority))/,
]

/**
 * In: the code of a reason and its names; null where there is no such entry. Out: whether it speaks of the remit, in
 * whatever spelling. Such a reason never ends a case: what is of another remit is transferred (L-02, B-25).
 */
export function isAboutRemit(code: string, labels: Label | null): boolean {
  if (/remit|jurisdiction/.test(code)) return true
  if (labels === null) return false
  const says = (text: string, words: readonly RegExp[]): boolean => words.some((word) => word.test(foldText(text)))
  return says(labels.ar, arabic) || says(labels.en, english)
}
