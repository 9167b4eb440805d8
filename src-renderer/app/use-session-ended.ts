import { useEffect, useRef } from 'react'
import { core } from '#renderer/client/core.ts'
import { isRefusal } from '#renderer/client/errors.ts'
import { onSessionEnded } from '#renderer/client/session-ended.ts'

/**
 * Calls `onEnded` once the core says that the session of this window is over: asked again, for a core that has just begun
 * anew takes a moment to know it. `isOpen`: somebody is signed in, and nothing is locked.
 */
export function useSessionEnded(isOpen: boolean, onEnded: () => void): void {
  const isAsking = useRef(false)
  useEffect(() => {
    if (!isOpen) return undefined
    return onSessionEnded(() => {
      if (isAsking.current) return
      isAsking.current = true
      core.session
        .me({})
        .catch((error: unknown) => isRefusal(error) && onEnded())
        .finally(() => (isAsking.current = false))
    })
  }, [isOpen, onEnded])
}
