import { validRating } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { identityMarks, withTwins, withoutMarks } from '#shared/domain/person/identity-marks.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import type { Language } from '#shared/i18n/messages.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readEvent } from '#core/store/read-stream.ts'

/** What was said with the rating of a cycle, without what tells who said it; null: nothing, or nothing that may be printed. */
export type ReadComment = (id: string, cycle: number) => string | null

/**
 * In: store, language of the report. Out: reads comments anonymised, and so that what is withheld tells no name; none of a strictly confidential case, and
 * none of a person of whom nothing is known here any more: nobody could tell his name in it (S19).
 */
export const commentReader =
  (db: ReadableDb, language: Language): ReadComment =>
  (id, number) => {
    const json = db.value<string>('SELECT state FROM case_states WHERE id = ?', id)
    const state = json === undefined ? null : (JSON.parse(json) as Case)
    const cycle = state?.cycles[number - 1]
    if (state === null || cycle === undefined || state.confidentiality === 'strict') return null
    const rating = validRating(cycle)
    // With a rating that corrects another stands why it was corrected, by who corrected it.
    if (rating === null || rating.corrects !== null) return null
    const said = readEvent(db, `case:${id}`, rating.event)?.private?.['text']
    if (typeof said !== 'string' || said.trim() === '') return null
    const text = said.trim().replace(/\s+/g, ' ')
    const person = personOf(db, state)
    if (person === null && (state.complainant?.person ?? null) !== null) return null
    const marks = withTwins(text, identityMarks(text, person))
    return withoutMarks(text, marks, referralMessages.identityInstead[language])
  }

function personOf(db: ReadableDb, { complainant }: Case): PersonDetails | null {
  const id = complainant?.person ?? null
  const json = id === null ? undefined : db.value<string>('SELECT details FROM people WHERE id = ?', id)
  return json === undefined ? null : (JSON.parse(json) as PersonDetails)
}
