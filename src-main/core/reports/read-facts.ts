import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import { unpackFacts } from '#shared/domain/indicators/pack-facts.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { ReadFacts } from './task.ts'

/** Facts as the projection keeps them: of every case received before the span's end that still mattered at its start. */
export const factsReader =
  (db: ReadableDb): ReadFacts =>
  ({ from, to }) => {
    const records: CaseRecord[] = []
    const rows = db.each<{ packed: string }>(
      'SELECT packed FROM case_facts WHERE received_at < ? AND (matters_until IS NULL OR matters_until >= ?)',
      to,
      from,
    )
    for (const { packed } of rows) records.push(unpackFacts(packed))
    return records
  }
