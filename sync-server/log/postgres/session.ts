/**
 * One connection inside a transaction. Writes are gathered and not waited for: they go together before the next
 * question or in `settle`, and what fails comes out at the next answer that is waited for, at the latest there.
 */
import type { ClientBase } from 'pg'
import { type Asked, joinStatements } from './join-statements.ts'

export interface Statement {
  /** Under this name the store keeps the statement's plan. */
  readonly name: string
  readonly text: string
}

export interface Session {
  /** Sees what was sent before. */
  rows<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>
  /** As `rows`, of tables that nothing was sent to yet. */
  rowsOfOther<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>
  send(statement: Statement, values: readonly unknown[]): void
  /** Hands over what was gathered: something else will speak on this connection. */
  flush(): void
  /** Waits for all that was sent; throws the first fault. */
  settle(): Promise<void>
  /** As `settle`, but what was not handed over yet stays undone. */
  abandon(): Promise<void>
}

/**
 * `isPiped`: PostgreSQL takes many questions at once and keeps the plans of named ones. Behind PGlite's socket names are
 * shared by all connections, so none are given, and one question waits for the one before.
 */
export function createSession(client: ClientBase, isPiped: boolean): Session {
  const line = createLine(client, isPiped)
  let gathered: Asked[] = []
  const flush = (): void => {
    const [first, ...others] = gathered
    gathered = []
    if (first === undefined) return
    const { statement, values } = joinStatements([first, ...others])
    line.query(statement, values).catch(() => null)
  }
  return {
    flush,
    rowsOfOther: line.query,
    rows: (statement, values) => {
      flush()
      return line.query(statement, values)
    },
    send: (statement, values) => {
      if (gathered.some((asked) => asked.statement.name === statement.name)) flush()
      gathered.push({ statement, values })
    },
    settle: () => {
      flush()
      return line.end()
    },
    abandon: () => {
      gathered = []
      return line.end()
    },
  }
}

interface Line {
  query<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>
  /** Waits for every answer; throws the first fault. */
  end(): Promise<void>
}

function createLine(client: ClientBase, isPiped: boolean): Line {
  let last: Promise<unknown> = Promise.resolve()
  let fault: { readonly error: unknown } | null = null
  const ask = async <Row extends object>({ name, text }: Statement, cells: readonly unknown[]): Promise<Row[]> => {
    const values = [...cells]
    try {
      return (await client.query<Row>(isPiped ? { name, text, values } : { text, values })).rows
    } catch (error) {
      // What follows a fault in a transaction only says that there was one.
      fault ??= { error }
      throw fault.error
    }
  }
  return {
    query: (statement, values) => {
      const before = last
      const answer = isPiped ? ask<never>(statement, values) : before.then(() => ask<never>(statement, values))
      // Answers come in the order of the questions, so the last one is the end of all.
      last = answer.catch(() => null)
      return answer
    },
    end: async () => {
      await last
      if (fault !== null) throw fault.error
    },
  }
}
