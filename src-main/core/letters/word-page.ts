import type { LetterModel } from './letter-model.ts'

interface WordPage {
  readonly size: { readonly width: number; readonly height: number }
  readonly margin: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
    readonly footer: number
  }
  /** Between the margins, in twentieths of a point as everything above. */
  readonly textWidth: number
  /** Points. */
  readonly textSize: number
  readonly smallSize: number
}

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

interface Sheet {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
  readonly bottom: number
  readonly textSize: number
}

const sheets: Readonly<Record<LetterModel['paper'], Sheet>> = {
  a4: { width: 210, height: 297, side: 20, top: 14, bottom: 24, textSize: 12 },
  a5: { width: 148, height: 210, side: 10, top: 9, bottom: 16, textSize: 9.5 },
  thermal: { width: 80, height: 260, side: 4, top: 4, bottom: 18, textSize: 9 },
}

export function wordPage({ paper, kind }: LetterModel): WordPage {
  const { width, height, side, top, bottom, textSize } = sheets[paper]
  return {
    size: { width: twips(width), height: twips(height) },
    margin: {
      top: twips(top),
      bottom: twips(bottom),
      left: twips(side),
      right: twips(side),
      footer: twips(paper === 'a4' ? 10 : 5),
    },
    textWidth: twips(width - 2 * side),
    // A file is long, and its cover is one page.
    textSize: kind === 'case_file' ? 10 : textSize,
    smallSize: kind === 'receipt' ? 8 : 9,
  }
}
