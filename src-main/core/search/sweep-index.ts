import type { WritableDb } from '#core/store/driver.ts'

const indexes = ['search_index', 'people_names'] as const
/** About what one turn of the writer may take. */
const pagesATurn = 64

/**
 * A row that is deleted from an index without content leaves its words in the pages until they are merged: this merges
 * all, a slice a transaction, so that no word of what was withdrawn or forgotten stays (SYNC-MERGE-6, S19).
 * `breathe` runs between two slices.
 */
export async function sweepIndex(db: WritableDb, breathe: () => Promise<void>): Promise<void> {
  for (const index of indexes) {
    // The first call with a negative number puts all parts to be merged; the next ones go on with them.
    for (let pages = -pagesATurn; merge(db, index, pages); pages = pagesATurn) await breathe()
  }
}

/** Out: whether there was anything to merge; the count of changed rows tells, as SQLite's manual says. */
function merge(db: WritableDb, index: (typeof indexes)[number], pages: number): boolean {
  const changed = (): number => db.value<number>('SELECT total_changes()') ?? 0
  return db.transaction(() => {
    const before = changed()
    db.run(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`, pages)
    return changed() - before >= 2
  })
}
