import type { CaseFilter, HeldRegistration, MovedCase } from '#shared/contract/desktop/cases.ts'
import type { CasePage } from '#shared/contract/desktop/views.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { slippedReference } from '#shared/domain/numbering/slipped-reference.ts'
import { codeToken, updateForSearch } from '#core/search/update-index.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { filterConditions } from './case-filter.ts'
import { linesOf } from './case-lines.ts'
import { joined, visible } from './condition.ts'
import type { Condition } from './condition.ts'
import { heldByNumber } from './held-by-number.ts'
import { hasPartOfReference, matchExpression, nameExpression } from './match-expression.ts'
import { movedByNumber } from './moved-away.ts'
import type { Office } from './office.ts'
import { recordSearch } from './record-search.ts'
import { searchOwnWords } from './search-own-words.ts'
import { asCode, codeOf } from './tracking-code.ts'
import { keysNotForAll, maySeeIdentity } from './visibility.ts'

export type SearchAnswer = CasePage & {
  readonly ms: number
  readonly slip: string | null
  readonly readOnly: number | null
  readonly held: HeldRegistration | null
  readonly moved: MovedCase | null
  readonly hits: readonly { readonly reference: string; readonly subject: string; readonly score: number }[]
}

interface Searched {
  readonly text: string
  readonly filter: CaseFilter
  readonly page: { readonly offset: number; readonly limit: number }
}

interface Asked extends Omit<Searched, 'filter'> {
  readonly filters: readonly Condition[]
}

/** One box (L-13): a number goes straight to its case; anything else is words, folded as the index is. */
export function searchCases(office: Office, caller: Caller, searched: Searched): SearchAnswer {
  const startedAt = performance.now()
  updateForSearch(office.store.db, codeOf(office))
  const asked = { ...searched, filters: filterConditions(office, caller, searched.filter) }
  const found = find(office, caller, asked)
  // P-03: who looks a person's case up by number or name leaves a line; what was typed does not stand in it.
  const isByCode = asCode(asked.text) !== null && found.total === 1
  if (isByCode || found.byNumber === true || isLookUp(asked.text) || showsNamed(office, caller, asked.text))
    recordSearch(office, caller, {
      text: asked.text,
      of: found.ids.length === 1 ? (found.ids[0]?.id ?? 'cases') : 'cases',
    })
  const lines = linesOf(
    office,
    caller,
    found.ids.map(({ id }) => id),
  )
  const scores = new Map(found.ids.map(({ id, score }) => [id, score]))
  return {
    total: found.total,
    lines,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    slip: slippedReference(searched.text, codesOf(office)),
    readOnly: found.readOnly ?? null,
    ...notListed(office, caller, found.byNumber === true ? [] : numbersIn(office, asked.text)),
    hits: lines.map(({ id, reference, subject }) => ({
      reference,
      subject,
      score: Math.round((scores.get(id) ?? 0) * 1000) / 1000,
    })),
  }
}

/** What a number is of that no list shows. */
const notListed = (office: Office, caller: Caller, numbers: readonly string[]) => ({
  held: heldByNumber(office, caller, numbers),
  moved: movedByNumber(office, caller, numbers),
})

const codesOf = ({ reference }: Office): readonly string[] =>
  [...reference.offices.values()].map(({ settings }) => settings.code)

function find(office: Office, caller: Caller, asked: Asked): Found {
  if (asked.text.trim() === '') return byFilter(office, caller, asked)
  const byNumber = byReference(office, caller, asked)
  if (byNumber !== null) return byNumber
  const byReceipt = byCode(office, caller, asked)
  if (byReceipt !== null) return byReceipt
  return isDepartmentOnly(office, caller) ? forDepartment(office, caller, asked) : byWords(office, caller, asked)
}

const isLookUp = (text: string): boolean => /\d{5,}/.test(foldDigits(text).replace(/[\s()+-]/g, ''))

/** Whether a case is found by the name of whom it is about, and not by its words alone. */
function showsNamed(office: Office, caller: Caller, text: string): boolean {
  const names = nameExpression(text)
  if (names === null || isDepartmentOnly(office, caller) || !maySeeIdentity(office, caller)) return false
  const seen = visible(office, caller)
  const hit = office.store.db.value<number>(
    `SELECT 1 FROM search_index i JOIN case_rows r ON r.key = i.rowid WHERE i.search_index MATCH ? AND ${seen.sql} LIMIT 1`,
    names,
    ...seen.params,
  )
  return hit !== undefined
}

interface Found {
  readonly total: number
  /** The case of the number that was typed. */
  readonly byNumber?: true
  /** How many of the newest cases were looked through, where there are more that may fit. */
  readonly readOnly?: number | null
  readonly ids: readonly { readonly id: string; readonly score: number }[]
}

function byReference(office: Office, caller: Caller, { text, filters }: Asked): Found | null {
  const all = joined([visible(office, caller), ...filters])
  for (const number of numbersIn(office, text)) {
    const id = office.store.db.value<string>(
      `SELECT r.id FROM case_rows r WHERE r.reference >= ? AND r.reference < ? AND ${all.sql}`,
      number,
      `${number}~`,
      ...all.params,
    )
    if (id !== undefined) return { total: 1, ids: [{ id, score: 1 }], byNumber: true }
  }
  return null
}

/** Reference numbers that a text can be, the likeliest first, up to the check digit where none was typed; none: it is words. */
function numbersIn(office: Office, text: string): readonly string[] {
  const parsed = parseReference(text)
  if (parsed.ok) return [parsed.value.reference]
  const bare = withoutCheckDigit(text)
  return bare === null ? byItsEnd(office, text) : [bare]
}

