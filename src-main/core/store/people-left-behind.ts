/*
 * Earlier programs let a strict case leave a machine and kept whom it named: no feed shows him there, and nothing withdraws
 * him any more (R-08, SYNC-FEED-6).
 */
import type { ReadableDb } from './driver.ts'
import { areFeedsWhole } from './feeds.ts'
import { leavingOf } from './withdraw.ts'
import type { Leaving } from './withdraw.ts'

interface LeftBehind {
  readonly leaving: readonly Leaving[]
  /** Somebody stays for now who may have to go later. */
  readonly isToLookAgain: boolean
}

/**
 * In: the log of a machine that has read its feeds to their ends. Out: people whom the server placed, whom none of the feeds
 * shows and nothing unsettled names; whoever is withdrawn already, or waits for a word, is none of them.
 */
export function peopleLeftBehind(db: ReadableDb): LeftBehind {
  const unshown = hasLostCases(db) ? leavingOf(db, placedPeople(db)).filter(({ isWhole }) => isWhole) : []
  if (unshown.length === 0) return { leaving: [], isToLookAgain: false }
  // A page of headers that cannot be read does not say whom it shows.
  if (!areFeedsWhole(db)) return { leaving: [], isToLookAgain: true }
  const unsettled = unsettledAmong(
    db,
    unshown.map(({ stream }) => stream),
  )
  return { leaving: unshown.filter(({ stream }) => !unsettled.has(stream)), isToLookAgain: unsettled.size > 0 }
}

const cases = "stream >= 'case:' AND stream < 'case;'"

/** Without such a one nobody was left behind. */
const hasLostCases = (db: ReadableDb): boolean =>
  db.value<number>(`SELECT 1 FROM withdrawals WHERE ${cases} LIMIT 1`) === 1 ||
  db.value<number>(`SELECT 1 FROM events WHERE ${cases} AND aside = 2 LIMIT 1`) === 1

const placedPeople = (db: ReadableDb): readonly string[] =>
  db
    .all<{ stream: string }>(
      `SELECT DISTINCT stream FROM events WHERE stream >= 'person:' AND stream < 'person;' AND aside = 0
         AND position IS NOT NULL AND stream NOT IN (SELECT stream FROM withdrawals)`,
    )
    .map(({ stream }) => stream)

/** What has no place of the server's: it waits, is held or was refused, or is a copy set aside. Of work, not of who looked at it. */
const unsettled = `SELECT stream, facts, private FROM events
  WHERE position IS NULL AND aside <> 2 AND NOT (stream >= 'audit:' AND stream < 'audit;')`

/** Those of these people whom it is about, or who are named in it. */
function unsettledAmong(db: ReadableDb, people: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const rows = db.each<{ stream: string; facts: Uint8Array; private: Uint8Array | null }>(unsettled)
  for (const { stream, facts, private: secret } of rows) {
    const said = `${stream} ${Buffer.from(facts).toString('latin1')} ${Buffer.from(secret ?? []).toString('latin1')}`
    for (const person of people) if (said.includes(person.slice('person:'.length))) found.add(person)
  }
  return found
}
