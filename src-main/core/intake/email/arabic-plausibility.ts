/**
 * How much a decoded text looks like writing: the judge between charsets when labels are missing or wrong.
 * A wrong table leaves marks that can be counted: Latin letters inside Arabic words, letters that only end a word in
 * its middle, accents in a row, bytes without a character.
 */
const commonLetters = new Set('اليمونرتبهعد')
const rareLetters = new Set('ظغؤآئءثذزضپچژگ')
const closingLetters = new Set('ةى')

const isArabicLetter = (char: string): boolean => /[\u0621-\u063A\u0641-\u064A\u067E\u0686\u0698\u06AF]/.test(char)
const isArabicMark = (char: string): boolean => /[\u064B-\u0652\u0640]/.test(char)
const isArabicSign = (char: string): boolean => /[\u060C\u061B\u061F\u0660-\u0669\u200C-\u200F]/.test(char)
const isAsciiLetter = (char: string): boolean => /[A-Za-z]/.test(char)
const isAccented = (char: string): boolean => /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F\u0192]/.test(char)
const isTypographic = (char: string): boolean => /[\u00A0\u2013\u2014\u2018-\u201E\u2022\u2026\u20AC]/.test(char)
const isArabic = (char: string): boolean => isArabicLetter(char) || isArabicMark(char)

/** Points a character outside ASCII on average: above 0.5 is writing, below 0 is the wrong table. Plain ASCII is 0. */
export function plausibilityOf(text: string): number {
  let points = 0
  let judged = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char.charCodeAt(0) < 0x80) continue
    judged += 1
    points += pointsOf(char, text.charAt(at - 1), text.charAt(at + 1))
  }
  return judged === 0 ? 0 : points / judged
}

function pointsOf(char: string, before: string, after: string): number {
  if (char === '\uFFFD') return -8
  if (/[\u0080-\u009F\uE000-\uF8FF]/.test(char)) return -4
  if (isArabicLetter(char)) return arabicLetterPoints(char, before, after)
  if (isArabicMark(char)) return isArabic(before) ? 0 : -2
  if (isArabicSign(char)) return 1
  if (isAccented(char)) return accentedPoints(before, after)
  if (isTypographic(char)) return 0.3
  if (char.charCodeAt(0) < 0x0100) return isArabic(before) || isArabic(after) ? -2 : -0.3
  return 0.5
}

function arabicLetterPoints(char: string, before: string, after: string): number {
  if (isAsciiLetter(before) || isAsciiLetter(after)) return -3
  if (closingLetters.has(char)) return isArabicLetter(after) ? -3 : 1
  if (char === 'ل' && before === 'ا') return 3
  if (commonLetters.has(char)) return 2
  return rareLetters.has(char) ? 0.6 : 1
}

function accentedPoints(before: string, after: string): number {
  if (isArabic(before) || isArabic(after)) return -8
  if (isAccented(before) || isAccented(after)) return -2
  return isAsciiLetter(before) || isAsciiLetter(after) ? 0.8 : -0.5
}
