import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { must } from '#shared/lib/assert.ts'

/** A table as rows of its cells' words, whatever it was read from. */
export type ReadTable = readonly (readonly string[])[]

const decoded = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

// Marks that keep numbers in order inside Arabic are not part of the words.
export const withoutMarks = (text: string): string => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').trim()

const wordsIn = (xml: string): string =>
  withoutMarks(decoded([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join('')))

/** In: bytes of a .docx. Out: the rows of all its tables and the whole text. */
export async function readWord(
  bytes: Uint8Array,
): Promise<{ readonly rows: ReadTable; readonly text: string; readonly charts: number }> {
  const zip = await JSZip.loadAsync(bytes)
  const xml = await must(zip.file('word/document.xml'), 'a Word file has a document').async('string')
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) => wordsIn(cell)),
  )
  return {
    rows,
    text: wordsIn(xml),
    charts: Object.keys(zip.files).filter((name) => /word\/charts\/chart[^/]*\.xml$/.test(name)).length,
  }
}

export interface ReadWorkbook {
  readonly sheet: (name: string) => readonly (readonly unknown[])[]
  readonly texts: readonly string[]
  /** Cells that a spreadsheet program would run. */
  readonly formulas: number
}

/** In: bytes of an .xlsx. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  const rowsOf = (sheet: ExcelJS.Worksheet): unknown[][] => {
    const rows: unknown[][] = []
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    return rows
  }
  const cells = workbook.worksheets.flatMap((sheet) => rowsOf(sheet).flat())
  return {
    sheet: (name) => rowsOf(must(workbook.getWorksheet(name), `sheet ${name}`)),
    texts: cells.filter((cell) => typeof cell === 'string'),
    formulas: cells.filter(
      (cell) => typeof cell === 'object' && cell !== null && ('formula' in cell || 'hyperlink' in cell),
    ).length,
  }
}
