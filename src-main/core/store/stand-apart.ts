/**
 * A feed may show an event of an id that this machine knows with other content: the central unit took a forged copy of what
 * was written here, or a restored server took something else than the one before it. One id has one place in a stream, and
 * nothing that was written goes (S2): the content that no feed shows stands under a marked id, in no place, until a feed shows
 * it again (SYNC-PUSH-4).
 */
import { toHex } from '#shared/sync/bytes.ts'
import type { EntryEvent } from '#shared/sync/feed-entry.ts'
import type { WritableDb } from './driver.ts'
import { markedId } from './marked-id.ts'
import type { StreamBook } from './stream-book.ts'

/** In a write transaction, before an event is received. Out: whether another content had its place. */
export function standApart(db: WritableDb, book: StreamBook, { id, content }: EntryEvent): boolean {
  const known = book.known(id)
  if (known !== null && toHex(known.content) === content) return false
  if (known !== null) {
    const marked = markedId(id, toHex(known.content))
    // This machine's own waits for its outcome or has it; a copy of another's waits for the central unit's word.
    db.run(
      'UPDATE events SET id = ?, position = NULL, aside = CASE WHEN aside = 0 AND length(link) = 0 THEN 1 ELSE aside END WHERE seq = ?',
      marked,
      known.seq,
    )
    book.rename(id, marked)
  }
  const own = book.known(markedId(id, content))
  if (own !== null) {
    db.run('UPDATE events SET id = ? WHERE seq = ?', id, own.seq)
    book.rename(markedId(id, content), id)
  }
  return known !== null || own !== null
}
