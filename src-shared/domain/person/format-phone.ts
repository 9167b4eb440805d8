import { phonePlans, rangeOf } from './phone-plans.ts'

function grouped(digits: string, sizes: readonly number[]): string {
  const ends = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0))
  const parts = ends.map((end, at) => digits.slice(ends[at - 1] ?? 0, at === ends.length - 1 ? undefined : end))
  return parts.filter((part) => part !== '').join(' ')
}

/**
 * A phone number for the eye: `+962 7 9012 3456`. In: E.164. Out: groups as they are read in that country; unknown
 * numbers as they are. Its direction is left to right: put it through `isolate` inside Arabic text. R-05.
 */
export function formatPhone(e164: string): string {
  for (const plan of Object.values(phonePlans)) {
    const prefix = `+${plan.callingCode}`
    if (!e164.startsWith(prefix)) continue
    const national = e164.slice(prefix.length)
    const range = rangeOf(plan, national)
    if (range !== null) return `${prefix} ${grouped(national, range.groups)}`
  }
  return e164
}
