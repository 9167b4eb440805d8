import { create } from 'zustand'
import type { ReportBlock } from '#shared/contract/desktop/report-model.ts'
import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'

/** A generated text that may be written otherwise before approval. */
export type EditableBlock = Extract<ReportBlock, { kind: 'paragraph' | 'box' }> & { readonly place: string }

/** Out: its text as it was generated, lines of a list one below the other. */
export const generatedText = (block: EditableBlock): string =>
  block.kind === 'paragraph' ? block.text : block.lines.join('\n')

type Period = Pick<ReportRequest, 'year' | 'quarter'>

interface EditedTexts {
  readonly byPeriod: Readonly<Record<string, readonly ReportEdit[]>>
  readonly keep: (period: Period, edit: ReportEdit) => void
  readonly drop: (period: Period, edit: Pick<ReportEdit, 'language' | 'place'>) => void
}

const keyOf = ({ year, quarter }: Period): string => `${year}-${quarter}`

/** Edited texts of each period, in both languages; they go with the report when it is exported or issued. */
export const useEditedTexts = create<EditedTexts>()((set) => {
  const change = (period: Period, of: Pick<ReportEdit, 'language' | 'place'>, edit: readonly ReportEdit[]) =>
    set(({ byPeriod }) => {
      const others = (byPeriod[keyOf(period)] ?? []).filter(
        ({ language, place }) => language !== of.language || place !== of.place,
      )
      return { byPeriod: { ...byPeriod, [keyOf(period)]: [...others, ...edit] } }
    })
  return {
    byPeriod: {},
    keep: (period, edit) => change(period, edit, [edit]),
    drop: (period, of) => change(period, of, []),
  }
})

const none: readonly ReportEdit[] = []

/** Out: what was edited of a period's report. */
export const editsOf = ({ byPeriod }: Pick<EditedTexts, 'byPeriod'>, period: Period): readonly ReportEdit[] =>
  byPeriod[keyOf(period)] ?? none
