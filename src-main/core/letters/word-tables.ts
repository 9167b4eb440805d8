import { AlignmentType, BorderStyle, ImageRun } from 'docx'
import type { Paragraph, ParagraphChild, Table } from 'docx'
import type { Direction } from '#core/word/directed-pieces.ts'
import { directedParagraph, directedRuns } from '#core/word/directed-runs.ts'
import type { RunLook } from '#core/word/directed-runs.ts'
import { directedTable } from '#core/word/directed-table.ts'
import { directionOf } from '#shared/text/direction.ts'
import type { Block, FactRow, LetterModel } from './letter-model.ts'
import { lineDirection } from './line-direction.ts'
import { qrPng } from './qr-code.ts'
import { lineRuns } from './word-lines.ts'
import { wordPage } from './word-page.ts'

export const quietInk = '444444'
const ink = { size: 8, color: '111111' }
const heavy = { size: 12, color: '111111' }
const grey = { size: 4, color: '888888' }
const single = { spacing: { line: 240 } }
const centred = { ...single, alignment: AlignmentType.CENTER }
const quoteEdge = { style: BorderStyle.SINGLE, size: 6, space: 4, color: '999999' }
const quoteFrame = { top: quoteEdge, bottom: quoteEdge, left: quoteEdge, right: quoteEdge }

type Blocks = readonly (Paragraph | Table)[]

/** Word joins tables that touch, and wants a paragraph behind each. */
const gap = (model: LetterModel, points: number, keepNext = false): Paragraph =>
  directedParagraph(model.direction, [], { keepNext, spacing: { line: points * 20, lineRule: 'exact' } })

/** No row of a table stands alone at the foot or the head of a page; a row is kept by the paragraphs in it. */
export const isKept = (row: number, rows: number): boolean => row < rows - 1 && (row === 0 || row === rows - 2)

export function letterheadTable(model: LetterModel): Table {
  const { letterhead: head, direction, paper } = model
  const { textSize, textWidth } = wordPage(model)
  const isRoll = paper === 'thermal'
  const side = (texts: readonly string[], dir: Direction, size: number): readonly Paragraph[] =>
    texts
      .filter((text) => text !== '')
      .map((text, index) =>
        directedParagraph(
          dir,
          directedRuns(text, dir, { size: size - 2 * index, bold: index === 0 }),
          isRoll ? centred : single,
        ),
      )
  const own = side([head.ministry, head.office], direction, textSize + 2)
  const opposite = side([head.otherMinistry, head.otherOffice], direction === 'rtl' ? 'ltr' : 'rtl', textSize - 1)
  const cells = isRoll ? [{ children: [...own, ...opposite] }] : [{ children: own }, { children: opposite }]
  return directedTable({
    direction,
    width: textWidth,
    columns: isRoll ? [1] : [0.52, 0.48],
    rows: [cells],
    lines: { bottom: heavy },
    padding: { block: 60, inline: 0 },
  })
}

export async function referenceTable(
  block: Extract<Block, { kind: 'reference' }>,
  model: LetterModel,
): Promise<Blocks> {
  const { direction, paper } = model
  const isRoll = paper === 'thermal'
  const { textSize, textWidth } = wordPage(model)
  const words = [
    directedParagraph(direction, bothLabels(block.label, block.other, model), isRoll ? centred : single),
    directedParagraph(
      direction,
      directedRuns(block.reference, 'ltr', { bold: true, size: textSize * 2 }),
      isRoll ? centred : single,
    ),
  ]
  const picture = directedParagraph(direction, [await codePicture(block)], {
    ...centred,
    alignment: isRoll ? 'center' : 'end',
  })
  const table = directedTable({
    direction,
    width: textWidth,
    columns: isRoll ? [1] : [0.68, 0.32],
    rows: [isRoll ? [{ children: [...words, picture] }] : [{ children: words }, { children: [picture] }]],
    lines: { top: heavy, bottom: heavy, ...(!isRoll && { sides: heavy }) },
    middle: true,
  })
  return [gap(model, 6), table, gap(model, 6)]
}

const codePixels = 118

async function codePicture({ code }: Extract<Block, { kind: 'reference' }>): Promise<ParagraphChild> {
  return new ImageRun({
    type: 'png',
    data: await qrPng(code.content),
    transformation: { width: codePixels, height: codePixels },
    // Numbered here: the writer's own count goes on from one file to the next.
    altText: { id: '1', name: 'QR', description: code.label },
  })
}

function bothLabels(label: string, other: string | null, model: LetterModel): readonly ParagraphChild[] {
  const { textSize } = wordPage(model)
  const own = directedRuns(other === null ? label : `${label}  `, model.direction, { bold: true })
  return other === null
    ? own
    : [...own, ...directedRuns(other, directionOf(other), { size: textSize - 2, color: quietInk })]
}

