/** What a report does, in order; told while it is made. */
export const reportSteps = ['facts', 'figures', 'files', 'done'] as const
export type ReportStep = (typeof reportSteps)[number]
