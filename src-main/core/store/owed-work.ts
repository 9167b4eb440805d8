import { assert } from '#shared/lib/assert.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

type Plain = Omit<WritableDb, 'owe' | 'settle' | 'ahead'>

interface Outside {
  readonly isOpen: () => boolean
  /** Whether an error says that the disk has no room. */
  readonly isFull: (error: unknown) => boolean
  /** The work cannot be done at all, and is owed no more: what it would have written must be made anew. */
  readonly onLost: (error: unknown) => void
}

/**
 * A handle that can owe: works that follow a transaction in another, at the end of the present turn or before the handle is
 * used for anything else. They can be done again from the log, so they are on disk with the next commit. Whoever waits for the
 * transaction does not wait for them; whoever asks the handle never finds them undone. While the disk is full they stay owed:
 * reading shows what there is, and nothing is written before them. Any other failure ends the debt: the transaction stands, and
 * nobody who uses the handle is stopped by what is derived from it.
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
    ahead: {
      file: db.file,
      get: db.get,
      all: db.all,
      value: db.value,
      each: db.each,
      snapshot: db.snapshot,
      close: db.close,
    },
    get inTransaction() {
      return db.inTransaction
    },
    owe,
    settle: settleToRead,
  }
}

type Work = () => void

interface Owed extends Pick<WritableDb, 'owe'> {
  /** Throws while the disk is full. */
  readonly settle: () => void
  readonly settleToRead: () => void
}

function owedWork(db: Plain, { isOpen, isFull, onLost }: Outside): Owed {
  let owed: readonly Work[] = []
  const attempt = (works: readonly Work[]): void => {
    try {
      db.transactionSoon(() => works.forEach((work) => work()))
    } catch (error) {
      if (isFull(error)) throw error
      if (works.length === 1) return onLost(error)
      // One of them cannot be done: the others can.
      for (const work of works) attempt([work])
    }
  }
  const settle = (): void => {
    if (owed.length === 0) return
    const works = owed
    // What they themselves ask of the handle finds nothing owed.
    owed = []
    try {
      attempt(works)
    } catch (error) {
      owed = works
      throw error
    }
  }
  // Only a full disk throws: whoever writes next is told of it, reading goes on.
  const settleToRead = (): void => {
    try {
      settle()
    } catch (error) {
      if (!isFull(error)) throw error
    }
  }
  const owe = (...works: readonly Work[]): void => {
    assert(!db.inTransaction && owed.length === 0, 'work is owed by a transaction that is over')
    owed = works
    setImmediate(() => isOpen() && settleToRead())
  }
  return { owe, settle, settleToRead }
}

const after =
  <Asked extends readonly unknown[], Told>(before: () => void, use: (...asked: Asked) => Told) =>
  (...asked: Asked): Told => {
    before()
    return use(...asked)
  }
