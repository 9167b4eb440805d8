// The check-digit rules that identity numbers of the region use. All take Latin digits, the check digit last.

/** Sum of the digits, every second one doubled and its own digits added; `first` is the place of the first doubled one. */
function doubledSum(digits: string, first: 0 | 1): number {
  return [...digits].reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === first ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

/** The Luhn rule (ISO/IEC 7812): doubled from the right, the check digit left single. */
export function passesLuhn(digits: string): boolean {
  return doubledSum(digits, digits.length % 2 === 0 ? 0 : 1) % 10 === 0
}

/** What some public validators compute in its place: the other places doubled, the check digit still single. */
export function passesShiftedLuhn(digits: string): boolean {
  const payload = digits.slice(0, -1)
  return (doubledSum(payload, digits.length % 2 === 0 ? 1 : 0) + Number(digits.at(-1))) % 10 === 0
}

const egyptWeights = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const

/** The rule commonly used for Egyptian national numbers; Egypt has published none. */
export function passesEgyptianModulus(digits: string): boolean {
  const sum = egyptWeights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return (11 - (sum % 11)) % 10 === Number(digits.at(-1))
}
