import { attemptResults } from '#shared/domain/case/codes.ts'
import type { AttemptResult } from '#shared/domain/case/codes.ts'
import { attemptLabelsBy, isWritten } from '#shared/wording/attempt-labels.ts'

/** What can come of a message or a letter: nobody picks it up, and no line is busy. */
const ofWritten: readonly AttemptResult[] = ['reached', 'no_answer', 'wrong_number']

/** In: the way of an attempt. Out: the results that it can have, and what they are called there (Z-03). */
export function resultsBy(channel: string | null) {
  return { results: isWritten(channel) ? ofWritten : attemptResults, labels: attemptLabelsBy(channel) }
}

/** Whether a result that was chosen is one of this way too. */
export const fits = (result: AttemptResult | null, channel: string | null): boolean =>
  result === null || resultsBy(channel).results.includes(result)

/** In: attempts in their order. Out: the how many-th of them reached him; null while none did. */
export function reachedAfter(attempts: readonly { readonly result: AttemptResult }[]): number | null {
  const place = attempts.findIndex(({ result }) => result === 'reached')
  return place === -1 ? null : place + 1
}
