import { TextRun } from 'docx'
import { directedParagraph, directedRuns, runOptions } from '#core/word/directed-runs.ts'
import type { Direction } from '#core/word/directed-pieces.ts'
import type { RunLook } from '#core/word/directed-runs.ts'
import { endedBrackets } from '#core/word/ended-brackets.ts'

/** A percentage with its sign is one word: cut from it, the sign would change sides from one number to the next,
 * and a bracket before it would stay behind at the end of the line. */
const percentage = /(\([+\-−]?\d[\d.,]*%\)|[+\-−]?\d[\d.,]*%)/u
const leftToRightMark = '\u200E'

/** In: one line, direction of its paragraph, look. Out: its runs; percentages whole and left to right. */
export function reportRuns(text: string, direction: Direction, look: RunLook = {}): readonly TextRun[] {
  if (direction === 'ltr') return directedRuns(text, direction, look)
  return endedBrackets(text)
    .split(percentage)
    .flatMap((piece, place) => {
      if (piece === '') return []
      if (place % 2 === 0) return directedRuns(piece, direction, look)
      return [new TextRun({ ...runOptions('ltr', look), text: leftToRightMark + piece + leftToRightMark })]
    })
}

export function reportParagraph(text: string, direction: Direction, { look = {}, ...options }: ParagraphLook = {}) {
  return directedParagraph(direction, reportRuns(text, direction, look), options)
}

export type ParagraphLook = NonNullable<Parameters<typeof directedParagraph>[2]> & { readonly look?: RunLook }
