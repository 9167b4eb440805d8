import type { KnownEvent, Presence, StreamEnd, ToldEvent } from '#shared/sync/merge.ts'
import type { Verdict } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from './driver.ts'

export interface BookedEvent extends KnownEvent {
  readonly seq: number
  readonly isOwn: boolean
}

/** What is known of one stream while a page is received: read once, kept up with what the page does. */
export interface StreamBook {
  known(id: string): BookedEvent | null
  end(): StreamEnd
  /** Place of the first event without a position; null without one. */
  firstUnanswered(): number | null
  add(id: string, seq: number, told: ToldEvent): void
  change(id: string, told: ToldEvent): void
}

interface Row {
  readonly id: string
  readonly seq: number
  readonly position: number | null
  readonly verdict: Verdict
  readonly aside: number
  readonly hasPrivate: number
  readonly isOwn: number
}

const presences: readonly Presence[] = ['folded', 'aside', 'withdrawn']

const booked = (row: Row): BookedEvent => ({
  seq: row.seq,
  position: row.position,
  verdict: row.verdict,
  presence: presences[row.aside] ?? 'folded',
  hasPrivate: row.hasPrivate === 1,
  isOwn: row.isOwn === 1,
})

const rowsOf = `SELECT id, seq, position, verdict, aside, private IS NOT NULL AS hasPrivate, length(link) > 0 AS isOwn
  FROM events WHERE stream = ? ORDER BY seq`

export function streamBooks(db: ReadableDb): (stream: string) => StreamBook {
  const books = new Map<string, StreamBook>()
  return (stream) => {
    const kept = books.get(stream)
    if (kept !== undefined) return kept
    const opened = streamBook(db.all<Row>(rowsOf, stream))
    books.set(stream, opened)
    return opened
  }
}

function streamBook(rows: readonly Row[]): StreamBook {
  const events = new Map(rows.map((row) => [row.id, booked(row)]))
  const folded = [...events.values()].filter(({ presence }) => presence === 'folded')
  let top = Math.max(0, ...folded.map(({ position }) => position ?? 0))
  /** In the order of their making. */
  const unanswered = folded.filter(({ position }) => position === null).map(({ seq }) => seq)
  return {
    known: (id) => events.get(id) ?? null,
    end: () => ({ top, unanswered: unanswered.length }),
    firstUnanswered: () => unanswered[0] ?? null,
    add: (id, seq, told) => {
      events.set(id, { ...told, seq, presence: 'folded', isOwn: false })
      top = Math.max(top, told.position)
    },
    change: (id, told) => {
      const before = events.get(id)
      if (before === undefined) return
      events.set(id, { ...before, ...told, presence: 'folded', hasPrivate: before.hasPrivate || told.hasPrivate })
      top = Math.max(top, told.position)
      const index = unanswered.indexOf(before.seq)
      if (index >= 0) unanswered.splice(index, 1)
    },
  }
}
