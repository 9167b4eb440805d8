import { useEffect, useState } from 'react'
import { paths } from '#renderer/parts/paths.ts'
import { placeOf, replacePlace } from '#renderer/ui/navigation.ts'

/** Keeps the desk on this screen while something is owed. Out: whether somebody tried to leave. */
export function useLeaveGuard(owing: boolean): boolean {
  const [tried, setTried] = useState(triedBefore)
  useEffect(() => {
    triedBefore = false
    if (!owing) return
    const stay = () => {
      if (placeOf(window.location.hash).path === placeOf(paths.register()).path) return
      triedBefore = true
      setTried(true)
      replacePlace(paths.register({ done: 'yes' }))
    }
    const close = (event: BeforeUnloadEvent) => event.preventDefault()
    // `popstate` comes at once, before a drawing in between could read the new address and take this screen away.
    window.addEventListener('popstate', stay)
    window.addEventListener('hashchange', stay, { capture: true })
    window.addEventListener('beforeunload', close)
    return () => {
      window.removeEventListener('popstate', stay)
      window.removeEventListener('hashchange', stay, { capture: true })
      window.removeEventListener('beforeunload', close)
    }
  }, [owing])
  return tried
}

/** Leaving takes the screen away for a moment; what was tried must outlive that. */
let triedBefore = false
