import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { LockScreen } from '#renderer/features/sign-in/lock-screen.tsx'
import { SignInScreen } from '#renderer/features/sign-in/sign-in-screen.tsx'
import { api, core } from '#renderer/client/core.ts'
import { keepSessionToken, sessionToken } from '#renderer/client/session-token.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { later } from '#renderer/parts/later.tsx'
import { SessionProvider } from '#renderer/parts/session.tsx'
import type { OfficeFormat } from '#renderer/parts/speech.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { releasePlace, replacePlace } from '#renderer/ui/navigation.ts'
import { SkeletonLines } from '#renderer/ui/states.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import type { SessionView } from '#shared/contract/desktop/views.ts'
import type { SetupStatus } from '#shared/contract/desktop/session.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { CoreWaitedFor } from './core-waited-for.tsx'
import { idleMoment } from './idle-moment.ts'
import { adoptPreferences, leavePreferences, resumePreferences } from './preferences.ts'
import { useIdle } from './use-idle.ts'
import { useOfficeFormat } from './use-office-format.ts'
import { useSessionEnded } from './use-session-ended.ts'
import { useWindowWords } from './window-words.ts'
import css from './gate.module.css'

// The sign-in form comes first and alone; the rest follows while a name and a password are typed.
const setup = later(async () => (await import('#renderer/features/setup/setup-screen.tsx')).SetupScreen)
const unlock = later(async () => (await import('#renderer/features/setup/unlock-screen.tsx')).UnlockScreen)
const frame = later(async () => (await import('./frame.tsx')).Frame)

interface GateProps {
  readonly onOffice: (office: OfficeFormat) => void
}

/** What stands before the frame: set-up, unlocking, signing in, and the lock on idle. */
export function Gate({ onOffice }: GateProps) {
  const status = useCoreQuery(api.setup.status.queryOptions({ input: {} }))
  return (
    <div className={css['gate']}>
      <Suspense fallback={<SkeletonLines />}>
        <AsyncView query={status} skeleton={<CoreWaitedFor />}>
          {(found) => <Way status={found} onChanged={() => void status.refetch()} onOffice={onOffice} />}
        </AsyncView>
      </Suspense>
    </div>
  )
}

interface WayProps extends GateProps {
  readonly status: SetupStatus
  readonly onChanged: () => void
}

function Way({ status, onChanged, onOffice }: WayProps) {
  useWindowWords(status)
  // The store is ready as soon as it exists, but the recovery code is still to be kept: set-up ends when it says so.
  const [settingUp, setSettingUp] = useState(status.kind === 'empty')
  const leaveSetup = () => {
    setSettingUp(false)
    onChanged()
  }
  if (settingUp) return <setup.Part onDone={leaveSetup} />
  switch (status.kind) {
    case 'empty':
      return <setup.Part onDone={leaveSetup} />
    case 'locked':
      return <unlock.Part onDone={onChanged} />
    case 'ready':
      return <SignedIn onOffice={onOffice} />
    default:
      return assertNever(status.kind)
  }
}

const lastUserKey = 'insaf-last-user'

/** The next one at this window sees neither what the one before was told nor where he was. */
function clearDesk(): void {
  clearToasts()
  releasePlace()
  replacePlace(paths.home())
}

function welcome(user: string): void {
  const last = window.sessionStorage.getItem(lastUserKey)
  if (last !== null && last !== user) clearDesk()
  window.sessionStorage.setItem(lastUserKey, user)
}

/** At the core too: no word kept in the window opens it again, nor does reading it anew. */
function endSession(): void {
  void core.session.signOut({}).catch(() => null)
  keepSessionToken(null)
}

/** What keeps itself when it is left is kept while the session still stands. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function SignedIn({ onOffice }: GateProps) {
  const queries = useQueryClient()
  const [session, setSession] = useState<SessionView | null>(null)
  const [looking, setLooking] = useState(sessionToken() !== null)
  const [locked, setLocked] = useState(false)

  const enter = useCallback(
    (view: SessionView) => {
      keepSessionToken(view.token)
      welcome(view.user.id)
      const { digits, hijri, zone, country } = view.format
      adoptPreferences(view.user.id, { language: view.user.language, digits, hijri })
      onOffice({ zone, country })
      setLocked(false)
      setSession(view)
      // What was asked for while nobody was signed in was refused.
      void queries.invalidateQueries()
    },
    [onOffice, queries],
  )
  useResume(looking, (view) => {
    // Whoever has just set up the office was never here before.
    if (view !== null && window.sessionStorage.getItem(lastUserKey) === null) enter(view)
    else if (view !== null) {
      resumePreferences(view.user.id)
      onOffice({ zone: view.format.zone, country: view.format.country })
      setSession(view)
    }
    setLooking(false)
  })
  const signOut = useCallback(() => {
    endSession()
    setLocked(false)
    setSession(null)
    leavePreferences()
    clearDesk()
    // The next one here must not see an answer that was given to this one.
    queries.removeQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('setup') })
  }, [queries])
  const lock = useCallback(() => {
    leaveField()
    endSession()
    setLocked(true)
  }, [])
  useLock(locked ? null : session, lock)
  useHiddenPortals(locked)
  useOfficeFormat(session !== null && !locked, onOffice)
  useFetchedAhead()

  if (looking) return null
  if (session === null) return <SignInScreen onSignedIn={enter} />
  return (
    <>
      {locked && <LockScreen session={session} onUnlocked={enter} onSignOut={signOut} />}
      {/* Kept, so that a half-filled form is still there afterwards; hidden and unreachable meanwhile. */}
      <div className={css['behind']} hidden={locked} inert={locked}>
        <SessionProvider session={session} signOut={signOut} lock={lock}>
          <Suspense fallback={<SkeletonLines />}>
            <frame.Part />
          </Suspense>
        </SessionProvider>
      </div>
    </>
  )
}

/** Locks when nobody is at the window any more, or when its session ended elsewhere. */
function useLock(session: SessionView | null, lock: () => void): void {
  useIdle(session?.idleLockMinutes ?? null, lock)
  useSessionEnded(session !== null, lock)
}

/** After a reload, or the set-up: the session of before, if the core still knows it. */
function useResume(wanted: boolean, done: (session: SessionView | null) => void): void {
  const latest = useRef(done)
  useEffect(() => {
    latest.current = done
  })
  useEffect(() => {
    const resume = async () => latest.current(await sessionOfBefore())
    if (wanted) void resume()
  }, [wanted])
}

/** What follows the sign-in form is brought while it waits. What fails to come is asked for again when it is shown, and told then. */
function useFetchedAhead(): void {
  useEffect(() => {
    fetchAhead().catch(() => null)
  }, [])
}

async function fetchAhead(): Promise<void> {
  await idleMoment()
  await frame.fetch()
  const { fetchScreens } = await import('./routes.tsx')
  await fetchScreens()
}

/** Dialogs and toasts hang on the body, outside of what the lock hides. */
function useHiddenPortals(locked: boolean): void {
  useEffect(() => {
    document.body.toggleAttribute('data-locked', locked)
    return () => document.body.removeAttribute('data-locked')
  }, [locked])
}

async function sessionOfBefore(): Promise<SessionView | null> {
  try {
    return await core.session.me({})
  } catch {
    // Ended or unknown: the sign-in screen is the answer to it.
    keepSessionToken(null)
    return null
  }
}
