/**
 * Questions of the other rooms are asked by their text alone, and the store would plan each anew: who is calling, before
 * every call. Here the same text has the same name, and is planned once a connection.
 */
import type { ClientBase } from 'pg'

/** Texts with lists of many lengths come in many forms: the store is not filled with their plans. */
const most = 100
const names = new Map<string, string>()

/** In: a new connection to PostgreSQL. Behind PGlite names are shared by all connections, and none may be given. */
export function keepPlans(client: ClientBase): void {
  const ask = client.query.bind(client) as (asked: unknown, ...others: readonly unknown[]) => unknown
  Object.assign(client, { query: (asked: unknown, ...others: readonly unknown[]) => ask(named(asked), ...others) })
}

function named(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || 'submit' in asked) return asked
  const { text, name } = asked as { readonly text?: unknown; readonly name?: unknown }
  if (typeof text !== 'string' || (name !== undefined && name !== '')) return asked
  const kept = nameOf(text)
  return kept === null ? asked : { ...asked, name: kept }
}

function nameOf(text: string): string | null {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= most) return null
  const name = `asked-${names.size}`
  names.set(text, name)
  return name
}
