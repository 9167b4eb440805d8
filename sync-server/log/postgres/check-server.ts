import { ok, refuse, type Result } from '#shared/lib/result.ts'

/** The oldest PostgreSQL whose SQL this program's statements are, and that every test runs on. */
const oldest = 15

interface Answer {
  readonly fsync: string
  /** `150004` is 15.4. */
  readonly version: string
}

/** Asks one question; rejects where the server does not answer. */
export type Ask = (sql: string) => Promise<{ readonly rows: readonly Answer[] }>

/**
 * In: a PostgreSQL. Refuses `server-database-unreachable`, `server-database-too-old`, and `server-disk-unsafe` where it does
 * not wait for its disk: it cannot keep what was answered (SYNC-APPEND-1).
 */
export async function checkServer(ask: Ask): Promise<Result<null>> {
  try {
    const { rows } = await ask(
      "SELECT current_setting('fsync') AS fsync, current_setting('server_version_num') AS version",
    )
    const { fsync, version } = rows[0] ?? { fsync: '', version: '0' }
    const found = Math.floor(Number(version) / 10_000)
    if (found < oldest) return refuse('server-database-too-old', { found, oldest })
    return fsync === 'on' ? ok(null) : refuse('server-disk-unsafe', { folder: 'PostgreSQL (fsync = off)' })
  } catch (error) {
    return refuse('server-database-unreachable', { detail: reasonOf(error) })
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error))
