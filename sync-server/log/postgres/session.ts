/**
 * One connection inside a transaction. Writes are sent and not waited for, one by one: the store works them off in
 * their order, and what fails comes out at the next answer that is waited for, at the latest in `settle`.
 */
import type { ClientBase, QueryConfig } from 'pg'

export interface Statement {
  /** Under this name the store keeps the statement's plan. */
  readonly name: string
  readonly text: string
}

export interface Session {
  readonly client: ClientBase
  rows<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>
  send(statement: Statement, values: readonly unknown[]): void
  /** Waits for all that was sent; throws the first fault. */
  settle(): Promise<void>
}

/** `keepsPlans`: behind PGlite's socket names are shared by all connections, so none are given. */
export function createSession(client: ClientBase, keepsPlans: boolean): Session {
  const sent: Promise<unknown>[] = []
  let fault: { readonly error: unknown } | null = null

  const query = async <Row extends object>(
    { name, text }: Statement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> => {
    const asked: QueryConfig = { text, values: [...values] }
    if (keepsPlans) asked.name = name
    try {
      return (await client.query<Row>(asked)).rows
    } catch (error) {
      // What follows a fault in a transaction only says that there was one.
      fault ??= { error }
      throw fault.error
    }
  }
  return {
    client,
    rows: query,
    send: (statement, values) => {
      sent.push(query(statement, values).catch(() => null))
    },
    settle: async () => {
      await Promise.all(sent.splice(0))
      if (fault !== null) throw fault.error
    },
  }
}
