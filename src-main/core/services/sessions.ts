import type { UserId } from '#shared/domain/access/events.ts'
import type { Session } from './connection.ts'

/**
 * Sessions by token. A restart of the core ends none that a window still holds, because they are kept in the store's
 * settings; those of a run, which holds no window, end with it. Of a user's kept ones the oldest go.
 */
export interface Sessions {
  readonly open: (user: UserId) => Session
  readonly openForRun: (user: UserId) => Session
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

const mostOfUser = 8

export function createSessions(newId: () => string, newToken: () => string, kept: KeptSessions): Sessions {
  const sessions = new Map<string, Session>(latestOfEach(Object.entries(kept.read())))
  const ofRun = new Set<string>()
  const keptNow = (): readonly (readonly [string, Session])[] => [...sessions].filter(([token]) => !ofRun.has(token))
  const keep = (): void => kept.write(Object.fromEntries(keptNow()))
  const opened = (user: UserId): Session => {
    const session = { id: newId(), token: newToken(), user }
    sessions.set(session.token, session)
    return session
  }
  return {
    open: (user) => {
      const session = opened(user)
      const latest = new Set(latestOfEach(keptNow()).map(([token]) => token))
      for (const [token] of keptNow()) if (!latest.has(token)) sessions.delete(token)
      keep()
      return session
    },
    openForRun: (user) => {
      const session = opened(user)
      ofRun.add(session.token)
      return session
    },
    find: (token) => sessions.get(token) ?? null,
    isOpen: (id) => [...sessions.values()].some((session) => session.id === id),
    end: (token) => {
      if (sessions.delete(token) && !ofRun.delete(token)) keep()
    },
    endOf: (user, except) => {
      for (const [token, session] of sessions)
        if (session.user === user && session.id !== except) sessions.delete(token)
      keep()
    },
  }
}

/** In: sessions, the oldest first. Out: those of them that are among the latest of their user. */
function latestOfEach(all: readonly (readonly [string, Session])[]): readonly (readonly [string, Session])[] {
  const places = Map.groupBy(all, ([, { user }]) => user)
  return all.filter((each) => (places.get(each[1].user) ?? []).slice(-mostOfUser).includes(each))
}
