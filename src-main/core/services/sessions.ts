import type { UserId } from '#shared/domain/access/events.ts'
import type { Session } from './connection.ts'

/** Sessions of this run, by token; a restart of the core ends none that a window still holds, because they are kept in the store's settings. */
export interface Sessions {
  readonly open: (user: UserId) => Session
  readonly find: (token: string) => Session | null
  /** By its id, which is no secret. */
  readonly isOpen: (id: string) => boolean
  readonly end: (token: string) => void
  /** Ends the user's sessions, but for the one with this id. */
  readonly endOf: (user: UserId, except?: string) => void
}

interface KeptSessions {
  read(): Readonly<Record<string, Session>>
  write(sessions: Readonly<Record<string, Session>>): void
}

const mostSessions = 500

export function createSessions(newId: () => string, newToken: () => string, kept: KeptSessions): Sessions {
  const sessions = new Map<string, Session>(Object.entries(kept.read()))
  const keep = (): void => kept.write(Object.fromEntries(sessions))
  return {
    open: (user) => {
      const session = { id: newId(), token: newToken(), user }
      sessions.set(session.token, session)
      const oldest = sessions.keys().next().value
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest)
      keep()
      return session
    },
    find: (token) => sessions.get(token) ?? null,
    isOpen: (id) => [...sessions.values()].some((session) => session.id === id),
    end: (token) => {
      if (sessions.delete(token)) keep()
    },
    endOf: (user, except) => {
      for (const [token, session] of sessions)
        if (session.user === user && session.id !== except) sessions.delete(token)
      keep()
    },
  }
}
