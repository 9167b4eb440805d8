import type { z } from 'zod'
import type { ReportFile, ReportRequest, StartReport } from '#shared/contract/desktop/reports.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReportInput } from '#core/reports/report-input.ts'
import { reportSteps } from '#core/reports/report-steps.ts'
import type { ReportFile as MadeFile } from '#core/reports/task.ts'
import { refuseCancelled, runTask } from '#core/workers/run-task.ts'
import { recordRead } from './audit.ts'
import { isDepartmentOnly, needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { issueReport, plannedIssue } from './issue-report.ts'
import type { JobControl } from './jobs.ts'
import type { Office } from './office.ts'
import { giveFiles } from './report-files.ts'
import { reportInput } from './report-input.ts'

export type Request = z.output<typeof ReportRequest>

export function allowedInput(office: Office, caller: Caller, request: Request): Result<ReportInput> {
  const allowed = needs(caller, 'report')
  if (!allowed.ok) return allowed
  // The report is the office's, on all departments; `report` in a department's group is for its own extract.
  return isDepartmentOnly(office, caller) ? refuse('not-allowed', { right: 'report' }) : reportInput(office, request)
}

/** Makes Word file, workbook and figures as a job: a draft, or where that is asked an edition that is kept (P4). */
export function startReport(
  office: Office,
  caller: Caller,
  { issue, outDir, edits, ...request }: z.output<typeof StartReport>,
): Result<{ job: string }> {
  const { overrideNote } = request
  const signed =
    overrideNote === undefined
      ? request
      : { ...request, overrideNote: `${overrideNote} – ${caller.user.name[request.language]}` }
  const input = allowedInput(office, caller, signed)
  if (!input.ok) return input
  const asked = { ...input.value, edits }
  if (issue !== undefined && request.office !== undefined) return refuse('report-of-one-office')
  const plan = issue === undefined ? ok(null) : plannedIssue(office, asked, issue.reason)
  if (!plan.ok) return plan
  recordRead(office, caller, { kind: 'exported', of: `report ${request.year}-${request.quarter}` })
  const work = async (control: JobControl): Promise<Result<{ files: readonly ReportFile[] }>> => {
    const make = (one: ReportInput) => madeFiles(office, one, control)
    const { signal } = control
    const files =
      plan.value === null ? await make(asked) : await issueReport(office, caller, { plan: plan.value, make, signal })
    return files.ok ? ok(await giveFiles(office, caller, { files: files.value, outDir })) : files
  }
  return ok({ job: office.jobs.start(caller.id, work) })
}

async function madeFiles(
  office: Office,
  input: ReportInput,
  { signal, onProgress }: JobControl,
): Promise<Result<readonly MadeFile[]>> {
  return runTask(office.store, 'makeReport', {
    input,
    signal,
    onProgress: (done, total) => onProgress(reportSteps[done] ?? 'done', done, total),
  }).catch(refuseCancelled)
}
