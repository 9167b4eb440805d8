import { Pool, type PoolConfig } from 'pg'
import { keepPlans } from './keep-plans.ts'
import { sendTogether } from './send-together.ts'

/**
 * `synchronous_commit`: whatever the database's setting, an answer waits for the disk. `enable_seqscan`: plans are kept, and one
 * from a log's first minutes, when no table has statistics, would read whole tables for ever; every question has an index.
 * `jit`: no question here is worth compiling. `pipeline`: a question does not wait for the answer before it. The types of `pg`
 * do not know it yet. `maxLifetimeSeconds`: which plans a connection keeps is chosen anew every hour.
 */
const postgresPool = {
  max: 8,
  maxLifetimeSeconds: 3600,
  idle_in_transaction_session_timeout: 60_000,
  options: '-c synchronous_commit=on -c enable_seqscan=off -c jit=off',
  pipeline: true,
}

/** In: the address of a PostgreSQL. */
export function createPostgresPool(url: string): Pool {
  const pool = createPool({ ...postgresPool, connectionString: url })
  pool.on('connect', (client) => {
    keepPlans(client)
    sendTogether(client)
  })
  return pool
}

/** No connection that is lost ends the program: one in use fails its questions, one at rest is dropped, and the next gets a new one. */
export function createPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  pool.on('error', () => null)
  pool.on('connect', (client) => client.on('error', () => null))
  return pool
}
