import type { ParagraphChild } from 'docx'
import { directedRuns } from '#core/word/directed-runs.ts'
import type { RunLook } from '#core/word/directed-runs.ts'
import type { Direction } from '#core/word/directed-pieces.ts'
import { directionOf } from '#shared/text/direction.ts'
import type { Line } from './letter-model.ts'

/** The runs of a line. Word knows no isolation, so a field's own direction becomes that of its runs. */
export function lineRuns(line: Line, base: Direction, look: RunLook = {}): readonly ParagraphChild[] {
  return line.flatMap((span) =>
    directedRuns(endable(span.text), span.kind === 'value' ? directionOf(span.text, base) : base, look),
  )
}

/**
 * Where no line may end inside a date, LibreOffice cuts it before a number all the same, and a bracket that stands before
 * the number stays at the end of the line, turned round. Behind the first number in brackets a line may therefore end.
 */
const endable = (text: string): string => text.replaceAll(/(\([\d٠-٩]{1,2})\u00A0/g, '$1 ')
