// The one form in which texts are compared. Every step only takes a distinction away, so folding twice is folding
// once, and two texts that differ in spelling alone fold alike. Never shown to anybody.
import { foldDigits } from './fold-digits.ts'

// Letters that decomposition leaves alone: the look-alikes of Persian and Urdu keyboards, the letters Arabic borrows
// for foreign sounds, and the Latin letters with a stroke.
const lookAlikes: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ٵ: 'ا',
  ٶ: 'و',
  ٷ: 'و',
  ٸ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ێ: 'ي',
  ۍ: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڥ: 'ف',
  ۋ: 'و',
  ۆ: 'و',
  ڨ: 'ق',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const lookAlike = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu')

/**
 * Folds a text for search. In: any text, composed or decomposed. Out: lower case, without accents, vowel signs,
 * tatweel, hamza, zero-width and direction marks; ى as ي, ة as ه; Latin digits; runs of blanks as one space.
 * A lone ء goes too: «شيء», «شئ» and «شي» are written for one word. L-13, Bug 23.
 */
export function foldText(text: string): string {
  return (
    foldDigits(text.normalize('NFKD'))
      // Order matters: hamza and madda stand apart from their letters only after the decomposition above, and
      // the capital dotted I of Turkish leaves a mark behind only when it is made small.
      .toLowerCase()
      .replace(/[\p{Mn}\p{Cf}\u0640ء]/gu, '')
      .replace(lookAlike, (letter) => lookAlikes[letter] ?? letter)
      .replace(/\s+/g, ' ')
      .trim()
  )
}
