import { callerOf } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Connection } from './connection.ts'
import type { Office } from './office.ts'
import { orRefuse, refusedError } from './refused.ts'
import { visibilitySql } from './visibility.ts'

const casePrefix = 'case:'

/**
 * What changed, as far as it concerns whoever signed in over this connection: of cases only those he may see, judged
 * when he is told (R-08, G-02). The first change after his session ended is not told: it ends the stream with the refusal
 * `not-signed-in`, after which a window subscribes again as whoever signs in next.
 */
export async function* changesFor(
  office: Office,
  connection: Connection,
  signal: AbortSignal,
): AsyncGenerator<{ topics: string[] }> {
  const session = connection.session
  for await (const { topics } of office.changes.subscribe(signal)) {
    // Refuses by itself once the session has ended; another session on the connection is another person's.
    const caller = orRefuse(callerOf(office, connection))
    if (connection.session !== session) throw refusedError({ code: 'not-signed-in', params: {} })
    const told = topicsFor(office, caller, topics)
    if (told.length > 0) yield { topics: told }
  }
}

function topicsFor(office: Office, caller: Caller, topics: readonly string[]): string[] {
  const cases = topics.filter((topic) => topic.startsWith(casePrefix)).map((topic) => topic.slice(casePrefix.length))
  const others = topics.filter((topic) => !topic.startsWith(casePrefix))
  const seen = seenAmong(office, caller, cases)
  // Not which: a page that shows one of them, seen until now, is asked for again all the same.
  const unseen = seen.length < cases.length ? ['unseen'] : []
  return [...others, ...unseen, ...seen.map((id) => `${casePrefix}${id}`)]
}

/** While the tables are built anew nobody can be told which; the page asks again when they are there. */
function seenAmong(office: Office, caller: Caller, ids: readonly string[]): readonly string[] {
  if (ids.length === 0 || !office.store.tablesReady) return []
  const seen = visibilitySql(office, caller)
  return office.store.db
    .all<{ id: string }>(
      `SELECT r.id FROM case_rows r WHERE r.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
      JSON.stringify(ids),
      ...seen.params,
    )
    .map(({ id }) => id)
}
