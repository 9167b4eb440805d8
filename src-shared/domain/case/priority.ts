import { z } from 'zod'
import { complexities, importances, priorities } from './codes.ts'
import type { Complexity, Importance, Priority } from './codes.ts'

/** Priority by importance and complexity; an office edits it (L-09). */
export const PriorityMatrix = z.record(z.enum(importances), z.record(z.enum(complexities), z.enum(priorities)))
export type PriorityMatrix = z.infer<typeof PriorityMatrix>

export const shippedPriorities: PriorityMatrix = {
  low: { routine: 'low', complex: 'low', critical: 'high' },
  medium: { routine: 'normal', complex: 'normal', critical: 'urgent' },
  high: { routine: 'high', complex: 'high', critical: 'urgent' },
}

/** In: the matrix, two axes. Out: the computed priority (L-09); the channel plays no part (C-03). */
export function priorityFor(matrix: PriorityMatrix, importance: Importance, complexity: Complexity): Priority {
  return matrix[importance][complexity]
}
