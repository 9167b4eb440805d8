/**
 * The log in memory: for tests of the engine and for the simulator. It behaves as PostgreSQL does where that can hurt:
 * - transactions run side by side and meet at every call (`pause`); what one wrote is seen by others when it commits;
 * - inside `write` each call sees the newest commits (read committed), inside `read` all see one state;
 * - one transaction's calls are answered one after the other, in the order in which they were made;
 * - rows are held until the end, circles of waiting are broken with 40P01 and tried again;
 * - numbers are drawn when a row is inserted, so their order is not the order of commits.
 * Same calls and same pauses give the same run: no clock, no randomness.
 */
import { assert } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { createMemoryReader } from './memory/memory-reader.ts'
import { copyTables, createDrafts, createTables, type MemoryDrafts, type MemoryTables } from './memory/memory-tables.ts'
import { createMemoryWriter } from './memory/memory-writer.ts'
import { createRowLocks, type RowLocks } from './memory/row-locks.ts'
import { retryConflicts } from './retry-conflicts.ts'
import type { LogReader, LogWriter, ServerLog } from './server-log.ts'

export interface MemoryLogOptions {
  /** What the log begins with: a copy of another's tables. */
  readonly image?: MemoryTables
  /** Waited for before every call and before a commit; what it throws rolls the transaction back. */
  readonly pause?: () => Promise<void>
}

export interface MemoryLog extends ServerLog {
  /** All that was committed, nothing of what runs. */
  readonly tables: MemoryTables
}

export function createMemoryLog({
  pause = () => Promise.resolve(),
  image = createTables(),
}: MemoryLogOptions = {}): MemoryLog {
  const memory = createMemory(pause, image)
  let closed = false
  return {
    tables: memory.tables,
    kind: 'memory',
    write: (work) => {
      assert(!closed, 'the log is open')
      return retryConflicts(() => transaction(memory, work), pause)
    },
    read: (work) => {
      assert(!closed, 'the log is open')
      return reading(memory, work)
    },
    onAppended: (tell) => {
      memory.listeners.add(tell)
      return () => memory.listeners.delete(tell)
    },
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}

interface Memory {
  readonly pause: () => Promise<void>
  readonly tables: MemoryTables
  readonly locks: RowLocks
  readonly listeners: Set<(feeds: readonly FeedName[]) => void>
  /** Which commit each open reader reads after. */
  readonly readers: Map<number, number>
  commits: number
  transactions: number
  numbers: number
}

const createMemory = (pause: () => Promise<void>, image: MemoryTables): Memory => ({
  pause,
  tables: copyTables(image),
  locks: createRowLocks(),
  listeners: new Set(),
  readers: new Map(),
  commits: 0,
  transactions: 0,
  numbers: highestNumber(image),
})

/** What was rolled back has drawn numbers too: there may be higher ones than there are rows. */
const highestNumber = ({ events }: MemoryTables): number =>
  [...events.rows.values()].reduce((highest, { value }) => Math.max(highest, value.number), 0)

async function transaction<T>(memory: Memory, work: (log: LogWriter) => Promise<T>): Promise<T> {
  const { pause, locks } = memory
  const id = (memory.transactions += 1)
  const drafts = createDrafts(memory.tables)
  try {
    const reader = createMemoryReader(drafts, Number.POSITIVE_INFINITY, pause)
    const lock = (row: string): Promise<void> => locks.take(id, row)
    const nextNumber = (): number => (memory.numbers += 1)
    const durable: (() => void)[] = []
    const onDurable = (then: () => void): void => void durable.push(then)
    const writer = createMemoryWriter({ drafts, reader, lock, pause, nextNumber, onDurable })
    const result = await work(oneAfterTheOther(writer))
    await pause()
    apply(memory, drafts, durable)
    return result
  } finally {
    locks.releaseAll(id)
  }
}

/** As one session of a store answers: whoever asks again before he was answered waits his turn; behind a fault nothing is. */
function oneAfterTheOther({ onDurable, ...calls }: LogWriter): LogWriter {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn =
    (call: (...asked: never[]) => Promise<unknown>) =>
    (...asked: never[]) => {
      const answer = last.then(() => call(...asked))
      answer.catch(() => null)
      last = answer
      return answer
    }
  const turns = Object.entries(calls).map(([name, call]) => [name, inTurn(call)])
  return { ...(Object.fromEntries(turns) as typeof calls), onDurable }
}

function apply(memory: Memory, drafts: MemoryDrafts, durable: readonly (() => void)[]): void {
  memory.commits += 1
  const oldest = Math.min(...memory.readers.values())
  for (const draft of Object.values(drafts)) draft.apply(memory.commits, oldest)
  for (const then of durable) then()
  const feeds = [...drafts.feedEnds.rows.values()].map(({ feed }) => feed)
  if (feeds.length > 0) for (const tell of memory.listeners) tell(feeds)
}

async function reading<T>(memory: Memory, work: (log: LogReader) => Promise<T>): Promise<T> {
  const id = (memory.transactions += 1)
  memory.readers.set(id, memory.commits)
  try {
    return await work(createMemoryReader(createDrafts(memory.tables), memory.commits, memory.pause))
  } finally {
    memory.readers.delete(id)
  }
}
