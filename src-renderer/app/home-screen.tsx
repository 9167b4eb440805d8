import { useEffect } from 'react'
import { paths } from '#renderer/parts/paths.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { replacePlace } from '#renderer/ui/navigation.ts'

/** The day begins with one's own work; a liaison's with what came in. */
export function HomeScreen() {
  const { unit } = useSession().session
  const first = isDepartment(unit) ? 'ref_to_acknowledge' : 'my_work'
  useEffect(() => replacePlace(paths.queue(first)), [first])
  return null
}
