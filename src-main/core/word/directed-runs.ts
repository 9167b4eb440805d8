/**
 * Runs and paragraphs of a Word file that read right in Arabic and in English: direction per paragraph, and per run the
 * right-to-left flag, the complex-script font, size and weight, and the language (bug 21, B-13).
 */
import { Paragraph, TextRun } from 'docx'
import type { IParagraphOptions, IRunOptions, ParagraphChild } from 'docx'
import { directedPieces } from './directed-pieces.ts'
import type { Direction } from './directed-pieces.ts'
import { printFont } from './print-fonts.ts'

export interface RunLook {
  /** Points; the size of the style where it is left out. */
  readonly size?: number
  readonly bold?: boolean
  /** Six hex digits. */
  readonly color?: string
  readonly font?: string
}

const [leftToRightMark, rightToLeftMark] = ['\u200E', '\u200F'] as const

/** In: one line of text, the direction of its paragraph, how it looks. Out: its runs, one a direction. */
export function directedRuns(text: string, base: Direction, look: RunLook = {}): readonly TextRun[] {
  return directedPieces(text, base).map(({ text: piece, direction }) => {
    const shown = direction === base ? piece : marked(piece, direction)
    return new TextRun({ ...runOptions(direction, look), text: shown })
  })
}

/** The flags of a run of one direction; for fields and pictures beside text. */
export function runOptions(direction: Direction, look: RunLook = {}): IRunOptions {
  const font = look.font ?? printFont
  const { size, bold = false, color } = look
  return {
    rightToLeft: direction === 'rtl',
    font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
    language: { value: 'en-GB', bidirectional: 'ar-SA' },
    bold,
    boldComplexScript: bold,
    ...(size !== undefined && { size: size * 2, sizeComplexScript: size * 2 }),
    ...(color !== undefined && { color }),
  }
}

/** A paragraph of one direction. */
export function directedParagraph(
  direction: Direction,
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children' | 'bidirectional'> = {},
): Paragraph {
  // Without its rule, LibreOffice takes the line height for an exact one and cuts what is higher.
  const spacing = options.spacing === undefined ? {} : { spacing: { lineRule: 'auto' as const, ...options.spacing } }
  return new Paragraph({ alignment: 'start', ...options, ...spacing, bidirectional: direction === 'rtl', children })
}

/** LibreOffice goes by the characters and not by the run's flag; a mark on both ends tells it the same. */
function marked(piece: string, direction: Direction): string {
  const letter = direction === 'ltr' ? latin : arabic
  if (letter.test(piece.charAt(0)) && letter.test(piece.slice(-1))) return piece
  const mark = direction === 'ltr' ? leftToRightMark : rightToLeftMark
  return mark + piece + mark
}

const latin = /\p{Script=Latin}/u
const arabic = /[\p{Script=Arabic}\p{M}]/u
