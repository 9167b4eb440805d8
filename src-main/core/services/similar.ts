import type { CasePage } from '#shared/contract/desktop/views.ts'
import { searchTokens } from '#shared/text/search-tokens.ts'
import { similarity } from '#shared/text/similarity.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import { readStream } from '#core/store/read-stream.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { linesOf } from './case-lines.ts'
import { joined, visible } from './condition.ts'
import type { Office } from './office.ts'

const candidates = 40
const shown = 5
/** Candidates whose whole text is compared; the rest are judged by their subject. */
const compared = 12
const comparedLength = 2000
const least = 220
const mostWords = 12

/** Earlier cases like the text being typed: candidates by words, ordered by likeness of their subject and text. */
export function similarCases(
  office: Office,
  caller: Caller,
  asked: { readonly text: string; readonly person?: string | undefined },
): CasePage {
  const words = [...new Set(searchTokens(asked.text))]
    .filter((word) => word.length > 2)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
  // Likeness is judged by the sender's own words, which a department does not read (R-09).
  if (words.length < 2 || isDepartmentOnly(office, caller)) return { total: 0, lines: [] }
  const { db } = office.store
  const match = `text : (${words.map((word) => `"${word.replaceAll('"', '')}"`).join(' OR ')})`
  const seen = visible(office, caller)
  const condition = joined(
    asked.person === undefined ? [seen] : [{ sql: 'r.person = ?', params: [asked.person] }, seen],
  )
  const rows = db.all<{ id: string; subject: string | null }>(
    `SELECT r.id, r.subject
     FROM search_index i JOIN case_rows r ON r.key = i.rowid
     WHERE i.search_index MATCH ? AND ${condition.sql} ORDER BY bm25(search_index) LIMIT ${candidates}`,
    match,
    ...condition.params,
  )
  const alike = rows
    .map(({ id, subject }, place) => ({
      id,
      score: Math.max(
        similarity(asked.text, subject ?? ''),
        place < compared ? similarity(asked.text, textOfCase(office, id)) : 0,
      ),
    }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, shown)
  return {
    total: alike.length,
    lines: linesOf(
      office,
      caller,
      alike.map(({ id }) => id),
    ),
  }
}

function textOfCase(office: Office, id: string): string {
  const described = readStream(office.store.db, `case:${id}`).findLast(
    (event) => event.type === 'described' && doesStand(event),
  )
  return stringOr(described?.private?.['text'], '').slice(0, comparedLength)
}
