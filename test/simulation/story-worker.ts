import { parentPort } from 'node:worker_threads'
import { must } from '#shared/lib/assert.ts'
import { knowSignatures } from './known-signatures.ts'
import { planOf } from './plan.ts'
import { tellStory } from './run-seed.ts'
import type { Ask } from './pool.ts'

/* One thread of the pool: tells the stories it is asked for, one at a time. */
knowSignatures()
const port = must(parentPort, 'a worker has a parent')

port.on('message', ({ seed, length, fault }: Ask) => {
  void tellStory(planOf(seed, length), fault).then(({ trace, broken, commits }) =>
    port.postMessage({ seed, trace, broken, commits }),
  )
})
