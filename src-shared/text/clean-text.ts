/** Whatever `cleanText` changes, and halves of a pair, whole or not. Most texts hold nothing of it. */
// oxlint-disable-next-line no-control-regex -- control characters are what this finds
const mayNeedCleaning = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\ud800-\udfff]/

/**
 * Makes outside text storable: NUL and lone surrogates become U+FFFD (they cannot be hashed and stored alike
 * everywhere), line ends become `\n`, other control characters but tab go. In: any text, greatest length in UTF-16
 * units. Out: cut at that length, never through the middle of a character. X-02.
 */
export function cleanText(text: string, maxLength: number): string {
  if (text.length <= maxLength && !mayNeedCleaning.test(text)) return text
  const clean = text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    // oxlint-disable-next-line no-control-regex -- control characters are what this takes out
    .replace(/[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
  if (clean.length <= maxLength) return clean
  const cut = clean.slice(0, maxLength)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
