/** This machine's own work that is not simply taken, for people to look at (S2, N-06). */
import { must } from '#shared/lib/assert.ts'
import type { Standing } from '#shared/sync/outcome.ts'
import type { ReadableDb } from './driver.ts'
import { answeredUpTo, columns, commitOf, notTaken } from './own-commits.ts'
import type { CommitRow, OwnCommit } from './own-commits.ts'

interface Listed {
  /** `null`: waiting, held, refused and conflicting ones. */
  readonly standing: Standing | null
  readonly limit: number
  /** Of one person alone; null: of all. */
  readonly actor: string | null
}

/** Newest first. */
export const listOwnCommits = (db: ReadableDb, standing: Standing | null, limit: number): readonly OwnCommit[] =>
  listCommitsOf(db, { standing, limit, actor: null })

/** Newest first; others' take no place. */
export function listCommitsOf(db: ReadableDb, { standing, limit, actor }: Listed): readonly OwnCommit[] {
  const isWaiting = standing === null || standing === 'pending' || standing === 'sent'
  const waiting = isWaiting ? listWaiting(db, limit, actor) : []
  // They are few among all that was ever written, which their order would have read through.
  const others = db.all<CommitRow>(
    `SELECT ${columns} INDEXED BY commits_not_taken WHERE ${notTaken} AND ${isOf} ORDER BY first_seq DESC LIMIT ?`,
    actor,
    actor,
    limit,
  )
  const isAsked = ({ standing: found }: CommitRow): boolean =>
    standing === null ? found !== 'void' : found === standing
  return [...waiting, ...others]
    .filter(isAsked)
    .toSorted((left, right) => right.firstSeq - left.firstSeq)
    .slice(0, limit)
    .map(commitOf)
}

const listWaiting = (db: ReadableDb, limit: number, actor: string | null): readonly CommitRow[] =>
  db.all<CommitRow>(
    `SELECT ${columns} WHERE first_seq > ? AND standing IN ('pending', 'sent') AND ${isOf} ORDER BY first_seq DESC LIMIT ?`,
    answeredUpTo(db),
    actor,
    actor,
    limit,
  )

/** Who did a commit; null where none of its events can be read any more. */
const actorOf = `(SELECT json_extract(CAST(e.envelope AS TEXT), '$.actor') FROM events e
  WHERE e.seq BETWEEN c.first_seq AND c.last_seq AND length(e.envelope) > 0 ORDER BY e.seq LIMIT 1)`
const isOf = `(? IS NULL OR ${actorOf} IS ?)`

/** Commits that wait, are held or were refused, and are not this person's. */
export const countOfOthers = (db: ReadableDb, actor: string): number =>
  must(
    db.value<number>(
      `SELECT (SELECT count(*) FROM commits c WHERE c.first_seq > ? AND c.standing IN ('pending', 'sent') AND ${actorOf} IS NOT ?)
         + (SELECT count(*) FROM commits c INDEXED BY commits_not_taken WHERE ${notTaken} AND c.standing IN ('held', 'refused')
             AND ${actorOf} IS NOT ?)`,
      answeredUpTo(db),
      actor,
      actor,
    ),
    'a count',
  )
