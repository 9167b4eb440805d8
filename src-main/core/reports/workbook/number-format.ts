/*
 * A workbook shows of a number what the printed report says of it: `5 of 8 (62.5%) «provisional»`, `20 working minutes`.
 * The cell holds the number alone, so that it can be calculated with; the words around it are its format.
 */
import { assertNever } from '#shared/lib/assert.ts'
import type { Cell } from '../report-model.ts'

/** In: a cell whose value is a number or a date. Out: the format that shows it as it is printed; null for text. */
export function numberFormat({ kind, text, value }: Cell): string | null {
  switch (kind) {
    case 'text':
      return null
    case 'number':
      if (Number.isInteger(value)) return '#,##0'
      return /\.\d$/.test(text) ? '#,##0.0' : '#,##0.0#'
    case 'ratio':
      return around(text, /[-−]?\d[\d,]*(\.\d+)?%/u, ([, decimals]) => (decimals === undefined ? '0%' : '0.0%'))
    case 'days':
      return typeof value === 'number' && value >= 1
        ? around(text, /^\d[\d,]*(\.\d+)?(?=\s)/u, ([, decimals]) => (decimals === undefined ? '0' : '0.0'))
        : literal(text)
    case 'date':
      return 'yyyy-mm-dd hh:mm'
    default:
      return assertNever(kind)
  }
}

/** The number where it stands in the text, the rest as it is; digits that no format writes are shown as they were printed. */
function around(text: string, number: RegExp, formatOf: (found: RegExpExecArray) => string): string {
  const found = number.exec(text)
  if (found === null) return literal(text)
  const after = text.slice(found.index + found[0].length)
  return `${literal(text.slice(0, found.index))}${formatOf(found)}${literal(after)}`
}

const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)
