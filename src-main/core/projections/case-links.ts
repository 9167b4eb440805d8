import type { CaseId } from '#shared/domain/case/event-parts.ts'
import type { ReadableDb } from '#core/store/driver.ts'

/** The lead that a case follows; null for one that follows none. */
export const findCaseLead = (db: ReadableDb, id: string): CaseId | null =>
  db.value<CaseId | null>('SELECT lead FROM case_rows WHERE id = ?', id) ?? null

export const hasFollowers = (db: ReadableDb, id: string): boolean =>
  db.value<number>('SELECT 1 FROM case_rows WHERE lead = ? LIMIT 1', id) === 1

export interface LinkedCase {
  readonly id: string
  readonly reference: string
}

export const followersOf = (db: ReadableDb, id: string): readonly LinkedCase[] =>
  db.all<LinkedCase>('SELECT id, reference FROM case_rows WHERE lead = ? ORDER BY received_seq LIMIT 200', id)
