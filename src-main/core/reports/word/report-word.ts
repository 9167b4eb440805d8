/**
 * Writes the report model as a Word file: right to left throughout in Arabic (bug 21), native charts with their tables,
 * contents with page numbers, fonts inside. Invariant: the same model gives the same bytes; no print date is in it (P4).
 */
import { BorderStyle, Document, Footer, Header, Packer, PageNumber, TextRun } from 'docx'
import type { IParagraphOptions, Paragraph, Table } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { directedParagraph, runOptions } from '#core/word/directed-runs.ts'
import { finishCharts } from '#core/word/finish-charts.ts'
import { finishDocx } from '#core/word/finish-docx.ts'
import { printFont, printFontFile } from '#core/word/print-fonts.ts'
import type { ReportModel } from '../report-model.ts'
import { aroundShortChapters, flowingChapters } from './flowing-chapters.ts'
import type { ChapterPlace, ReportBody } from './flowing-chapters.ts'
import { endsInGap, reportBlock } from './report-blocks.ts'
import { chapterHeading, contentsPage, coverPage } from './report-front.ts'
import { ink, reportPage, textSize } from './report-page.ts'
import { reportParagraph } from './report-runs.ts'

/** In: the model. Out: the bytes of its `.docx`. */
export async function reportWord(model: ReportModel): Promise<Uint8Array> {
  const fonts = [printFontFile('regular'), printFontFile('bold')]
  const alone = bodyOf(model, new Set())
  const { children, chapters } = aroundShortChapters(alone)
  const goesOn = flowingChapters(documentOf(model, children), chapters)
  const body = goesOn.size === 0 ? alone : bodyOf(model, goesOn)
  const document = documentOf(model, [...coverPage(model), ...contentsPage(model), ...body.children])
  const bytes = await finishCharts(await Packer.toBuffer(document), { direction: model.direction, at: model.asOf })
  return finishDocx(bytes, { direction: model.direction, at: model.asOf, fonts })
}

function documentOf(model: ReportModel, children: readonly (Paragraph | Table)[]): Document {
  return new Document({
    creator: model.cover.office,
    lastModifiedBy: model.cover.office,
    title: `${model.cover.title} – ${model.cover.period}`,
    styles: stylesOf(model),
    fonts: [{ name: printFont, data: printFontFile('regular'), bold: printFontFile('bold') }],
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: { page: reportPage, titlePage: true },
        headers: {
          default: headerOf(model),
          first: new Header({ children: [directedParagraph(model.direction, [])] }),
        },
        footers: {
          default: footerOf(model),
          first: new Footer({ children: [directedParagraph(model.direction, [])] }),
        },
        children,
      },
    ],
  })
}

function bodyOf({ sections, direction }: ReportModel, goesOn: ReadonlySet<string>): ReportBody {
  let charts = 0
  const children: (Paragraph | Table)[] = []
  const chapters: ChapterPlace[] = []
  sections.forEach((section, place) => {
    chapters.push({ id: section.id, start: children.length })
    const blocks = section.blocks.flatMap((block) => {
      if (block.kind === 'chart') charts += 1
      return reportBlock(block, direction, charts)
    })
    const [last, next] = [section.blocks.at(-1), sections[place + 1]]
    // Where a full page is followed by a chapter, the gap alone would make a blank one.
    const isFollowed = next !== undefined && !goesOn.has(next.id) && last !== undefined && endsInGap(last)
    const heading = chapterHeading(section, { direction, goesOn: goesOn.has(section.id) })
    children.push(heading, ...(isFollowed ? blocks.slice(0, -1) : blocks))
  })
  return { children, chapters }
}

function stylesOf(model: ReportModel) {
  const { rightToLeft: _, ...run } = runOptions(model.direction, { size: textSize.body, color: ink.text })
  const { rightToLeft: __, ...headingRun } = runOptions(model.direction, { size: 18, bold: true, color: ink.heading })
  return { default: { document: { run, paragraph: { spacing: { line: 260 } } }, heading1: { run: headingRun } } }
}

const rule = { style: BorderStyle.SINGLE, size: 4, space: 4, color: ink.rule }

function headerOf({ cover, direction }: ReportModel): Header {
  const text = `${cover.office} – ${cover.title} – ${cover.period} – ${cover.edition}`
  return new Header({
    children: [
      reportParagraph(text, direction, { border: { bottom: rule }, look: { size: textSize.small, color: ink.quiet } }),
    ],
  })
}

/** `page x of y`, fields that Word fills; the classification beside them. */
function footerOf({ cover, words, direction }: ReportModel): Footer {
  const look = runOptions(direction, { size: textSize.small, color: ink.quiet })
  const piece = (child: string): TextRun => new TextRun({ ...look, children: [child] })
  const children = [
    piece(`${words.page} `),
    piece(PageNumber.CURRENT),
    piece(` ${words.pageOf} `),
    piece(PageNumber.TOTAL_PAGES),
    piece(`  |  ${cover.classification}`),
  ]
  const options: IParagraphOptions = { alignment: 'center', border: { top: rule } }
  return new Footer({ children: [directedParagraph(direction, children, options)] })
}
