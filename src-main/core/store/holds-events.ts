import type { EntryEvent } from '#shared/sync/feed-entry.ts'
import type { ReadableDb } from './driver.ts'

interface HeldRow {
  readonly id: string
  readonly hash: Uint8Array
  readonly aside: number
}

/** An own commit's events stand in the log one behind the other, as in their chain. */
const heldRows = `SELECT held.id, held.content_hash AS hash, held.aside FROM events first
  JOIN events held ON held.seq BETWEEN first.seq AND first.seq + ? WHERE first.stream = ? AND first.id = ?`

/** Whether the log has these events of one commit, with this content and their bytes: what was withdrawn left only hashes. */
export function holdsEvents(db: ReadableDb, events: readonly EntryEvent[]): boolean {
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) return true
  const rows = db.all<HeldRow>(heldRows, last.sequence - first.sequence, first.stream, first.id)
  const held = new Map(rows.map((row) => [row.id, row]))
  return events.every(({ id, content }) => {
    const row = held.get(id)
    return row !== undefined && row.aside !== 2 && Buffer.from(content, 'hex').equals(row.hash)
  })
}
