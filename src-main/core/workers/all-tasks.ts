import type { Task, TaskContext } from './task.ts'

/** A task is loaded when it is first asked for: a thread that verifies has no business with image libraries. */
const task =
  <Input, Output>(load: () => Promise<Task<Input, Output>>) =>
  async (input: Input, context: TaskContext): Promise<Output> =>
    await (
      await load()
    )(input, context)

/** Everything that runs off the writer's thread, by name. */
export const allTasks = {
  verifyLog: task(async () => (await import('./store-tasks.ts')).verifyLog),
  checkLog: task(async () => (await import('./store-tasks.ts')).checkLog),
  checkpoint: task(async () => (await import('./store-tasks.ts')).checkpoint),
  readAudit: task(async () => (await import('./store-tasks.ts')).readAudit),
  readAuditSlice: task(async () => (await import('./store-tasks.ts')).readAuditSlice),
  filesInLog: task(async () => (await import('./store-tasks.ts')).filesInLog),
  hashStates: task(async () => (await import('./state-tasks.ts')).hashStates),
  compareTables: task(async () => (await import('./state-tasks.ts')).compareTables),
  buildAllTables: task(async () => (await import('./tables-task.ts')).buildAllTables),
  backUp: task(async () => (await import('./backup-tasks.ts')).backUp),
  rollBackup: task(async () => (await import('./backup-tasks.ts')).roll),
  attachFile: task(async () => (await import('../attachments/tasks.ts')).attachFile),
  readEmailFile: task(async () => (await import('../intake/tasks.ts')).readEmailFile),
  countScanPages: task(async () => (await import('../intake/tasks.ts')).countScanPages),
  makeReport: task(async () => (await import('./report-task.ts')).makeReport),
  writeReportWord: task(async () => (await import('../reports/word/report-word.ts')).reportWord),
  previewReport: task(async () => (await import('../reports/report-tasks.ts')).previewReportTask),
  casesOfFigure: task(async () => (await import('../reports/report-tasks.ts')).casesOfFigureTask),
  countDashboard: task(async () => (await import('../reports/report-tasks.ts')).countDashboardTask),
  casesOfMonth: task(async () => (await import('../reports/report-tasks.ts')).casesOfMonthTask),
  makeLetter: task(async () => (await import('../letters/letter-task.ts')).makeLetterTask),
  writePaper: task(async () => (await import('../letters/letter-task.ts')).writePaperTask),
  renderScanPage: task(async () => (await import('../intake/tasks.ts')).renderScanPage),
} as const

export type TaskName = keyof typeof allTasks
export type TaskInput<Name extends TaskName> = Parameters<(typeof allTasks)[Name]>[0]
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof allTasks)[Name]>>
