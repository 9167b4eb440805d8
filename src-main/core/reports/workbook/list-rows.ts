/*
 * Rows of a long list as the text of their sheet. A workbook's writer makes an object with a style of every cell, which
 * for a quarter's cases takes longer than all figures together; here a cell is one piece of text, and its look is that
 * of its column. An empty cell is not written at all.
 */
import { must } from '#shared/lib/assert.ts'
import type { Cell } from '../report-model.ts'
import { wallClockMs } from './cell-value.ts'
import { safeText } from './safe-text.ts'

interface ListRows {
  readonly rows: Iterable<readonly Cell[]>
  readonly zone: string
}

/** In: a sheet that ends after its head, rows, zone of the dates in them. Out: the sheet with the rows below its head. */
export function withRows(sheet: string, { rows, zone }: ListRows): string {
  const end = sheet.indexOf('</sheetData>')
  const columns = columnsOf(sheet)
  const texts: string[] = []
  let number = sheet.slice(0, end).split('<row ').length
  for (const cells of rows) {
    texts.push(rowText(cells, { number, columns, zone }))
    number += 1
  }
  return `${sheet.slice(0, end)}${texts.join('')}${sheet.slice(end)}`
}

interface ListColumn {
  readonly letter: string
  /** ` s="…"` of the column, or nothing. */
  readonly style: string
}

/** Letters and looks of the columns, as the writer numbered them. */
function columnsOf(sheet: string): readonly ListColumn[] {
  const columns: ListColumn[] = []
  for (const [, from, to, rest] of sheet.matchAll(/<col min="(\d+)" max="(\d+)"([^>]*)>/g)) {
    const style = /\bstyle="(\d+)"/.exec(rest ?? '')?.[1]
    for (let number = Number(from); number <= Number(to); number += 1)
      columns.push({ letter: letterOf(number), style: style === undefined ? '' : ` s="${style}"` })
  }
  return columns
}

/** Lists have few columns. */
const letterOf = (number: number): string =>
  must('ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number - 1], 'a list has at most 26 columns')

interface RowPlace {
  readonly number: number
  readonly columns: readonly ListColumn[]
  readonly zone: string
}

function rowText(cells: readonly Cell[], { number, columns, zone }: RowPlace): string {
  let text = `<row r="${number}">`
  cells.forEach((cell, place) => {
    const { letter, style } = must(columns[place], 'a cell stands in a column')
    text += cellText(cell, `<c r="${letter}${number}"${style}`, zone)
  })
  return `${text}</row>`
}

function cellText({ kind, text, value }: Cell, start: string, zone: string): string {
  if (value !== null && kind === 'date') return `${start}><v>${serialOf(wallClockMs(String(value), zone))}</v></c>`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  const shown = safeText(value ?? text)
  return shown === '' ? '' : `${start} t="str"><v>${xmlText(shown)}</v></c>`
}

const dayMs = 86_400_000
/** Days from the first day of a workbook's dates to 1 January 1970. */
const serialOf = (ms: number): number => 25_569 + ms / dayMs

/** Signs with a meaning in XML are written otherwise, those it may not hold are left out. */
function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>]/g, (sign) => escapes[sign as keyof typeof escapes])
}

// oxlint-disable-next-line no-control-regex -- the signs that XML does not allow are meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// oxlint-disable-next-line no-control-regex -- as above, and those that are written otherwise
const special = /[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const
