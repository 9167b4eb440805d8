import { must } from '#shared/lib/assert.ts'
import { searchTokens } from '#shared/text/search-tokens.ts'
import { readCase } from '#core/projections/case-store.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import type { Condition } from './condition.ts'
import { matchExpression } from './match-expression.ts'
import type { Office } from './office.ts'
import { referralViews } from './referral-view.ts'

/** Cases in which the words stand somewhere; more are not read, and the answer says so. */
const mostRead = 500

interface OwnFound {
  readonly ids: readonly string[]
  /** How many of the newest were read, where the words stand in more; null: all were. */
  readonly readOnly: number | null
}

/**
 * How a department finds its cases by words: those of the referrals that it may read, and no others. The index holds the
 * sender's words, notes and the referrals of others in one column, so it only proposes; what the department reads on the
 * case's page decides. Out: ids, newest first, and whether all were read.
 */
export function searchOwnWords(
  office: Office,
  caller: Caller,
  asked: { readonly text: string; readonly conditions: Condition },
): OwnFound {
  const match = matchExpression(asked.text, { columns: 'text', country: office.reference.settings.country })
  if (match === null) return { ids: [], readOnly: null }
  const words = searchTokens(asked.text)
  const proposed = office.store.db
    .all<{ id: string }>(
      `SELECT r.id FROM search_index i JOIN case_rows r ON r.key = i.rowid
       WHERE i.search_index MATCH ? AND ${asked.conditions.sql} ORDER BY i.rowid DESC LIMIT ?`,
      match,
      ...asked.conditions.params,
      mostRead + 1,
    )
    .map(({ id }) => id)
  const ids = proposed.slice(0, mostRead).filter((id) => {
    const read = ownTokens(office, caller, id)
    return words.every((word) => read.some((token) => token.startsWith(word)))
  })
  return { ids, readOnly: proposed.length > mostRead ? mostRead : null }
}

/** The words that the department's page of a case shows. */
function ownTokens(office: Office, caller: Caller, id: string): readonly string[] {
  const state = must(readCase(office.store.db, id), 'a case of the tables has its state')
  const own = referralViews(office, caller, { state, history: readStream(office.store.db, `case:${id}`) })
  const texts = own.flatMap(({ text, reply, messages }) => [
    text,
    reply?.text ?? '',
    ...messages.map((message) => message.text),
  ])
  return searchTokens(texts.join('\n'))
}
