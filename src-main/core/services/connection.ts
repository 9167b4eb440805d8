import type { UserId } from '#shared/domain/access/events.ts'

/**
 * One caller of the contract: a window, or a run of the command line. The session is what signing in gave it.
 * `automation` is the user named by `--as`, which only an automation folder accepts without a password.
 */
export interface Connection {
  readonly via: 'window' | 'cli'
  session: Session | null
}

export interface Session {
  readonly id: string
  readonly token: string
  readonly user: UserId
}

export const newConnection = (via: Connection['via']): Connection => ({ via, session: null })
