/*
 * A short chapter goes on below the one before where it fits there whole: else that one would end with a small table
 * alone on its last page, and this one be half a page. Room is left over, so that every program that opens the file
 * comes to the same pages as the contents say, though some draw a line higher than others.
 */
import type { Document, Paragraph, Table } from 'docx'
import { layoutDocument } from 'docx/layout'
import type { BlockLayout } from 'docx/layout'
import { reportPage } from './report-page.ts'

/** Sections 7, 9 and 11: each a sentence and two small tables; and annexes of one table, often a small one. */
const short: ReadonlySet<string> = new Set(['s7', 's9', 's11', 'annex-services', 'annex-quality'])

/** Of the height of a page's text: what stays free, and how far down a long table may begin. */
const [leftOver, roomy] = [0.08, 0.6]

/** The last chapter, a table of some pages that is never laid out here. */
const long = 'annex-definitions'

export interface ChapterPlace {
  readonly id: string
  /** Of its heading among the paragraphs and tables of the document. */
  readonly start: number
}

export interface ReportBody {
  readonly children: readonly (Paragraph | Table)[]
  readonly chapters: readonly ChapterPlace[]
}

/**
 * In: the body with every chapter on a page of its own. Out: the part of it that decides which go on: from the chapter
 * before the first short one to the end of the last. As each begins a page, what stands around it changes nothing, and
 * laying it all out would take as long as all else of the file.
 */
export function aroundShortChapters({ children, chapters }: ReportBody): ReportBody {
  const first = chapters.findIndex(({ id }) => short.has(id))
  const last = chapters.findLastIndex(({ id }) => short.has(id))
  if (first < 0) return { children: [], chapters: [] }
  const own = chapters.slice(Math.max(0, first - 1), last + 2)
  const from = own[0]?.start ?? 0
  const to = chapters[last + 1]?.start ?? children.length
  return {
    children: children.slice(from, to),
    chapters: own.map(({ id, start }) => ({ id, start: start - from })),
  }
}

/** In: the document with every chapter on a page of its own, where its chapters are. Out: ids of those that go on instead. */
export function flowingChapters(document: Document, chapters: readonly ChapterPlace[]): ReadonlySet<string> {
  const { pages } = layoutDocument(document, { guess: true })
  const goesOn = new Set<string>()
  let reached = height
  chapters.forEach(({ id, start }, place) => {
    const end = chapters[place + 1]?.start
    if (end === undefined) {
      if (id === long && reached <= roomy * height) goesOn.add(id)
      return
    }
    const own = pages.filter(({ body }) => body.some(({ index }) => index >= start && index < end))
    const fill = filled(own.at(-1)?.body ?? [])
    const fits = short.has(id) && own.length === 1 && reached + fill + leftOver * height <= height
    if (fits) goesOn.add(id)
    reached = fits ? reached + fill : fill
  })
  return goesOn
}

const perPixel = 1440 / 96
const { size, margin } = reportPage
const [top, height] = [margin.top / perPixel, (size.height - margin.top - margin.bottom) / perPixel]

/** How far down the text of a page reaches. */
const filled = (body: readonly BlockLayout[]): number =>
  Math.max(0, ...body.flatMap(parts).map(({ y, height: tall }) => y + tall - top))

const parts = (block: BlockLayout): readonly { readonly y: number; readonly height: number }[] =>
  block.type === 'table' ? block.rows : block.lines
