import { useEffect } from 'react'
import { paths } from '#renderer/parts/paths.ts'
import { placeOf, replacePlace } from '#renderer/ui/navigation.ts'
import { useIntake } from './intake-store.ts'

/**
 * The number has an address of its own, so that “Register” in the frame and its key lead from it to an empty form, as
 * from every other screen; so does coming back later. While the number is still to be told they stay with it.
 */
export function useNextRegistration(owing: boolean): void {
  const startOver = useIntake((state) => state.startOver)
  useEffect(() => replacePlace(paths.register({ done: 'yes' })), [])
  useEffect(() => {
    const next = () => {
      const { path, query } = placeOf(window.location.hash)
      if (path !== placeOf(paths.register()).path || query.has('done')) return
      if (owing) replacePlace(paths.register({ done: 'yes' }))
      else startOver()
    }
    window.addEventListener('hashchange', next)
    return () => window.removeEventListener('hashchange', next)
  }, [owing, startOver])
  useEffect(() => () => leaveBehind(), [])
}

function leaveBehind(): void {
  const { finished, startOver } = useIntake.getState()
  if (finished?.owesTelling === false) startOver()
}
