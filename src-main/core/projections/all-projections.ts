import type { Projection } from '#core/store/projection.ts'
import { searchProjection } from '#core/search/search-projection.ts'
import { casesProjection } from './cases-projection.ts'
import { peopleProjection } from './people-projection.ts'

/** Every table that is derived from the log. */
export const allProjections: readonly Projection[] = [casesProjection, peopleProjection, searchProjection]
