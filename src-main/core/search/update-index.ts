import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { displayName } from '#shared/domain/person/display-name.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { nameKey } from '#shared/text/name-key.ts'
import { searchTokens } from '#shared/text/search-tokens.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { hasPeopleWaiting, indexPeople } from './index-people.ts'
import { casesIndexedTo, countCases, unmarkCase, waitingCases } from './search-marks.ts'
import type { WaitingCase } from './search-marks.ts'
import { readStream } from '#core/store/read-stream.ts'

/** What the words of a case do not tell: the codes on its receipts (P-01). */
export type CodeOf = (caseId: string) => readonly string[]

/** Brings up to `most` waiting cases and people into the indexes, in one transaction. Out: how many cases are still waiting (up to a thousand). */
export function updateIndex(db: WritableDb, codeOf: CodeOf, most: number): number {
  const waiting = waitingCases(db, most)
  if (waiting.length === 0 && !hasPeopleWaiting(db)) return 0
  db.transaction(() => {
    indexPeople(db, most)
    for (const each of waiting) indexCase(db, each, codeOf)
    casesIndexedTo(db, waiting.at(-1)?.key ?? 0)
  })
  return waiting.length < most ? 0 : countWaiting(db)
}

/** As many as a run of the command line registers between two searches; more come by import, which brings the index up to date itself. */
const mostWaiting = 1000

/** Who looks for words finds what was just written too. */
export const updateForSearch = (db: WritableDb, codeOf: CodeOf): number => updateIndex(db, codeOf, mostWaiting)

/** More are not counted: a hundred thousand may wait, and the answer is asked for often. */
const mostCounted = 1000

/** How many cases the index lacks, up to a thousand. */
export const countWaiting = (db: ReadableDb): number => countCases(db, mostCounted)

function indexCase(db: WritableDb, { key, id }: WaitingCase, codeOf: CodeOf): void {
  const text = `${textOf(db, id)} ${codeOf(id).map(codeToken).join(' ')}`
  db.run('DELETE FROM search_index WHERE rowid = ?', key)
  db.run('INSERT INTO search_index (rowid, text, identity) VALUES (?, ?, ?)', key, text, identityOf(db, id))
  unmarkCase(db, key)
}

/** Private fields that are texts of the case; names of files too. */
const textFields = ['subject', 'text', 'analysis', 'name']

function textOf(db: ReadableDb, id: string): string {
  const reference = db.value<string>('SELECT reference FROM case_rows WHERE id = ?', id) ?? ''
  const texts = readStream(db, `case:${id}`).flatMap(({ private: secret }) =>
    textFields.map((field) => secret?.[field]).filter((value) => typeof value === 'string'),
  )
  return [...referenceTokens(reference), ...searchTokens(texts.join('\n'))].join(' ')
}

/** No word that is typed holds this letter of private use, so that a code is found by itself alone and by no word. */
const codeMark = '\uE000'

/** In: a tracking code. Out: the one word of the index that it is. */
export const codeToken = (code: string): string => `${codeMark}${code.toLowerCase()}`

/** A reference is found whole, by its serial, and by its serial without leading zeros. */
export function referenceTokens(reference: string): readonly string[] {
  const [office = '', year = '', serial = '', check = ''] = reference.toLowerCase().split('-')
  return [`${office}${year}${serial}${check}`, serial, serial.replace(/^0+/, '')]
}

function identityOf(db: ReadableDb, id: string): string {
  const json = db.value<string>('SELECT details FROM people WHERE id = (SELECT person FROM case_rows WHERE id = ?)', id)
  if (json === undefined) return ''
  const details = JSON.parse(json) as PersonDetails
  const numbers = [details.document?.number, details.mobile, details.phone].filter((number) => number !== undefined)
  const phones = [details.mobile, details.phone]
    .filter((number) => number !== undefined)
    .map((number) => number.replace(/\D/g, ''))
  // As people say a number: without country and trunk, or only the subscriber's part.
  const phoneTails = phones.flatMap((digits) => [digits.slice(-9), digits.slice(-7)])
  return [
    ...searchTokens(displayName(details)),
    nameKey(displayName(details)),
    ...numbers.map((number) => foldDigits(number).replace(/\W/g, '')),
    ...phoneTails,
    details.email ?? '',
  ].join(' ')
}
