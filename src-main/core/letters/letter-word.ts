/**
 * Writes a paper as a Word file an official can still edit: real paragraphs and tables, right to left throughout (bug 21),
 * the fonts inside. Invariant: the same model gives the same bytes.
 */
import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, TextRun } from 'docx'
import type { ISectionOptions, Paragraph, ParagraphChild } from 'docx'
import { directedParagraph, runOptions } from '#core/word/directed-runs.ts'
import { finishDocx } from '#core/word/finish-docx.ts'
import { printFont, printFontFile } from '#core/word/print-fonts.ts'
import { letterMessages as messages } from '#shared/i18n/letters.ts'
import type { LetterModel, Line } from './letter-model.ts'
import { plain } from './letter-text.ts'
import { lineRuns } from './word-lines.ts'
import { wordBlock } from './word-blocks.ts'
import { wordPage } from './word-page.ts'
import { letterheadTable } from './word-tables.ts'

export async function letterWord(model: LetterModel): Promise<Uint8Array> {
  const blocks = await Promise.all(model.blocks.map((block) => wordBlock(block, model)))
  const document = new Document({
    creator: model.letterhead.office,
    lastModifiedBy: model.letterhead.office,
    title: model.title,
    styles: {
      default: { document: { run: defaultRun(model), paragraph: { spacing: { line: 240, lineRule: 'auto' } } } },
    },
    fonts: [{ name: printFont, data: printFontFile('regular'), bold: printFontFile('bold') }],
    sections: [
      {
        properties: { page: wordPage(model) },
        ...footers(model),
        children: [letterheadTable(model), ...blocks.flat(), lastParagraph(model)],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return finishDocx(bytes, {
    direction: model.direction,
    at: model.madeAt,
    fonts: [printFontFile('regular'), printFontFile('bold')],
  })
}

/** A body may not end with a table. */
function lastParagraph({ direction }: LetterModel): Paragraph {
  return directedParagraph(direction, [], { spacing: { line: 20, lineRule: 'exact' } })
}

function defaultRun(model: LetterModel): ReturnType<typeof runOptions> {
  const { rightToLeft: _, ...look } = runOptions(model.direction, { size: wordPage(model).textSize })
  return look
}

function footers(model: LetterModel): Pick<ISectionOptions, 'footers'> {
  const { smallSize } = wordPage(model)
  const rule = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '111111' }
  const contacts = contactLines(model).map((line, index) =>
    directedParagraph(model.direction, lineRuns(line, model.direction, { size: smallSize }), {
      alignment: AlignmentType.CENTER,
      spacing: { line: 240 },
      ...(index === 0 && { border: { top: rule } }),
    }),
  )
  return {
    footers: {
      default: new Footer({ children: model.paper === 'thermal' ? contacts : [...contacts, pageLine(model)] }),
    },
  }
}

/** On a sheet two of them share a line, on a roll each has its own. */
function contactLines({ contacts, paper }: LetterModel): readonly Line[] {
  const [first, second, ...rest] = contacts
  if (paper === 'thermal' || first === undefined || second === undefined) return contacts
  return [[...first, ...plain('   |   '), ...second], ...rest]
}

/** Page numbers are fields of Word, filled when the file is opened. */
function pageLine({ direction, language }: LetterModel): Paragraph {
  const look = runOptions(direction, { size: 8, color: '555555' })
  const fields: Readonly<Record<string, (typeof PageNumber)[keyof typeof PageNumber]>> = {
    page: PageNumber.CURRENT,
    pages: PageNumber.TOTAL_PAGES,
  }
  const children = messages.page[language].split(/\{(\w+)\}/).map((piece, index): ParagraphChild => {
    const field = index % 2 === 1 ? fields[piece] : undefined
    return new TextRun({ ...look, children: [field ?? piece] })
  })
  return directedParagraph(direction, children, { alignment: AlignmentType.CENTER, spacing: { line: 240 } })
}
