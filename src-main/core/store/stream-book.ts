import type { KnownEvent, Presence, StreamEnd, ToldEvent } from '#shared/sync/merge.ts'
import type { Verdict } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from './driver.ts'
import { writtenId } from './marked-id.ts'

export interface BookedEvent extends KnownEvent {
  readonly seq: number
  readonly isOwn: boolean
  /** Hash of envelope and facts. */
  readonly content: Uint8Array
}

interface Row {
  readonly id: string
  readonly seq: number
  readonly position: number | null
  readonly verdict: Verdict
  readonly aside: number
  readonly hasPrivate: number
  readonly isOwn: number
  readonly content: Uint8Array
}

const presences: readonly Presence[] = ['folded', 'aside', 'withdrawn']

const booked = (row: Row): BookedEvent => ({
  seq: row.seq,
  position: row.position,
  verdict: row.verdict,
  presence: presences[row.aside] ?? 'folded',
  hasPrivate: row.hasPrivate === 1,
  isOwn: row.isOwn === 1,
  content: row.content,
})

const rowsOf = `SELECT id, seq, position, verdict, aside, private IS NOT NULL AS hasPrivate, length(link) > 0 AS isOwn, content_hash AS content
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
  /** Ids that this machine wrote and something else stands under. */
  readonly #ownApart = new Set<string>()
  #top = 0
  /** Places of folded events without a position, in the order of their making. */
  readonly #unanswered: number[] = []

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      const event = booked(row)
      this.#set(row.id, event)
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

  add(id: string, told: ToldEvent, stored: Pick<BookedEvent, 'seq' | 'content'>): void {
    this.#events.set(id, { ...told, ...stored, presence: 'folded', isOwn: false })
    this.#top = Math.max(this.#top, told.position)
  }

  /** Whether something else stands under an id that this machine wrote. */
  isTakenByOther(id: string): boolean {
    return this.#ownApart.has(id)
  }

  /** It stands under another id now, in no place. */
  rename(id: string, other: string): void {
    const event = this.#events.get(id)
    if (event === undefined) return
    this.#events.delete(id)
    this.#ownApart.delete(other)
    const isLost = !event.isOwn && event.presence === 'folded'
    this.#set(other, { ...event, position: null, presence: isLost ? 'aside' : event.presence })
  }

  #set(id: string, event: BookedEvent): void {
    this.#events.set(id, event)
    if (event.isOwn && writtenId(id) !== id) this.#ownApart.add(writtenId(id))
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
