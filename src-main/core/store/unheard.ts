/**
 * What the server said of held commits by its answers alone, when a person or a recovery asked: until a feed of this machine says it too, a server
 * that was put back to before it is known by nothing else, for its chains and feeds end where this machine stands
 * (SYNC-RECOVER-2).
 */
import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { findCommits, type OwnCommit } from './own-commits.ts'
import { readSetting, writeSetting } from './settings.ts'

const setting = 'unheard-outcomes'
const Unheard = z.array(z.string())

const idsOf = (db: ReadableDb): readonly string[] => readSetting(db, setting, Unheard) ?? []

/** Oldest first. */
export const listUnheard = (db: ReadableDb): readonly OwnCommit[] => findCommits(db, idsOf(db))

/** In a write transaction. */
export function noteUnheard(db: WritableDb, commit: string): void {
  const known = idsOf(db)
  if (!known.includes(commit)) writeSetting(db, setting, [...known, commit])
}

/** In a write transaction: a feed of this machine says what became of it, or the server does not know it at all. */
export function noteHeard(db: WritableDb, commit: string): void {
  const known = idsOf(db)
  const left = known.filter((each) => each !== commit)
  if (left.length < known.length) writeSetting(db, setting, left)
}
