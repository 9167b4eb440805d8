import type { JobView } from '#shared/contract/desktop/reports.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Result } from '#shared/lib/result.ts'

export interface JobControl {
  readonly signal: AbortSignal
  readonly onProgress: (step: string, done: number, total: number) => void
}

/** Long work with progress and cancel; a finished job keeps its answer until the next hundred have come. */
export interface Jobs {
  readonly start: <T>(owner: string, work: (control: JobControl) => Promise<Result<T>>) => string
  /** Who started it; null for an unknown one. */
  readonly ownerOf: (job: string) => string | null
  readonly view: (job: string) => JobView<unknown> | null
  readonly cancel: (job: string) => void
  readonly stopAll: () => void
}

const keptJobs = 100

export function createJobs(newId: () => string, onFault: (error: unknown) => string): Jobs {
  const views = new Map<string, JobView<unknown>>()
  const owners = new Map<string, string>()
  const aborts = new Map<string, AbortController>()
  const finish = (job: string, view: JobView<unknown>): void => {
    views.set(job, view)
    aborts.delete(job)
    for (const old of [...views.keys()].slice(0, Math.max(0, views.size - keptJobs)))
      if (!aborts.has(old)) {
        views.delete(old)
        owners.delete(old)
      }
  }
  const run = async <T>(
    job: string,
    abort: AbortController,
    work: (control: JobControl) => Promise<Result<T>>,
  ): Promise<void> => {
    const onProgress = (step: string, done: number, total: number): void => {
      if (aborts.has(job)) views.set(job, { kind: 'running', step, done, total })
    }
    try {
      const result = await work({ signal: abort.signal, onProgress })
      finish(job, abort.signal.aborted ? { kind: 'cancelled' } : viewOf(result))
    } catch (error) {
      finish(job, abort.signal.aborted ? { kind: 'cancelled' } : failed('internal-fault', { id: onFault(error) }))
    }
  }
  return {
    start: (owner, work) => {
      const job = newId()
      owners.set(job, owner)
      const abort = new AbortController()
      aborts.set(job, abort)
      views.set(job, { kind: 'running', step: 'start', done: 0, total: 1 })
      void run(job, abort, work)
      return job
    },
    ownerOf: (job) => owners.get(job) ?? null,
    view: (job) => views.get(job) ?? null,
    cancel: (job) => aborts.get(job)?.abort(),
    stopAll: () => {
      for (const abort of aborts.values()) abort.abort()
    },
  }
}

const viewOf = (result: Result<unknown>): JobView<unknown> =>
  result.ok ? { kind: 'done', result: result.value } : failed(result.refusal.code, result.refusal.params)

const failed = (
  code: Parameters<typeof refusalSentence>[0],
  params: Readonly<Record<string, string | number>>,
): JobView<unknown> => ({
  kind: 'failed',
  code,
  ar: refusalSentence(code, params, 'ar'),
  en: refusalSentence(code, params, 'en'),
})
