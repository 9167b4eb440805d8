import type { ReadableDb, WritableDb } from '#core/store/driver.ts'

/**
 * Verifiers of passwords (argon2id). Not events: they never travel and are not part of the history; a stand-alone office
 * keeps its own beside the log.
 */
export interface Credentials {
  readonly set: (db: WritableDb, user: string, verifier: string) => void
  readonly of: (db: ReadableDb, user: string) => string | null
}

const key = (user: string): string => `credential:${user}`

export const credentials: Credentials = {
  set: (db, user, verifier) => {
    db.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key(user),
      JSON.stringify(verifier),
    )
  },
  of: (db, user) => {
    const json = db.value<string>('SELECT value FROM settings WHERE key = ?', key(user))
    return json === undefined ? null : (JSON.parse(json) as string)
  },
}
