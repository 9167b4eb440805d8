import { useEffect, useRef, useState } from 'react'
import type { JobView, ReportFile, StartReport } from '#shared/contract/desktop/reports.ts'
import { core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { failureOf } from '#renderer/client/errors.ts'

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly files: readonly ReportFile[] }
  | { readonly kind: 'failed'; readonly failure: Pick<Failure, 'code' | 'ar' | 'en'> }
  | { readonly kind: 'cancelled' }

export interface ReportExport {
  readonly state: ExportState
  /** Whether what was started last is an edition, and no draft. */
  readonly issues: boolean
  readonly start: (request: StartReport) => Promise<void>
  readonly cancel: () => void
  readonly clear: () => void
}

const askEveryMs = 250

/** One export at a time: started, watched until it ends, and stoppable. Leaving the page leaves it running in the core. */
export function useExport(): ReportExport {
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const [issues, setIssues] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  useWatchedJob(job, (view) => {
    setState(stateOf(view))
    if (view.kind !== 'running') setJob(null)
  })
  const fail = (error: unknown) => {
    setJob(null)
    setState({ kind: 'failed', failure: failureOf(error) })
  }
  // The start may not have been answered when somebody thinks better of it.
  const isUnwanted = useRef(false)
  const start = async (request: StartReport) => {
    isUnwanted.current = false
    setIssues(request.issue !== undefined)
    setState({ kind: 'running', step: 'start', done: 0, total: 0 })
    try {
      const started = await core.reports.start(request)
      setJob(started.job)
      if (isUnwanted.current) await core.reports.cancel({ job: started.job })
    } catch (error) {
      fail(error)
    }
  }
  const cancel = () => {
    isUnwanted.current = true
    if (job !== null) core.reports.cancel({ job }).catch(fail)
  }
  return { state, issues, start, cancel, clear: () => setState({ kind: 'idle' }) }
}

type ExportView = JobView<{ readonly files: readonly ReportFile[] }>

function stateOf(view: ExportView): ExportState {
  switch (view.kind) {
    case 'running':
      return view
    case 'done':
      return { kind: 'done', files: view.result.files }
    case 'failed':
      return { kind: 'failed', failure: view }
    case 'cancelled':
      return view
  }
}

/** Asks how a job stands until it has ended. A connection lost in between is asked over again. */
function useWatchedJob(job: string | null, onView: (view: ExportView) => void): void {
  const latest = useRef(onView)
  useEffect(() => {
    latest.current = onView
  })
  useEffect(() => {
    if (job === null) return
    let stopped = false
    const ask = async () => {
      const view = await core.reports
        .job({ job })
        .catch((error: unknown): ExportView => ({ kind: 'failed', ...failureOf(error) }))
      if (stopped) return
      latest.current(view)
      if (view.kind === 'running') setTimeout(() => void ask(), askEveryMs)
    }
    void ask()
    return () => {
      stopped = true
    }
  }, [job])
}
