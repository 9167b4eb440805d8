const zeros = [0x0660, 0x06f0, 0xff10] as const

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = zeros.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? digit : String(code - zero)
}

/** Arabic-Indic, Persian and full-width digits become Latin ones; all else stays. In and out: plain text. Bug 23. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, latinDigit)
}
