import type { SessionView } from '#shared/contract/desktop/views.ts'

/** What the gate asks of its screens; they live in `features/session`. */
export interface DoneProps {
  readonly onDone: () => void
}

export interface SignInProps {
  readonly onSignedIn: (session: SessionView) => void
}

export interface LockProps {
  readonly session: SessionView
  readonly onUnlocked: (session: SessionView) => void
  readonly onSignOut: () => void
}

export function SetupScreen(_: DoneProps) {
  return null
}

export function UnlockScreen(_: DoneProps) {
  return null
}

export function SignInScreen(_: SignInProps) {
  return null
}

export function LockScreen(_: LockProps) {
  return null
}
