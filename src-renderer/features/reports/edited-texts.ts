import type { ReportBlock } from '#shared/contract/desktop/report-model.ts'
import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'
import { api, core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'

/** A generated text that may be written otherwise before approval. */
export type EditableBlock = Extract<ReportBlock, { kind: 'paragraph' | 'box' }> & { readonly place: string }

/** Out: its text as it was generated, lines of a list one below the other. */
export const generatedText = (block: EditableBlock): string =>
  block.kind === 'paragraph' ? block.text : block.lines.join('\n')

type Period = Pick<ReportRequest, 'year' | 'quarter'>

export interface TextsOfPeriod {
  /** Undefined until the core has told them; they go with the report when it is exported or issued. */
  readonly edits: readonly ReportEdit[] | undefined
  /** In: where, and what stands there from now on; null brings the generated text back. Out: whether it is kept. */
  readonly change: (of: Pick<ReportEdit, 'language' | 'place'>, edit: ReportEdit | null) => Promise<boolean>
  readonly busy: boolean
  readonly refusal: Failure | null
}

/** What its reader wrote otherwise in the report of a period, in both languages; kept in the core at every change. */
export function useEditedTexts(period: Period): TextsOfPeriod {
  const kept = useCoreQuery(api.reports.editedTexts.queryOptions({ input: {} }))
  const edits =
    kept.data &&
    (kept.data.find(({ year, quarter }) => year === period.year && quarter === period.quarter)?.edits ?? [])
  const action = useCoreAction(async (changed: readonly ReportEdit[]) => {
    await core.reports.keepTexts({ year: period.year, quarter: period.quarter, edits: [...changed] })
    await kept.refetch()
    return true
  })
  const change: TextsOfPeriod['change'] = async ({ language, place }, edit) => {
    const others = (edits ?? []).filter((each) => each.language !== language || each.place !== place)
    return (await action.run(edit === null ? others : [...others, edit])) ?? false
  }
  return { edits, change, busy: action.busy, refusal: action.refusal }
}
