import type { ConflictItem } from '#shared/contract/desktop/sync.ts'
import { readEvent } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import { namedUser } from './case-lines.ts'
import type { Office } from './office.ts'
import { isOfDepartment } from './own-units.ts'
import { maySettle } from './settle-conflict.ts'
import { visibilitySql } from './visibility.ts'

/* Clashes that wait for a person, on any machine that holds the case: not only on the one whose work it was (N-06). */

const mostConflicts = 200

/** How many wait; nobody knows while the tables are built anew. A department decides none: its office does. */
export const countConflicts = ({ store, reference }: Office): number =>
  store.tablesReady && !isOfDepartment(reference)
    ? (store.db.value<number>('SELECT count(DISTINCT case_id || doing) FROM case_conflicts') ?? 0)
    : 0

/** Commits of this machine of which a clash waits: what somebody has decided is a conflict no more. */
export const countOwnConflicts = ({ store }: Office): number =>
  store.tablesReady
    ? (store.db.value<number>(
        `SELECT count(DISTINCT c.first_seq) FROM case_conflicts x JOIN events e ON e.id = x.event
         JOIN commits c ON c.standing = 'conflict' AND e.seq BETWEEN c.first_seq AND c.last_seq`,
      ) ?? 0)
    : 0

interface Row {
  readonly event: string
  readonly id: string
  readonly reference: string
}

/** Those in cases that the caller may open, newest first; what was done at once is one, named by what is no mere exception. */
export function listConflicts(office: Office, caller: Caller): readonly ConflictItem[] {
  const { db } = office.store
  const isOutside = isOfDepartment(office.reference)
  const seen = visibilitySql(office, caller)
  const rows = db.all<Row>(
    `SELECT c.event, min((e.type = 'separation_excepted') * 1e12 + e.seq), r.id, r.reference
     FROM case_conflicts c JOIN events e ON e.id = c.event JOIN case_rows r ON r.id = c.case_id
     WHERE ${seen.sql} GROUP BY c.case_id, c.doing ORDER BY avg(e.seq) DESC LIMIT ?`,
    ...seen.params,
    mostConflicts,
  )
  return rows.flatMap(({ event, id, reference }) => {
    const intended = readEvent(db, `case:${id}`, event)
    // A department is told of what was said to it twice; what else clashes is between the office's own people.
    if (intended === null || (isOutside && intended.facts['referral'] === undefined)) return []
    const { type, actor, at } = intended
    return [
      {
        case: { id, reference },
        event,
        type,
        actor: namedUser(office.reference, actor),
        at,
        maySettle: maySettle(caller),
      },
    ]
  })
}
