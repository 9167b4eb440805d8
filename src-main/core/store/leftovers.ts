import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, removeSetting, writeSetting } from './settings.ts'

/*
 * Something was withdrawn or forgotten, and what it left in the index, the write-ahead logs and the backups is not swept
 * yet. Written with the withdrawal itself: a machine that falls in between sweeps when it is there again.
 */
const key = 'leftovers'
export interface Leftovers {
  /** Addresses of files that are to go. */
  readonly files: readonly string[]
  /** Streams of people who are to be in the ledger of the forgotten. */
  readonly people: readonly string[]
  /** How often something was left since the last sweep: one that comes during a sweep is for the next. */
  readonly marks: number
}

/** Marks of earlier versions are not counted and name nobody; the first of them named no files. */
const Stored = z.union([
  z.literal(true).transform((): Leftovers => ({ files: [], people: [], marks: 0 })),
  z.array(z.string()).transform((files): Leftovers => ({ files, people: [], marks: 0 })),
  z.object({ files: z.array(z.string()), people: z.array(z.string()).default([]), marks: z.int() }),
])

export const readLeftovers = (db: ReadableDb): Leftovers | null => readSetting(db, key, Stored)

export function markLeftovers(db: WritableDb, files: readonly string[] = [], people: readonly string[] = []): void {
  const left = readLeftovers(db) ?? { files: [], people: [], marks: 0 }
  writeSetting(db, key, {
    files: [...new Set([...left.files, ...files])],
    people: [...new Set([...left.people, ...people])],
    marks: left.marks + 1,
  })
}

export const hasLeftovers = (db: ReadableDb): boolean => readLeftovers(db) !== null

export const clearLeftovers = (db: WritableDb): void => removeSetting(db, key)

const ledgerKey = 'ledger-complete'

/**
 * Whoever a program forgot that kept no ledger yet is left to the next sweep, once: it notes them (S19). In: a store that is
 * not in a transaction.
 */
export function leaveToLedger(db: WritableDb): void {
  if (readSetting(db, ledgerKey, z.literal(true)) !== null) return
  const forgotten = db.all<{ stream: string }>(
    "SELECT DISTINCT stream FROM events WHERE stream >= 'person:' AND stream < 'person;' AND type = 'person.forgotten'",
  )
  db.transaction(() => {
    const people = forgotten.map(({ stream }) => stream)
    if (people.length > 0) markLeftovers(db, [], people)
    writeSetting(db, ledgerKey, true)
  })
}
