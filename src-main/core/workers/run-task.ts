/**
 * Runs a named task in a worker thread. Idle threads are kept (two at most, they do not hold the process) because
 * loading a parser costs more than most of its work. A cancelled task first gets the chance to end by itself; one that
 * does not listen, or outlives its time limit, loses its thread.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { TaskInput, TaskName, TaskOutput } from './all-tasks.ts'
import type { FromWorker, TaskPlace, ToWorker } from './task.ts'

export interface TaskOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  readonly timeLimitMs?: number
  /** Hears the cancel and cleans up behind itself, so its thread is left to end it, however long that takes. */
  readonly endsItself?: boolean
}

/** Why a task gave no answer. */
export class TaskEnded extends Error {
  readonly reason: 'cancelled' | 'timed-out' | 'crashed'

  constructor(reason: TaskEnded['reason'], options?: ErrorOptions) {
    super(`task ${reason}`, options)
    this.reason = reason
  }
}

const idleKept = 2
const graceMs = 1000
/** A file made to fill the memory ends its own thread, not the core. */
const resourceLimits = { maxOldGenerationSizeMb: 1536 }
const idle: Worker[] = []

/** For the work behind a contract: whoever stopped it gets the refusal that says so. */
export function refuseCancelled(error: unknown): Result<never> {
  if (error instanceof TaskEnded && error.reason === 'cancelled') return refuse('cancelled')
  throw error
}

/** In: the opened folder, the task's name and input. Out: its answer. Throws what the task threw, or `TaskEnded`. */
export function runTask<Name extends TaskName>(
  place: TaskPlace,
  name: Name,
  { input, ...options }: { readonly input: TaskInput<Name> } & TaskOptions,
): Promise<TaskOutput<Name>> {
  if (options.signal?.aborted === true) return Promise.reject(new TaskEnded('cancelled'))
  return new Promise((resolve, reject) => {
    const run = startRun(options, { resolve: (output) => resolve(output as TaskOutput<Name>), reject })
    const { folder, key, db } = place
    db?.settle()
    const message: ToWorker = { kind: 'run', name, input, place: { folder, key }, cancelled: run.cancelled }
    run.worker.postMessage(message)
  })
}

/** Ends the threads that wait for work; before a data folder is closed for good. */
export async function stopIdleWorkers(): Promise<void> {
  await Promise.all(idle.splice(0).map((worker) => worker.terminate()))
}

interface Run {
  readonly worker: Worker
  readonly cancelled: SharedArrayBuffer
}

interface Answer {
  resolve(output: unknown): void
  reject(error: unknown): void
}

function startRun(options: TaskOptions, answer: Answer): Run {
  const worker = idle.pop() ?? startWorker()
  worker.ref()
  const cancelled = new SharedArrayBuffer(4)
  const timers: NodeJS.Timeout[] = []
  const settle = (ended: () => void, keep: boolean): void => {
    for (const timer of timers) clearTimeout(timer)
    options.signal?.removeEventListener('abort', cancel)
    // One by one: removing all would take Node's own listeners with them, and the thread would never be heard again.
    worker.off('message', hear).off('error', crash).off('exit', exit)
    if (keep) keepIdle(worker)
    else void worker.terminate()
    ended()
  }
  const endIn = (ms: number, reason: TaskEnded['reason']): void => {
    timers.push(setTimeout(() => settle(() => answer.reject(new TaskEnded(reason)), false), ms))
  }
  const cancel = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1)
    worker.postMessage({ kind: 'cancel' } satisfies ToWorker)
    if (options.endsItself !== true) endIn(graceMs, 'cancelled')
  }
  const hear = (message: FromWorker): void => {
    if (message.kind === 'progress') options.onProgress?.(message.done, message.total)
    else if (message.kind === 'done') settle(() => answer.resolve(message.output), true)
    else settle(() => answer.reject(message.error), true)
  }
  const crash = (cause: unknown): void => settle(() => answer.reject(new TaskEnded('crashed', { cause })), false)
  const exit = (): void => settle(() => answer.reject(new TaskEnded('crashed')), false)
  worker.on('message', hear).on('error', crash).on('exit', exit)
  options.signal?.addEventListener('abort', cancel)
  if (options.timeLimitMs !== undefined) endIn(options.timeLimitMs, 'timed-out')
  return { worker, cancelled }
}

function startWorker(): Worker {
  const worker = new Worker(entryFile(), { resourceLimits })
  worker.on('exit', () => {
    const index = idle.indexOf(worker)
    if (index >= 0) idle.splice(index, 1)
  })
  return worker
}

function keepIdle(worker: Worker): void {
  if (idle.length >= idleKept) return void worker.terminate()
  worker.unref()
  idle.push(worker)
}

/** Source and build have the same folders; only the ending differs. */
function entryFile(): string {
  const source = join(import.meta.dirname, 'worker-entry.ts')
  return existsSync(source) ? source : join(import.meta.dirname, 'worker-entry.cjs')
}
