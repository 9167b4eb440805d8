import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import { unpackFacts } from '#shared/domain/indicators/pack-facts.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { ReadFacts } from './task.ts'

/** What stands for the number of a strictly confidential case in every list of a report, whoever made it. */
const maskedReference = { ar: 'سرية', en: 'confidential' } as const

interface FactsAsked {
  readonly language: keyof typeof maskedReference
  /** Id of the one office that is counted. */
  readonly only: string | null
}

/** Facts as the projection keeps them: of every case that mattered in one of the spans, in one walk. */
export const factsReader =
  (db: ReadableDb, { language, only }: FactsAsked): ReadFacts =>
  (spans) => {
    const records: CaseRecord[] = []
    const strict = strictCases(db)
    const wanted = spans.map(() => '(received_at < ? AND (matters_until IS NULL OR matters_until >= ?))').join(' OR ')
    const rows = db.each<{ packed: string }>(
      // Most of the table is wanted: walked in its own order each page is read once.
      `SELECT packed FROM case_facts WHERE (${wanted})${only === null ? '' : ofOffice}`,
      ...spans.flatMap(({ from, to }) => [to, from]),
      ...(only === null ? [] : [only]),
    )
    for (const { packed } of rows) {
      const record = unpackFacts(packed)
      const isMasked = strict.has(record.of.id)
      records.push(isMasked ? { ...record, of: { ...record.of, reference: maskedReference[language] } } : record)
    }
    return records
  }

const ofOffice = ' AND key IN (SELECT key FROM case_rows WHERE office = ?)'

const strictCases = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    db
      .all<{ id: string }>("SELECT id FROM case_rows WHERE confidentiality <> 'normal' AND confidentiality = 'strict'")
      .map(({ id }) => id),
  )
