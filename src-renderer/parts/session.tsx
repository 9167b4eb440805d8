import type { ReactNode } from 'react'
import { createContext, useContext, useMemo } from 'react'
import type { SessionView } from '#renderer/client/answers.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { must } from '#shared/lib/assert.ts'

export interface Session {
  readonly session: SessionView
  readonly has: (right: Right) => boolean
  readonly signOut: () => void
  readonly lock: () => void
}

const SessionContext = createContext<Session | null>(null)

export interface SessionProviderProps {
  readonly session: SessionView
  readonly signOut: () => void
  readonly lock: () => void
  readonly children: ReactNode
}

export function SessionProvider({ session, signOut, lock, children }: SessionProviderProps) {
  const value = useMemo(
    () => ({ session, signOut, lock, has: (right: Right) => session.rights.includes(right) }),
    [session, signOut, lock],
  )
  return <SessionContext value={value}>{children}</SessionContext>
}

/** Who sits here and what they may do. */
export function useSession(): Session {
  return must(useContext(SessionContext), 'a screen of the frame has a session')
}

/** Whoever works in a department or directorate sees what was referred to it, and no more of a case. */
export const isDepartment = ({ kind }: Pick<SessionView['unit'], 'kind'>): boolean =>
  kind === 'department' || kind === 'directorate'

/** Whose window this is: a department’s machine is not the office’s. */
export const unitShown = ({ office, unit }: Pick<SessionView, 'office' | 'unit'>): SessionView['unit']['name'] =>
  isDepartment(unit) ? unit.name : office.name
