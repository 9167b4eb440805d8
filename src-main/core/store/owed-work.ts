import { assert } from '#shared/lib/assert.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

type Plain = Omit<WritableDb, 'owe' | 'settle'>

interface Outside {
  readonly isOpen: () => boolean
  /** Whether an error says that the disk has no room. */
  readonly isFull: (error: unknown) => boolean
}

/**
 * A handle that can owe: work that follows a transaction in one of its own, at the end of the present turn or before the
 * handle is used for anything else. Whoever waits for the transaction does not wait for the work; whoever asks the handle
 * never finds it undone. While the disk is full it stays owed: reading shows what there is, and nothing is written before it.
 */
export function owing(db: Plain, outside: Outside): WritableDb {
  const { owe, settle, settleToRead } = owedWork(db, outside)
  return {
    file: db.file,
    get: after(settleToRead, db.get) as ReadableDb['get'],
    all: after(settleToRead, db.all) as ReadableDb['all'],
    value: after(settleToRead, db.value) as ReadableDb['value'],
    each: after(settleToRead, db.each) as ReadableDb['each'],
    snapshot: after(settleToRead, db.snapshot) as ReadableDb['snapshot'],
    run: after(settle, db.run),
    exec: after(settle, db.exec),
    transaction: after(settle, db.transaction) as WritableDb['transaction'],
    transactionSoon: after(settle, db.transactionSoon) as WritableDb['transactionSoon'],
    close: () => db.close(),
    get inTransaction() {
      return db.inTransaction
    },
    owe,
    settle: settleToRead,
  }
}

interface Owed extends Pick<WritableDb, 'owe'> {
  /** Throws what the work throws, which then stays owed. */
  readonly settle: () => void
  /** The same, but a full disk keeps nobody from reading. */
  readonly settleToRead: () => void
}

function owedWork(db: Plain, { isOpen, isFull }: Outside): Owed {
  let owed: (() => void) | null = null
  const settle = (): void => {
    if (owed === null) return
    const work = owed
    owed = null
    try {
      db.transaction(work)
    } catch (error) {
      owed = work
      throw error
    }
  }
  const unless = (isHarmless: (error: unknown) => boolean) => (): void => {
    try {
      settle()
    } catch (error) {
      if (!isHarmless(error)) throw error
    }
  }
  // What fails at the end of a turn fails again for whoever uses the handle next, who is told.
  const settleSoon = unless(() => true)
  const owe = (work: () => void): void => {
    assert(!db.inTransaction && owed === null, 'work is owed by a transaction that is over')
    owed = work
    setImmediate(() => isOpen() && settleSoon())
  }
  return { owe, settle, settleToRead: unless(isFull) }
}

const after =
  <Asked extends readonly unknown[], Told>(before: () => void, use: (...asked: Asked) => Told) =>
  (...asked: Asked): Told => {
    before()
    return use(...asked)
  }
