import { useEffect, useState } from 'react'
import type { Wanted } from './navigation.ts'
import { holdPlace, navigate, releasePlace } from './navigation.ts'

export interface HeldPlace {
  /** Somebody wanted to go elsewhere and is to be asked. */
  readonly asks: boolean
  readonly stay: () => void
  readonly leave: () => void
}

/** In: whether something here would be lost by going elsewhere. The screen stands as it is until it is answered. */
export function useHeldPlace(holds: boolean): HeldPlace {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  useEffect(() => (holds ? holdPlace((next) => setWanted(() => next)) : undefined), [holds])
  return {
    asks: holds && wanted !== null,
    stay: () => setWanted(null),
    leave: () => {
      releasePlace()
      setWanted(null)
      if (typeof wanted === 'string') navigate(wanted)
      else wanted?.()
    },
  }
}
