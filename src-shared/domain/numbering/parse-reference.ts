import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { formatReference, referenceParts } from './reference-number.ts'
import type { ReferenceNumber, ReferenceParts } from './reference-number.ts'

export interface ParsedReference extends ReferenceParts {
  readonly reference: ReferenceNumber
}

/** Far more than a number with every mark around it; longer input is no number and is not looked at. */
const longestInput = 100
const example = formatReference({ office: 'JAM', year: 2026, serial: 1 })

const parsed = (parts: ReferenceParts): ParsedReference => ({
  office: parts.office,
  yearOfCentury: parts.yearOfCentury,
  serial: parts.serial,
  reference: formatReference({ office: parts.office, year: parts.yearOfCentury, serial: parts.serial }),
})

/** Who wrote the four parts apart said where the office ends: a slip in them must not be read as another office's number. */
const isApart = (groups: readonly string[]): boolean =>
  groups.length === 4 && /^[A-Z][A-Z0-9]{1,5}$/.test(groups[0] ?? '') && /^\d\d$/.test(groups[1] ?? '')

/** Every way to put the hyphens into a text without them; the office may end in digits, so there can be several. */
function readings(joined: string): readonly string[] {
  const digits = /\d+$/.exec(joined)?.[0].length ?? 0
  const starts = Array.from({ length: 5 }, (_, index) => index + 2).filter((at) => at >= joined.length - digits)
  return starts.map(
    (at) => `${joined.slice(0, at)}-${joined.slice(at, at + 2)}-${joined.slice(at + 2, -1)}-${joined.slice(-1)}`,
  )
}

function parseJoined(joined: string): Result<ParsedReference> {
  const candidates = readings(joined).flatMap((text) => referenceParts(text) ?? [])
  const [first, ...others] = candidates.filter((parts) => parts.isChecked)
  if (first !== undefined && others.length === 0) return ok(parsed(first))
  if (first !== undefined)
    return refuse('reference-ambiguous', {
      readings: [first, ...others].map((parts) => parsed(parts).reference).join(' / '),
    })
  return candidates.length > 0
    ? refuse('reference-check-digit', { reference: joined })
    : refuse('reference-malformed', { example })
}

/**
 * Reads a reference number as people type it: Arabic-Indic digits, small letters, blanks, other dashes or none,
 * direction marks. Refuses `reference-malformed`, `reference-check-digit` (every single wrong digit and every swap of
 * neighbours in YY, N and C) and `reference-ambiguous` (no hyphens, and an office code that ends in digits). R-01, B-12.
 */
export function parseReference(text: string): Result<ParsedReference> {
  if (text.length > longestInput) return refuse('reference-malformed', { example })
  const plain = foldDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, '')).toUpperCase()
  const groups = plain.split(/[\s\p{Pd}\u2212_/.\u0640]+/u).filter((group) => group !== '')
  const hyphened = groups.join('-')
  const parts = referenceParts(hyphened)
  if (parts === null) return isApart(groups) ? refuse('reference-malformed', { example }) : parseJoined(groups.join(''))
  return parts.isChecked ? ok(parsed(parts)) : refuse('reference-check-digit', { reference: hyphened })
}
