import { useEffect } from 'react'
import { paths } from '#renderer/parts/paths.ts'
import { replacePlace } from '#renderer/ui/navigation.ts'

/** The day begins with one's own work. */
export function HomeScreen() {
  useEffect(() => replacePlace(paths.queue('my_work')), [])
  return null
}
