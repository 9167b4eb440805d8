import { describe, expect, test } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { faults } from './faults.ts'
import type { FaultName } from './faults.ts'
import { tellMany } from './pool.ts'
import type { Heard } from './pool.ts'

/** Where the search begins: a seed that found the fault before. Plans change, so it goes on from there. */
const begins: Readonly<Record<FaultName, number>> = {
  'lost outcome': 41,
  'serial instead of counter': 3,
  'merge by arrival': 3,
  'forgotten fence': 1,
  'silent overwrite': 2,
  'never forgotten': 1,
  'missing dedupe': 5,
  'ack before commit': 1,
  'leaked identity': 1,
}

describe('stories find what somebody could build wrong', () => {
  test.for(Object.keys(faults) as FaultName[])(
    '%s is found within 1,000 seeds',
    { timeout: 1_800_000 },
    async (fault) => {
      let found: Heard | null = null
      let stories = 0
      const heard = (story: Heard): boolean => {
        stories += 1
        if (story.broken.length > 0) found ??= story
        return found === null
      }
      await tellMany({ from: begins[fault], seeds: 1000, length: 300, fault, workers: 1, heard })
      const { seed, broken } = must<Heard>(found as Heard | null, `${fault} breaks no promise in ${stories} stories`)
      console.log(`simulation: ${fault} found by seed ${seed}: ${broken[0]?.slice(0, 120)}`)
      expect(broken).not.toEqual([])
    },
  )
})
