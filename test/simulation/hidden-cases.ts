import type { ReadableDb } from '#core/store/driver.ts'
import { readMembership } from '#core/sync-client/membership.ts'

/** S18: many cases go only with a person's word. In: a store before a round. Out: what is broken behind it, in words. */
export function hiddenFrom(db: ReadableDb): () => readonly string[] {
  const held = (): number => db.value<number>('SELECT count(*) FROM case_rows') ?? 0
  const [before, mayHide] = [held(), readMembership(db)?.mayHide]
  return () => {
    const gone = before - held()
    const isMuch = gone >= 20 && gone > before * 0.05
    return isMuch && mayHide !== true ? [`S18 ${gone} of ${before} cases were hidden without a word`] : []
  }
}
