import { AlignmentType, BorderStyle } from 'docx'
import type { IParagraphOptions, Paragraph, Table } from 'docx'
import { directedParagraph, directedRuns } from '#core/word/directed-runs.ts'
import type { RunLook } from '#core/word/directed-runs.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { contentTable } from './word-content-table.ts'
import type { Block, LetterModel, Line } from './letter-model.ts'
import { plain } from './letter-text.ts'
import { lineDirection } from './line-direction.ts'
import { lineRuns } from './word-lines.ts'
import { wordPage } from './word-page.ts'
import {
  docketTable,
  factsTable,
  framedTable,
  quietInk,
  referenceTable,
  secretTable,
  signatureTable,
} from './word-tables.ts'

type ParagraphLook = Omit<IParagraphOptions, 'children' | 'bidirectional'>

/** A block as paragraphs and tables of Word. */
export async function wordBlock(block: Block, model: LetterModel): Promise<readonly (Paragraph | Table)[]> {
  switch (block.kind) {
    case 'title':
      return titleParagraphs(block, model)
    case 'heading':
      return [headingParagraph(block, model)]
    case 'table':
      return contentTable(block, model)
    case 'reference':
      return referenceTable(block, model)
    case 'facts':
      return factsTable(block.rows, model)
    case 'docket':
      return docketTable(block.rows, model)
    case 'secret':
      return secretTable(block, model)
    case 'quote':
    case 'box':
      return framedTable(block, model)
    case 'signature':
      return signatureTable(block, model)
    case 'notice':
    case 'addressee':
    case 'subject':
    case 'paragraph':
    case 'small':
    case 'closing': {
      const { look, options } = sentenceLook(block.kind, model)
      const direction = lineDirection(block.line, model.direction)
      return [directedParagraph(direction, lineRuns(block.line, direction, look), options)]
    }
    default:
      return assertNever(block)
  }
}

type Sentence = Extract<Block, { readonly line: Line }>['kind']

function sentenceLook(kind: Sentence, model: LetterModel): { readonly look: RunLook; readonly options: ParagraphLook } {
  const { textSize } = wordPage(model)
  const frame = { style: BorderStyle.DASHED, size: 8, space: 2, color: '111111' }
  const looks: Readonly<Record<Sentence, { readonly look: RunLook; readonly options: ParagraphLook }>> = {
    notice: {
      look: { bold: true },
      options: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 160, line: 240 },
        border: { top: frame, bottom: frame, left: frame, right: frame },
      },
    },
    addressee: { look: { bold: true, size: textSize + 1 }, options: { spacing: { before: 200 } } },
    subject: {
      look: { bold: true },
      options: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 160 } },
    },
    paragraph: { look: {}, options: { spacing: { before: 120 } } },
    small: { look: { size: textSize - 2 }, options: { spacing: { before: 120 } } },
    closing: {
      look: {},
      options: {
        alignment: model.language === 'ar' ? AlignmentType.CENTER : AlignmentType.START,
        spacing: { before: 280, after: 160 },
        keepNext: true,
      },
    },
  }
  return looks[kind]
}

function titleParagraphs(block: Extract<Block, { kind: 'title' }>, model: LetterModel): readonly Paragraph[] {
  const { textSize } = wordPage(model)
  const texts = block.other === null ? [block.text] : [block.text, block.other]
  return texts.map((text, index) => {
    const direction = lineDirection(plain(text), model.direction)
    const look = index === 0 ? { bold: true, size: textSize + 4 } : { size: textSize - 1, color: quietInk }
    return directedParagraph(direction, lineRuns(plain(text), direction, look), {
      alignment: AlignmentType.CENTER,
      spacing: { before: index === 0 ? 120 : 0, line: 240 },
    })
  })
}

function headingParagraph(block: Extract<Block, { kind: 'heading' }>, model: LetterModel): Paragraph {
  const { level, text, onNewPage } = block
  const { direction } = model
  const { textSize } = wordPage(model)
  return directedParagraph(direction, directedRuns(text, direction, { bold: true, size: textSize + 4 - level * 2 }), {
    // In Word's list of headings, without the colours of its own heading styles.
    outlineLevel: level - 1,
    pageBreakBefore: onNewPage,
    keepNext: true,
    spacing: { before: onNewPage ? 0 : 520 - level * 180, after: 80, line: 240 },
    ...(level === 1 && { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color: '111111' } } }),
  })
}
