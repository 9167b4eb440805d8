/** Measures and inks of the printed report. Lengths in twentieths of a point, sizes in points. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

export const reportPage = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(24),
    bottom: twips(22),
    left: twips(20),
    right: twips(20),
    header: twips(11),
    footer: twips(10),
  },
} as const

export const textWidth = twips(170)

/** Charts are placed in pixels, 96 to the inch. */
export const chartWidth = 636

export const ink = {
  text: '1C2733',
  heading: '17405C',
  quiet: '5B6770',
  /** Percentages over small bases: still readable on paper, plainly lighter than the rest. */
  faint: '7B858D',
  warning: '9A2B1E',
  rule: 'B8C4CC',
  headShade: 'E4ECF1',
  boxShade: 'F3F6F8',
} as const

/** Told apart by lightness too, and by pattern or marker (black-and-white printing). */
export const chartInks = ['17405C', '5B9AA8', 'D8A33C', '8A5A83'] as const

export const textSize = { body: 11, small: 9, table: 9, tile: 19 } as const

/**
 * In: points from line to line. Out: a paragraph's spacing that says so exactly: the page numbers of the contents are
 * counted when the file is written, and every program that opens it must come to the same pages.
 */
export const lineHeight = (points: number): { readonly line: number; readonly lineRule: 'exact' } => ({
  line: Math.round(points * 20),
  lineRule: 'exact',
})
