/**
 * A table whose rows keep their older versions while somebody reads them, with one index of lists. What a transaction
 * writes lies in its own `Draft` and is seen by nobody else until it is applied.
 */
interface Version<V> {
  readonly value: V
  readonly from: number
  readonly before: Version<V> | null
}

export interface Table<V> {
  readonly rows: Map<string, Version<V>>
  readonly lists: Map<string, string[]>
  /** Lists that a row stands in; asked anew on reading, so a changed row may leave one. */
  readonly listsOf: (value: V) => readonly string[]
}

export interface Draft<V> {
  readonly table: Table<V>
  readonly rows: Map<string, V>
  readonly lists: Map<string, string[]>
  /** Makes the draft's rows everybody's. `oldestReader`: versions that only earlier readers could see are let go. */
  readonly apply: (commit: number, oldestReader: number) => void
}

export const createTable = <V>(listsOf: (value: V) => readonly string[] = () => []): Table<V> => ({
  rows: new Map(),
  lists: new Map(),
  listsOf,
})

/** The newest version of every row, as the first of a table of its own. */
export const copyTable = <V>({ rows, lists, listsOf }: Table<V>): Table<V> => ({
  rows: new Map([...rows].map(([key, { value }]) => [key, { value, from: 0, before: null }])),
  lists: new Map([...lists].map(([list, keys]) => [list, [...keys]])),
  listsOf,
})

export function createDraft<V>(table: Table<V>): Draft<V> {
  const rows = new Map<string, V>()
  return {
    table,
    rows,
    lists: new Map(),
    apply: (commit, oldestReader) => {
      for (const [key, value] of rows) applyRow(table, { key, value, commit, isRead: oldestReader < commit })
    },
  }
}

/** The row as it stood after commit `at`, or as the draft has it. */
export function rowOf<V>({ table, rows }: Draft<V>, key: string, at: number): V | undefined {
  const own = rows.get(key)
  if (own !== undefined) return own
  let version = table.rows.get(key) ?? null
  while (version !== null && version.from > at) version = version.before
  return version?.value
}

export function rowsOfList<V>(draft: Draft<V>, list: string, at: number): V[] {
  const keys = new Set([...(draft.table.lists.get(list) ?? []), ...(draft.lists.get(list) ?? [])])
  const found: V[] = []
  for (const key of keys) {
    const row = rowOf(draft, key, at)
    if (row !== undefined && draft.table.listsOf(row).includes(list)) found.push(row)
  }
  return found
}

export function putRow<V>(draft: Draft<V>, key: string, value: V): void {
  draft.rows.set(key, value)
  for (const list of draft.table.listsOf(value)) pushTo(draft.lists, list, key)
}

function applyRow<V>(
  table: Table<V>,
  row: { readonly key: string; readonly value: V; readonly commit: number; readonly isRead: boolean },
): void {
  const { key, value, commit, isRead } = row
  const before = table.rows.get(key) ?? null
  const known = before === null ? [] : table.listsOf(before.value)
  table.rows.set(key, { value, from: commit, before: isRead ? before : null })
  for (const list of table.listsOf(value)) if (!known.includes(list)) pushTo(table.lists, list, key)
}

function pushTo(lists: Map<string, string[]>, list: string, key: string): void {
  const keys = lists.get(list)
  if (keys === undefined) lists.set(list, [key])
  else keys.push(key)
}
