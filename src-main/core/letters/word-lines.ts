import type { ParagraphChild } from 'docx'
import { directedRuns } from '#core/word/directed-runs.ts'
import type { RunLook } from '#core/word/directed-runs.ts'
import type { Direction } from '#core/word/directed-pieces.ts'
import { endedBrackets } from '#core/word/ended-brackets.ts'
import { directionOf } from '#shared/text/direction.ts'
import type { Line } from './letter-model.ts'

/** The runs of a line. Word knows no isolation, so a field's own direction becomes that of its runs. */
export function lineRuns(line: Line, base: Direction, look: RunLook = {}): readonly ParagraphChild[] {
  return line.flatMap((span) =>
    directedRuns(endedBrackets(span.text), span.kind === 'value' ? directionOf(span.text, base) : base, look),
  )
}
