/**
 * The first file of a worker thread. Runs as source under Node (types stripped) and, bundled, as `worker-entry.cjs`
 * in the same folder of the build; `run-task.ts` takes whichever stands beside it. One task at a time.
 */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { must } from '#shared/lib/assert.ts'
import { openReader } from '../store/open-store.ts'
import { allTasks } from './all-tasks.ts'
import type { FromWorker, Task, ToWorker } from './task.ts'

// Linux counts each thread by itself: a report gives way to the clerk who saves. Elsewhere this would slow the whole core.
if (process.platform === 'linux') setPriority(5)

const port = must(parentPort, 'this file is started as a worker')
let abort = new AbortController()

const tell = (message: FromWorker): void => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'cancel') abort.abort()
  else void run(message)
})

async function run({ name, input, place, cancelled }: Extract<ToWorker, { kind: 'run' }>): Promise<void> {
  abort = new AbortController()
  const flag = new Int32Array(cancelled)
  const task = (allTasks as Readonly<Record<string, Task<never, unknown>>>)[name]
  try {
    const output = await must(task, `there is a task ${name}`)(input as never, {
      ...place,
      openReader: () => openReader(place),
      onProgress: throttled((done, total) => tell({ kind: 'progress', done, total })),
      signal: abort.signal,
      isCancelled: () => Atomics.load(flag, 0) === 1,
    })
    tell({ kind: 'done', output })
  } catch (error) {
    tell({ kind: 'failed', error })
  }
}

const quietMs = 50

/** A message for every row would cost more than the row. */
function throttled(report: (done: number, total: number) => void): (done: number, total?: number) => void {
  let last = 0
  return (done, total = 1) => {
    const now = performance.now()
    if (now - last < quietMs && done < total) return
    last = now
    report(done, total)
  }
}
