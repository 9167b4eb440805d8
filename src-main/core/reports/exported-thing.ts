import { exportedThings } from '#shared/i18n/audit.ts'
import { translate } from '#shared/i18n/messages.ts'
import { periodName } from './quarterly/wording.ts'

/** In: what the line of an export is of: `report 2026-4`, `audit`. Out: its name; the word itself where it is neither. */
export function exportedThing(of: string): { readonly ar: string; readonly en: string } {
  if (of === 'audit') return exportedThings.audit
  const [, year, quarter] = /^report (\d{4})-([1-4])$/.exec(of) ?? []
  if (year === undefined) return { ar: of, en: of }
  const name = (language: 'ar' | 'en'): string => {
    const reading = { language, digits: 'latin' } as const
    const period = periodName({ year: Number(year), quarter: Number(quarter), format: reading })
    return translate(exportedThings.report, reading, { period })
  }
  return { ar: name('ar'), en: name('en') }
}