/** The code of a receipt, by whoever hands them out; null where it is none's, and is read as a word (P-01). */
function byCode(office: Office, caller: Caller, { text, filters }: Asked): Found | null {
  const code = asCode(text)
  if (code === null || isDepartmentOnly(office, caller)) return null
  const all = joined([visible(office, caller), ...filters])
  const ids = office.store.db.all<{ id: string; score: number }>(
    `SELECT r.id, 1 AS score FROM search_index i JOIN case_rows r ON r.key = i.rowid WHERE i.search_index MATCH ? AND ${all.sql}`,
    `text : "${codeToken(code)}"`,
    ...all.params,
  )
  return ids.length === 0 ? null : { total: ids.length, ids }
}

/** In: a text. Out: a reference number up to its check digit, as people leave it out over the phone; null where it is none. */
function withoutCheckDigit(text: string): string | null {
  const bare = foldDigits(text)
    .replace(/[\p{Cf}\s]/gu, '')
    .toUpperCase()
  const parts = /^([A-Z][A-Z0-9]{1,5})-(\d{2})-(\d{1,9})-?$/.exec(bare)
  return parts === null ? null : `${parts[1]}-${parts[2]}-${(parts[3] ?? '').padStart(6, '0')}-`
}

/**
 * The part that people read aloud: of this office, this year or the last. In: a text like `000123-8`, `123-8` or, with its
 * zeros, `000123`. Out: reference numbers that it can be, this year's first, up to the check digit where none was said.
 */
function byItsEnd({ reference: { settings }, ports }: Office, text: string): readonly string[] {
  const bare = foldDigits(text).replace(/[\p{Cf}\s]/gu, '')
  const [, serial = '', check] = /^(\d{1,9})-(\d)$/.exec(bare) ?? /^(0\d{5})$/.exec(bare) ?? []
  if (Number(serial) === 0) return []
  const thisYear = Number(localDateOf(settings.zone, ports.clock.now()).slice(0, 4))
  const both = [thisYear, thisYear - 1].map((year) =>
    formatReference({ office: settings.code, year, serial: Number(serial) }),
  )
  return check === undefined
    ? both.map((number) => number.slice(0, -1))
    : both.filter((number) => number.endsWith(`-${check}`))
}

/** How a department finds its cases: by any part of the number, else by the words that it may read. */
function forDepartment(office: Office, caller: Caller, asked: Asked): Found {
  const byPart = newestOf(office, asked, [hasPartOfReference(asked.text), visible(office, caller)])
  if (byPart.total > 0) return byPart
  const { offset, limit } = asked.page
  const conditions = joined([visible(office, caller), ...asked.filters])
  const { ids, readOnly } = searchOwnWords(office, caller, { text: asked.text, conditions })
  return { total: ids.length, readOnly, ids: ids.slice(offset, offset + limit).map((id) => ({ id, score: 0 })) }
}

/** Nothing typed: all that the conditions leave; without any, nothing was asked. */
function byFilter(office: Office, caller: Caller, asked: Asked): Found {
  return asked.filters.length === 0 ? { total: 0, ids: [] } : newestOf(office, asked, [visible(office, caller)])
}

function newestOf({ store }: Office, asked: Asked, conditions: readonly Condition[]): Found {
  const all = joined([...conditions, ...asked.filters])
  const from = `FROM case_rows r WHERE ${all.sql}`
  const total = store.db.value<number>(`SELECT count(*) ${from}`, ...all.params) ?? 0
  const ids = store.db.all<{ id: string; score: number }>(
    `SELECT r.id, 0 AS score ${from} ORDER BY r.received_seq DESC LIMIT ? OFFSET ?`,
    ...all.params,
    asked.page.limit,
    asked.page.offset,
  )
  return { total, ids }
}

/** Beyond so many hits the likeness to the words tells nothing more: newest first, without weighing every one. */
const mostWeighed = 500

function byWords(office: Office, caller: Caller, asked: Asked): Found {
  const match = matchExpression(asked.text, {
    columns: maySeeIdentity(office, caller) ? 'all' : 'text',
    country: office.reference.settings.country,
  })
  if (match === null) return { total: 0, ids: [] }
  const conditions = joined([visible(office, caller), ...asked.filters])
  const from = `FROM search_index i JOIN case_rows r ON r.key = i.rowid WHERE i.search_index MATCH ? AND ${conditions.sql}`
  const { db } = office.store
  const total =
    asked.filters.length === 0
      ? countOpenly(office, caller, match)
      : (db.value<number>(`SELECT count(*) ${from}`, match, ...conditions.params) ?? 0)
  const [score, order] =
    total > mostWeighed ? ['0', 'i.rowid DESC'] : ['-bm25(search_index)', 'bm25(search_index), i.rowid DESC']
  const ids = db.all<{ id: string; score: number }>(
    `SELECT r.id, ${score} AS score ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
    match,
    ...conditions.params,
    asked.page.limit,
    asked.page.offset,
  )
  return { total, ids }
}

/** All hits less those the caller may not open: only cases above normal or about an employee are looked at one by one. */
function countOpenly(office: Office, caller: Caller, match: string): number {
  const { db } = office.store
  const seen = visible(office, caller)
  const all = db.value<number>('SELECT count(*) FROM search_index WHERE search_index MATCH ?', match) ?? 0
  const hidden = db.all<{ key: number }>(
    `SELECT r.key FROM case_rows r WHERE r.key IN (${keysNotForAll}) AND (${seen.sql}) IS NOT TRUE`,
    ...seen.params,
  )
  if (hidden.length === 0) return all
  const among =
    'SELECT count(*) FROM search_index WHERE search_index MATCH ? AND rowid IN (SELECT value FROM json_each(?))'
  return all - (db.value<number>(among, match, JSON.stringify(hidden.map(({ key }) => key))) ?? 0)
}
