import type { Failure } from '#renderer/client/errors.ts'
import { failureOf } from '#renderer/client/errors.ts'

export interface BulkResult {
  readonly done: number
  readonly refused: readonly { readonly id: string; readonly why: Failure | null }[]
}

/** What is done to one case; false where there was nothing to do. */
export type BulkStep = (id: string) => Promise<boolean>

interface Turn {
  readonly onProgress: (done: number) => void
  readonly isStopped: () => boolean
}

/** One case after another; a refusal of one does not stop the others. */
export async function eachCase(
  ids: readonly string[],
  step: BulkStep,
  { onProgress, isStopped }: Turn,
): Promise<BulkResult> {
  const refused: { id: string; why: Failure | null }[] = []
  let done = 0
  for (const [index, id] of ids.entries()) {
    if (isStopped()) break
    onProgress(index)
    try {
      if (await step(id)) done += 1
      else refused.push({ id, why: null })
    } catch (error) {
      refused.push({ id, why: failureOf(error) })
    }
  }
  return { done, refused }
}
