/**
 * What is asked of PostgreSQL at once leaves in one write: a transaction asks many things together, and each write wakes the
 * store for itself.
 */
import type { Writable } from 'node:stream'
import type { ClientBase } from 'pg'

/** What a connection writes to. The types of `pg` do not know it. */
export const streamOf = (client: ClientBase): Writable =>
  (client as unknown as { readonly connection: { readonly stream: Writable } }).connection.stream

/** In: a new connection to PostgreSQL whose questions are piped. */
export function sendTogether(client: ClientBase): void {
  const stream = streamOf(client)
  const ask = client.query.bind(client) as (...asked: readonly unknown[]) => unknown
  let isHeld = false
  const hold = (): void => {
    if (isHeld) return
    isHeld = true
    stream.cork()
    // Not at the end of the turn: a push is judged in one, and its first events are to be on their way meanwhile.
    queueMicrotask(() => {
      isHeld = false
      stream.uncork()
    })
  }
  Object.assign(client, {
    query: (...asked: readonly unknown[]) => {
      hold()
      return ask(...asked)
    },
  })
}
