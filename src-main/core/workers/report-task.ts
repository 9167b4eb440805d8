import type { Result } from '#shared/lib/result.ts'
import type { ReportInput } from '../reports/report-input.ts'
import { makeReportTask } from '../reports/report-tasks.ts'
import type { ReportFile } from '../reports/task.ts'
import { runTask } from './run-task.ts'
import type { TaskContext } from './task.ts'

/** The quarterly report; its Word file is written in a thread of its own while this one writes the workbook. */
export function makeReport(input: ReportInput, context: TaskContext): Promise<Result<readonly ReportFile[]>> {
  const { signal } = context
  return makeReportTask(input, {
    ...context,
    writeWord: (model) => runTask(context, 'writeReportWord', { input: model, signal }),
  })
}
