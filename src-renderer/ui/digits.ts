/** In: typed text. Out: the same with Arabic-Indic and Persian digits as 0–9, and without invisible direction marks. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
