import { makeReport } from '#core/reports/task.ts'
import { reportWord } from '#core/reports/word/report-word.ts'
import type { ReportFile } from '#core/reports/task.ts'
import type { ReportInput } from '#core/reports/report-input.ts'
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import { must } from '#shared/lib/assert.ts'

export const control = (records: readonly CaseRecord[]) => ({
  readFacts: (spans: readonly { readonly from: string; readonly to: string }[]) =>
    records.filter(({ of }) =>
      spans.some(({ from, to }) => of.receivedAt < to && (of.mattersUntil === null || of.mattersUntil >= from)),
    ),
  readComment: () => null,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  writeWord: reportWord,
})

/** In: input, facts. Out: bytes of the three files by format. */
export async function madeReport(
  input: ReportInput,
  records: readonly CaseRecord[],
): Promise<Readonly<Record<ReportFile['format'], Uint8Array>>> {
  const result = await makeReport(input, control(records))
  if (!result.ok) throw new Error(result.refusal.code)
  const bytes = (format: ReportFile['format']): Uint8Array =>
    must(
      result.value.find((file) => file.format === format),
      format,
    ).bytes
  return { docx: bytes('docx'), xlsx: bytes('xlsx'), json: bytes('json') }
}
