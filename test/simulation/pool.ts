import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { FaultName } from './faults.ts'
import type { Told } from './run-seed.ts'

export interface Ask {
  readonly seed: number
  readonly length: number
  readonly fault: FaultName | null
}

export type Heard = Pick<Told, 'seed' | 'trace' | 'broken' | 'commits'>

export interface Stories {
  readonly from: number
  readonly seeds: number
  readonly length: number
  readonly fault?: FaultName | null
  readonly workers: number
  /** After each story. Out: whether to go on. */
  readonly heard: (story: Heard) => boolean
}

/** Most of a story is short-lived: with a nursery of V8's own size a fifth of its time goes into sweeping it. */
const nursery = ['--min-semi-space-size=32', '--max-semi-space-size=64']

/** Tells many stories on several threads, each as it would be told alone. Ends with the last, or when told to stop. */
export async function tellMany(stories: Stories): Promise<void> {
  const { from, seeds, workers } = stories
  nursery.forEach(setFlagsFromString)
  let [next, going] = [from, true]
  const ask = (): number | null => (going && next < from + seeds ? next++ : null)
  const stop = (): void => void (going = false)
  await Promise.all(Array.from({ length: Math.min(workers, seeds) }, () => oneThread(stories, ask, stop)))
}

function oneThread(
  { length, fault = null, heard }: Stories,
  ask: () => number | null,
  stop: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('story-worker.ts', import.meta.url), { execArgv: [] })
    const goOn = (): void => {
      const seed = ask()
      if (seed === null) void worker.terminate().then(() => resolve())
      else worker.postMessage({ seed, length, fault } satisfies Ask)
    }
    worker.on('message', (story: Heard) => {
      if (!heard(story)) stop()
      goOn()
    })
    worker.on('error', reject)
    goOn()
  })
}
