import { directionOf } from '#shared/text/direction.ts'
import type { Line } from './letter-model.ts'
import { textOf } from './letter-text.ts'

/**
 * A sentence of ours has the paper's direction, even where it begins with a field; one that people typed (a line of one
 * piece) has its own, so that an English quotation in an Arabic letter reads from the left (B-13).
 */
export function lineDirection(line: Line, base: 'rtl' | 'ltr'): 'rtl' | 'ltr' {
  return line.length === 1 ? directionOf(textOf(line), base) : base
}
