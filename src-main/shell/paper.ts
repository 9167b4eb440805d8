import type { papers } from '#shared/contract/desktop/shell.ts'

type Paper = (typeof papers)[number]

interface Micrometres {
  readonly width: number
  readonly height: number
}

/** The slip printer's roll is 80 mm wide; its length is what the slip needs at most. */
const sizes: Readonly<Record<Paper, Micrometres>> = {
  a5: { width: 148_000, height: 210_000 },
  a4: { width: 210_000, height: 297_000 },
  thermal: { width: 80_000, height: 200_000 },
}

const inch = 25_400

/** Size for a printer, in micrometres. */
export const printerSize = (paper: Paper): Micrometres => sizes[paper]

/** Size for a PDF, in inches. */
export const pdfSize = (paper: Paper): { readonly width: number; readonly height: number } => ({
  width: sizes[paper].width / inch,
  height: sizes[paper].height / inch,
})
