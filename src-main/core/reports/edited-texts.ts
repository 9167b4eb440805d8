/*
 * Texts of a report that its preparer may write otherwise before it is approved: what the numbers say and what is to be
 * decided. Never the numbers, how they are counted, the reconciliation, or what complainants said.
 */
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Print } from './print.ts'
import type { Block, ReportModel, Section, TextBlock } from './report-model.ts'

/** Method, definitions and data quality are told as they are. */
const isFixed = ({ id }: Section): boolean => id === 's2' || id.startsWith('annex-')

const isText = (block: Block): block is TextBlock =>
  block.kind === 'paragraph' || (block.kind === 'box' && block.numbered !== null)

/** In: sections. Out: the same, each text that may be edited with its place. */
export function withPlaces(sections: readonly Section[]): readonly Section[] {
  return sections.map((section) => {
    if (isFixed(section)) return section
    let count = 0
    const blocks = section.blocks.map((block): Block => {
      if (!isText(block)) return block
      count += 1
      return { ...block, place: `${section.id}/${count}` }
    })
    return { ...section, blocks }
  })
}

const textOf = (block: TextBlock): string => (block.kind === 'paragraph' ? block.text : block.lines.join('\n'))

/**
 * In: the model, edits, how it reads. Out: the model with the edited texts, each marked as edited, and on the cover how
 * many they are. Refuses `report-edit-stale`: the text that an edit replaces is not there any more.
 */
export function withEdits(
  model: ReportModel,
  edits: readonly ReportEdit[],
  { format }: Pick<Print, 'format'>,
): Result<ReportModel> {
  const own = new Map(edits.filter(({ language }) => language === model.language).map((edit) => [edit.place, edit]))
  if (own.size === 0) return ok(model)
  const texts = new Map(
    model.sections.flatMap(({ blocks }) => blocks.filter(isText)).map((each) => [each.place, textOf(each)]),
  )
  const stale = [...own.values()].find(({ place, was }) => texts.get(place) !== was)
  if (stale !== undefined) return refuse('report-edit-stale', { text: stale.text.slice(0, 60) })
  const mark: Block = { kind: 'note', text: translate(reportNotes.edited, format) }
  const sections = model.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block): readonly Block[] => {
      const edit = isText(block) && block.place !== undefined ? own.get(block.place) : undefined
      return edit === undefined || !isText(block) ? [block] : [edited(block, edit), mark]
    }),
  }))
  const line = translate(reportNotes.editedCount, format, { count: own.size })
  const { cover } = model
  const { scope } = cover
  return ok({
    ...model,
    cover: { ...cover, scope: { ...scope, lines: [...scope.lines, line], brief: [...scope.brief, line] } },
    sections,
  })
}

function edited(block: TextBlock, { text }: ReportEdit): Block {
  if (block.kind === 'paragraph') return { ...block, text: text.replaceAll(/\s*\n\s*/g, ' ') }
  const lines = text.split('\n').map((line) => line.trim())
  return { ...block, lines: lines.filter((line) => line !== '') }
}
