import type { JobView, ReportFile } from '#shared/contract/desktop/reports.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { answer, plainly } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Host } from './host.ts'
import { letterPrinted, makeLetterFor } from './letters.ts'
import { casesOfFigure, casesOfMonth, dashboard, previewReport } from './reports.ts'
import { keepEditedTexts, readEditedTexts } from './edited-texts.ts'
import { editionFiles, listEditions, mayReport } from './editions.ts'
import { startReport } from './make-report.ts'
import { reportedOffices } from './report-input.ts'
import type { Office } from './office.ts'
import type { Builder } from './router.ts'

/** A job answers only to whoever started it, and to the keeper of the machine: its files are the report itself. */
const isOwnJob = (office: Office, caller: Caller, job: string): boolean =>
  office.jobs.ownerOf(job) === caller.id || caller.rights.has('manage_store')

const lettersRouter = (os: Builder, host: Host) =>
  os.letters.router({
    make: os.letters.make.handler(({ input, context }) =>
      answer(host, context, (office, caller) => makeLetterFor(office, caller, input)),
    ),
    printed: os.letters.printed.handler(({ input, context }) =>
      answer(host, context, (office, caller) => letterPrinted(office, caller, input)),
    ),
  })

export function reportsRouter(os: Builder, host: Host) {
  return {
    letters: lettersRouter(os, host),
    reports: os.reports.router({
      dashboard: os.reports.dashboard.handler(({ input, context }) =>
        answer(host, context, (office, caller) => dashboard(office, caller, input)),
      ),
      casesOfMonth: os.reports.casesOfMonth.handler(({ input, context }) =>
        answer(host, context, (office, caller) => casesOfMonth(office, caller, input)),
      ),
      offices: os.reports.offices.handler(({ context }) =>
        answer(host, context, (office, caller) => {
          const allowed = mayReport(office, caller)
          return allowed.ok ? ok(reportedOffices(office.reference).map(({ id, name }) => ({ id, name }))) : allowed
        }),
      ),
      preview: os.reports.preview.handler(({ input, context }) =>
        answer(host, context, (office, caller) => previewReport(office, caller, input)),
      ),
      start: os.reports.start.handler(({ input, context }) =>
        answer(host, context, (office, caller) => startReport(office, caller, input)),
      ),
      job: os.reports.job.handler(({ input, context }) =>
        answer(host, context, (office, caller) => {
          const view = isOwnJob(office, caller, input.job) ? office.jobs.view(input.job) : null
          return view === null
            ? refuse('not-found', { what: 'job' })
            : ok(view as JobView<{ readonly files: readonly ReportFile[] }>)
        }),
      ),
      cancel: os.reports.cancel.handler(({ input, context }) =>
        plainly(host, context, (office, caller) => {
          if (isOwnJob(office, caller, input.job)) office.jobs.cancel(input.job)
          return null
        }),
      ),
      editedTexts: os.reports.editedTexts.handler(({ context }) => answer(host, context, readEditedTexts)),
      keepTexts: os.reports.keepTexts.handler(({ input, context }) =>
        answer(host, context, (office, caller) => keepEditedTexts(office, caller, input)),
      ),
      editions: os.reports.editions.handler(({ context }) => answer(host, context, listEditions)),
      editionFiles: os.reports.editionFiles.handler(({ input, context }) =>
        answer(host, context, (office, caller) => editionFiles(office, caller, input)),
      ),
      casesOf: os.reports.casesOf.handler(({ input, context }) =>
        answer(host, context, (office, caller) => casesOfFigure(office, caller, input)),
      ),
    }),
  }
}
