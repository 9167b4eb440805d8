import { exportedThings, forgottenPerson, passwordResets } from '#shared/i18n/audit.ts'
import { translate } from '#shared/i18n/messages.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { ForgettingReason } from '#shared/domain/person/forgetting.ts'
import { ReportIssued } from '#shared/domain/indicators/edition.ts'
import { periodName } from './quarterly/wording.ts'

interface Said {
  readonly ar: string
  readonly en: string
}

const isQueue = (name: string): name is keyof typeof queueLabels => Object.hasOwn(queueLabels, name)

interface OfQuarter {
  readonly year: number
  readonly quarter: number
}

const inBoth = (words: (language: 'ar' | 'en') => string): Said => ({ ar: words('ar'), en: words('en') })

const reading = (language: 'ar' | 'en') => ({ language, digits: 'latin' }) as const

const periodIn = (quarter: OfQuarter, language: 'ar' | 'en'): string =>
  periodName({ ...quarter, format: reading(language) })

/** In: what the line of an export is of: `report 2026-4`, `audit`, `cases overdue 12`. Out: its name; the word itself where it is neither. */
export function exportedThing(of: string): Said {
  if (of === 'audit') return exportedThings.audit
  const [, queue, count] = /^cases (\w+) (\d+)$/.exec(of) ?? []
  const label = queue !== undefined && isQueue(queue) ? queueLabels[queue] : undefined
  if (label !== undefined)
    return inBoth((language) =>
      translate(exportedThings.cases, reading(language), { queue: label[language], count: Number(count) }),
    )
  const [, year, quarter] = /^report (\d{4})-([1-4])$/.exec(of) ?? []
  if (year === undefined) return { ar: of, en: of }
  const asked = { year: Number(year), quarter: Number(quarter) }
  return inBoth((language) =>
    translate(exportedThings.report, reading(language), { period: periodIn(asked, language) }),
  )
}

/** In: the name of whose password was set anew, what proved him (none in a line of an earlier program). Out: both. */
export function resetThing(user: Said, by: unknown): Said {
  if (by !== 'recovery_code' && by !== 'passphrase') return user
  return inBoth((language) => translate(passwordResets[by], reading(language), { user: user[language] }))
}

/** In: why a person was forgotten; one of another program counts as his request. Out: what was done, by no name (S19). */
export const forgottenThing = (reason: unknown): Said =>
  forgottenPerson[ForgettingReason.catch('request').parse(reason)]

/** In: facts of an issued report. Out: its name, with its edition. */
export function issuedThing(facts: object): Said {
  const issued = ReportIssued.parse(facts)
  return inBoth((language) => {
    const params = { period: periodIn(issued, language), edition: issued.edition }
    return translate(exportedThings.edition, reading(language), params)
  })
}
