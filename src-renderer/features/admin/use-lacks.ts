import { useState } from 'react'
import type { Lack } from './lack.ts'
import { stillLacking } from './lack.ts'

interface Lacks {
  /** What is told beside the fields: of what was missing when it was tried, what still is. */
  readonly lacks: readonly Lack[]
  /** It is tried: tells all that is missing now. Out: whether nothing is. */
  readonly tell: () => boolean
}

/** In: what the form lacks now. A message goes as soon as its field is mended, not only when it is tried again. */
export function useLacks(now: readonly Lack[]): Lacks {
  const [told, setTold] = useState<readonly Lack[]>([])
  const tell = () => {
    setTold(now)
    return now.length === 0
  }
  return { lacks: stillLacking(now, told), tell }
}
