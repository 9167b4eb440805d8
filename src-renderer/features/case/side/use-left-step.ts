import { useCallback, useState } from 'react'
import { useSession } from '#renderer/parts/session.tsx'
import type { LeftStep, OpenedStep } from '../opened-step.ts'
import { keepOf } from '../opened-step.ts'
import { forgetKept, wordsKept } from '../steps/use-kept.ts'

interface Leaving {
  readonly left: LeftStep | null
  /** The step is no longer offered: what was typed into it stays in sight, if it was words. */
  readonly leave: (step: OpenedStep) => void
  readonly forgetLeft: () => void
}

export function useLeftStep(caseId: string): Leaving {
  const { session } = useSession()
  const [left, setLeft] = useState<LeftStep | null>(null)
  const leave = useCallback(
    (step: OpenedStep) => {
      const keep = keepOf(session.user.id, caseId, step)
      const texts = wordsKept(keep)
      if (texts.length > 0) setLeft({ name: step.name, keep, texts })
    },
    [session, caseId],
  )
  const forgetLeft = () => {
    if (left !== null) forgetKept(left.keep)
    setLeft(null)
  }
  return { left, leave, forgetLeft }
}
