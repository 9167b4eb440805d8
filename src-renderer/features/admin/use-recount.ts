import { useEffect, useState } from 'react'
import type { Recount } from '#shared/contract/desktop/admin.ts'
import { core } from '#renderer/client/core.ts'

const askEveryMs = 300

/** How far the count of open cases is, asked again and again while this is in sight. */
export function useRecount(): Recount | null {
  const [recount, setRecount] = useState<Recount | null>(null)
  useEffect(() => {
    // What cannot be asked now is asked again soon; the saving itself says what went wrong.
    const ask = () => void core.admin.recount({}).then(setRecount, () => null)
    ask()
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [])
  return recount
}
