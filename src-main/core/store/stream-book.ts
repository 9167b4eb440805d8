import type { KnownEvent, Presence, StreamEnd, ToldEvent } from '#shared/sync/merge.ts'
import type { Verdict } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from './driver.ts'

export interface BookedEvent extends KnownEvent {
  readonly seq: number
  readonly isOwn: boolean
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
    const opened = new StreamBook(db.all<Row>(rowsOf, stream))
    books.set(stream, opened)
    return opened
  }
}

/** What is known of one stream while a page is received: read once, kept up with what the page does. */
export class StreamBook {
  readonly #events = new Map<string, BookedEvent>()
  #top = 0
  /** Places of folded events without a position, in the order of their making. */
  readonly #unanswered: number[] = []

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      const event = booked(row)
      this.#events.set(row.id, event)
      if (event.presence !== 'folded') continue
      if (event.position === null) this.#unanswered.push(event.seq)
      else this.#top = Math.max(this.#top, event.position)
    }
  }

  known(id: string): BookedEvent | null {
    return this.#events.get(id) ?? null
  }

  end(): StreamEnd {
    return { top: this.#top, unanswered: this.#unanswered.length }
  }

  /** Place of the first event without a position; null without one. */
  firstUnanswered(): number | null {
    return this.#unanswered[0] ?? null
  }

  add(id: string, seq: number, told: ToldEvent): void {
    this.#events.set(id, { ...told, seq, presence: 'folded', isOwn: false })
    this.#top = Math.max(this.#top, told.position)
  }

  change(id: string, told: ToldEvent): void {
    const before = this.#events.get(id)
    if (before === undefined) return
    this.#events.set(id, { ...before, ...told, presence: 'folded', hasPrivate: before.hasPrivate || told.hasPrivate })
    this.#top = Math.max(this.#top, told.position)
    const index = this.#unanswered.indexOf(before.seq)
    if (index >= 0) this.#unanswered.splice(index, 1)
  }
}
