import { Bookmark, HeadingLevel, ImageRun, InternalHyperlink, PageReference } from 'docx'
import type { Paragraph, Table } from 'docx'
import type { Direction } from '#core/word/directed-pieces.ts'
import { directedParagraph } from '#core/word/directed-runs.ts'
import { directedTable } from '#core/word/directed-table.ts'
import type { ReportModel, Section } from '../report-model.ts'
import { readLogo } from '#shared/domain/lists/office-logo.ts'
import { boxOf } from './report-blocks.ts'
import { ink, textSize, textWidth } from './report-page.ts'
import { reportParagraph, reportRuns } from './report-runs.ts'

type Blocks = readonly (Paragraph | Table)[]

const centred = { alignment: 'center' as const }

/** Cover: institution, title, period, edition, classification, data scope, room for signatures. */
export function coverPage({ cover, direction }: ReportModel): Blocks {
  const say = (text: string, [size, before]: readonly [number, number], color: string = ink.heading): Paragraph =>
    reportParagraph(text, direction, {
      ...centred,
      spacing: { before, line: 280 },
      look: { size, bold: size > 13, color },
    })
  return [
    ...(cover.logo === null ? [] : logoOf(cover.logo)),
    say(cover.ministry, [16, cover.logo === null ? 400 : 160]),
    ...(cover.office === cover.ministry ? [] : [say(cover.office, [14, 60])]),
    say(cover.title, [30, cover.logo === null ? 1300 : 700]),
    say(cover.period, [18, 120]),
    say(`${cover.edition}  |  ${cover.classification}`, [12, 200], ink.quiet),
    ...(cover.warning === null ? [] : [say(cover.warning, [14, 240], ink.warning)]),
    reportParagraph('', direction, { spacing: { before: 600 } }),
    ...boxOf({ title: cover.scope.title, lines: cover.scope.brief, numbered: null }, direction),
    reportParagraph('', direction, { spacing: { before: 400 } }),
    signatures({ cover, direction }),
  ]
}

/** Pixels, 96 to the inch: as high as three lines of the ministry's name, and no wider than a third of the page. */
const logoRoom = { width: 230, height: 96 } as const

function logoOf(logo: string): Blocks {
  const data = Buffer.from(logo, 'base64')
  const picture = readLogo(data)
  if (!picture.ok) return []
  const { kind, width, height } = picture.value
  const scale = Math.min(logoRoom.width / width, logoRoom.height / height)
  const image = new ImageRun({
    type: kind,
    data,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { id: logoId, name: 'logo', title: '', description: '' },
  })
  // Its line grows with it: a height of its own would cut the picture.
  return [directedParagraph('ltr', [image], { ...centred, spacing: { before: 0, after: 60 } })]
}

/** Charts are numbered from 1. */
const logoId = '900'

function signatures({ cover, direction }: Pick<ReportModel, 'cover' | 'direction'>): Table {
  const rule = { size: 6, color: ink.rule }
  return directedTable({
    direction,
    width: textWidth,
    columns: cover.signatures.map(() => 1 / cover.signatures.length),
    padding: { block: 100, inline: 100 },
    rows: [
      cover.signatures.map(({ role, space }) => ({
        children: [
          reportParagraph(role, direction, {
            ...centred,
            look: { bold: true, size: textSize.body, color: ink.heading },
          }),
          reportParagraph('', direction, { spacing: { line: 900, lineRule: 'exact' } }),
          reportParagraph(space, direction, { ...centred, look: { size: 8, color: ink.quiet } }),
        ],
      })),
    ],
    lines: { top: rule, bottom: rule, sides: rule, betweenColumns: rule },
  })
}

/** Static contents: they stand in the file with their page numbers, and nothing is asked when it is opened (bug 21). */
export function contentsPage({ words, sections, direction }: ReportModel): Blocks {
  const heading = reportParagraph(words.contents, direction, {
    pageBreakBefore: true,
    spacing: { after: 240 },
    look: { bold: true, size: 18, color: ink.heading },
  })
  const table = directedTable({
    direction,
    width: textWidth,
    columns: [0.88, 0.12],
    padding: { block: 70, inline: 60 },
    rows: sections.map((section) => [
      { children: [entry(section, direction)] },
      { children: [pageOf(section, direction)] },
    ]),
    lines: { between: { size: 4, color: ink.rule } },
  })
  return [heading, table]
}

function entry(section: Section, direction: Direction): Paragraph {
  const children = reportRuns(section.title, direction, { size: textSize.body + 0.5, color: ink.text })
  return directedParagraph(direction, [new InternalHyperlink({ anchor: bookmarkOf(section), children })])
}

const pageOf = (section: Section, direction: Direction): Paragraph =>
  directedParagraph(direction, [new PageReference(bookmarkOf(section))], { alignment: 'center' })

const bookmarkOf = ({ id }: Section): string => `section_${id.replaceAll('-', '_')}`

interface ChapterLook {
  readonly direction: Direction
  /** Below the chapter before, and not on a page of its own. */
  readonly goesOn: boolean
}

/** Its heading carries the bookmark that the contents point to. */
export function chapterHeading(section: Section, { direction, goesOn }: ChapterLook): Paragraph {
  const children = reportRuns(section.title, direction, { bold: true, size: 18, color: ink.heading })
  return directedParagraph(direction, [new Bookmark({ id: bookmarkOf(section), children })], {
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: !goesOn,
    keepNext: true,
    spacing: { before: goesOn ? 360 : 0, after: 200 },
  })
}
