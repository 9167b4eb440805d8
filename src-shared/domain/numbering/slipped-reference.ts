import { parseReference } from './parse-reference.ts'

/** Year, six digits of the number and the check digit: fewer are a number that is still being typed. */
const leastDigits = 9

/**
 * In: what somebody looks for, the codes of the known offices. Out: the whole reference number that it was to be and whose
 * check digit does not fit, as it was read; null for all else. Without its hyphens it counts only behind a known office:
 * numbers of passports are letters and digits too. R-01, L-13.
 */
export function slippedReference(text: string, offices: readonly string[]): string | null {
  const parsed = parseReference(text)
  if (parsed.ok || parsed.refusal.code !== 'reference-check-digit') return null
  const reference = String(parsed.refusal.params['reference'])
  return reference.includes('-') || offices.some((office) => isWhole(reference, office)) ? reference : null
}

function isWhole(joined: string, office: string): boolean {
  const digits = joined.startsWith(office) ? joined.slice(office.length) : ''
  return digits.length >= leastDigits && /^\d+$/.test(digits)
}
