import type { papers } from '#shared/contract/desktop/shell.ts'

type Paper = (typeof papers)[number]

interface Micrometres {
  readonly width: number
  readonly height: number
}

/** The slip printer's roll is 80 mm wide; a slip that does not say how long it is gets this length. */
const sizes: Readonly<Record<Paper, Micrometres>> = {
  a5: { width: 148_000, height: 210_000 },
  a4: { width: 210_000, height: 297_000 },
  thermal: { width: 80_000, height: 200_000 },
}

const inch = 25_400

const slipLength = /@page\s*\{\s*size:\s*80mm\s+(\d{1,4})mm/

/** Size for a printer, in micrometres; a slip is as long as its own `@page` rule says. */
export function printerSize(paper: Paper, html: string): Micrometres {
  const millimetres = paper === 'thermal' ? slipLength.exec(html)?.[1] : undefined
  return millimetres === undefined ? sizes[paper] : { ...sizes[paper], height: Number(millimetres) * 1000 }
}

/** Size for a PDF, in inches. */
export const pdfSize = (paper: Paper): { readonly width: number; readonly height: number } => ({
  width: sizes[paper].width / inch,
  height: sizes[paper].height / inch,
})
