import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import { unpackFacts } from '#shared/domain/indicators/pack-facts.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { ReadFacts } from './task.ts'

/** What stands for the number of a strictly confidential case in every list of a report, whoever made it. */
const maskedReference = { ar: 'سرية', en: 'confidential' } as const

/** Facts as the projection keeps them: of every case received before the span's end that still mattered at its start. */
export const factsReader =
  (db: ReadableDb, language: keyof typeof maskedReference): ReadFacts =>
  ({ from, to }) => {
    const records: CaseRecord[] = []
    const strict = strictCases(db)
    const rows = db.each<{ packed: string }>(
      'SELECT packed FROM case_facts WHERE received_at < ? AND (matters_until IS NULL OR matters_until >= ?)',
      to,
      from,
    )
    for (const { packed } of rows) {
      const record = unpackFacts(packed)
      const isMasked = strict.has(record.of.id)
      records.push(isMasked ? { ...record, of: { ...record.of, reference: maskedReference[language] } } : record)
    }
    return records
  }

const strictCases = (db: ReadableDb): ReadonlySet<string> =>
  new Set(db.all<{ id: string }>("SELECT id FROM case_rows WHERE confidentiality = 'strict'").map(({ id }) => id))
