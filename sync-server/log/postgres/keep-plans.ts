/**
 * Questions of the other rooms are asked by their text alone, and the store would plan each anew: who is calling, before
 * every call. Here the same text has the same name, and is planned once a connection.
 */
import type { ClientBase } from 'pg'

/** Of one connection: its texts with their names, and how often others were asked of late. */
interface Kept {
  readonly names: Map<string, string>
  readonly asked: Map<string, number>
}

/** A text that comes back so often is kept: lists of many lengths make many forms, and most of them are never seen again. */
const often = 3
/** A connection's names are given once, so the store holds no more plans than these; a new connection chooses anew. */
const mostNamed = 100
const mostCounted = 500

/** In: a new connection to PostgreSQL. Behind PGlite names are shared by all connections, and none may be given. */
export function keepPlans(client: ClientBase): void {
  const kept: Kept = { names: new Map(), asked: new Map() }
  const ask = client.query.bind(client) as (asked: unknown, ...others: readonly unknown[]) => unknown
  Object.assign(client, {
    query: (asked: unknown, ...others: readonly unknown[]) => ask(named(kept, asked), ...others),
  })
}

function named(kept: Kept, asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || 'submit' in asked) return asked
  const { text, name } = asked as { readonly text?: unknown; readonly name?: unknown }
  if (typeof text !== 'string' || (name !== undefined && name !== '')) return asked
  const given = nameOf(kept, text)
  return given === null ? asked : { ...asked, name: given }
}

function nameOf({ names, asked }: Kept, text: string): string | null {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNamed || count(asked, text) < often) return null
  const name = `asked-${names.size}`
  names.set(text, name)
  asked.delete(text)
  return name
}

/** Out: how often it was asked with this time. What was not asked for longest is forgotten first. */
function count(asked: Map<string, number>, text: string): number {
  const times = (asked.get(text) ?? 0) + 1
  asked.delete(text)
  asked.set(text, times)
  const [oldest] = asked.keys()
  if (asked.size > mostCounted && oldest !== undefined) asked.delete(oldest)
  return times
}