export function factsTable(rows: readonly FactRow[], model: LetterModel): Blocks {
  const { direction, kind } = model
  const isReceipt = kind === 'receipt'
  const table = directedTable({
    direction,
    width: wordPage(model).textWidth,
    columns: isReceipt ? [0.46, 0.54] : [0.32, 0.68],
    ...(kind === 'case_file' && { padding: { block: 0, inline: 80 } }),
    rows: rows.map((row, place) => [
      {
        children: [
          directedParagraph(direction, bothLabels(row.label, row.otherLabel, model), {
            ...single,
            keepNext: isKept(place, rows.length),
          }),
        ],
        ...(!isReceipt && { shade: 'F1F1F1' }),
      },
      { children: [valueParagraph(row, model)] },
    ]),
    lines: isReceipt
      ? { bottom: grey, between: grey }
      : { top: grey, bottom: grey, sides: grey, between: grey, betweenColumns: grey },
  })
  const [before, after] = kind === 'case_file' ? [1, 3] : [10, 8]
  return isReceipt ? [table] : [gap(model, before, true), table, gap(model, after)]
}

function valueParagraph(row: FactRow, model: LetterModel, look: RunLook = {}): Paragraph {
  return directedParagraph(model.direction, lineRuns(row.value, model.direction, { bold: row.strong, ...look }), single)
}

/** Number and date, at the end side of the page. */
export function docketTable(rows: readonly FactRow[], model: LetterModel): Blocks {
  const { direction } = model
  const size = wordPage(model).textSize - 1
  const table = directedTable({
    direction,
    width: wordPage(model).textWidth,
    columns: [0.67, 0.09, 0.24],
    padding: { block: 0, inline: 40 },
    rows: rows.map((row) => [
      { children: [gap(model, 1)] },
      {
        children: [
          directedParagraph(direction, directedRuns(`${row.label}:`, direction, { bold: true, size }), single),
        ],
      },
      { children: [valueParagraph(row, model, { size })] },
    ]),
  })
  return [gap(model, 8), table, gap(model, 2)]
}

export function secretTable(block: Extract<Block, { kind: 'secret' }>, model: LetterModel): Blocks {
  const { direction } = model
  const { textSize, textWidth } = wordPage(model)
  const code = directedRuns(block.code, 'ltr', { bold: true, size: textSize + 7 })
  const table = directedTable({
    direction,
    width: textWidth,
    columns: [0.55, 0.45],
    middle: true,
    rows: [
      [
        { children: [directedParagraph(direction, bothLabels(block.label, block.other, model), single)] },
        { children: [directedParagraph(direction, code, { ...single, alignment: AlignmentType.END })] },
      ],
    ],
  })
  return [gap(model, 6), table, gap(model, 4)]
}

/** Word draws one frame around neighbours with equal borders, and only such a frame may break across pages. */
export function framedTable(block: Extract<Block, { kind: 'quote' | 'box' }>, model: LetterModel): Blocks {
  const { direction, kind } = model
  const { textSize, textWidth } = wordPage(model)
  const isBox = block.kind === 'box'
  const size = isBox && kind !== 'receipt' ? textSize - 1 : textSize
  const heading = directedParagraph(direction, directedRuns(block.title, direction, { bold: true, size }), {
    spacing: { line: 240, after: isBox ? 0 : 100 },
    keepNext: true,
  })
  const lines = block.lines.map((line) => {
    const own = lineDirection(line, direction)
    const frame = isBox ? {} : { border: quoteFrame, indent: { start: 120, end: 120 } }
    return directedParagraph(own, lineRuns(line, own, { size }), {
      spacing: { line: 240, after: isBox ? 0 : 60 },
      ...frame,
    })
  })
  if (!isBox) return [heading, ...lines, gap(model, 4)]
  const table = directedTable({
    direction,
    width: textWidth,
    columns: [1],
    padding: { block: 80, inline: 160 },
    rows: [[{ children: [heading, ...lines] }]],
    lines: { top: ink, bottom: ink, sides: ink },
  })
  return [gap(model, 8), table, gap(model, 2)]
}

export function signatureTable(block: Extract<Block, { kind: 'signature' }>, model: LetterModel): Blocks {
  const { direction } = model
  const isArabic = model.language === 'ar'
  const place = isArabic ? centred : single
  const name =
    block.name === null
      ? []
      : [
          directedParagraph(direction, lineRuns([{ kind: 'value', text: block.name }], direction, { bold: true }), {
            ...place,
            spacing: { before: 700, line: 240 },
          }),
        ]
  const table = directedTable({
    direction,
    width: wordPage(model).textWidth,
    columns: isArabic ? [0.55, 0.45] : [1],
    padding: { block: 30, inline: 0 },
    rows: [
      [
        ...(isArabic ? [{ children: [gap(model, 1)] }] : []),
        { children: [directedParagraph(direction, directedRuns(block.title, direction), place), ...name] },
      ],
    ],
  })
  return [table]
}
