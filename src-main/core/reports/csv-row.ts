import { safeText } from './workbook/safe-text.ts'

/** One row with its end. Each cell is quoted, and marked as text where a spreadsheet would take it for a formula. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

const cell = (text: string): string => `"${safeText(text).replaceAll('"', '""')}"`
