import { useState } from 'react'
import type { ReportRequest, StartReport } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx'
import { useEditedTexts } from './edited-texts.ts'
import { EditionsPanel } from './editions-panel.tsx'
import { ExportPanel } from './export-panel.tsx'
import { OverrideNote } from './override-note.tsx'
import { ReportActions } from './report-actions.tsx'
import { firstChoice, languageOf, requestOf } from './report-choice.ts'
import { ReportForm } from './report-form.tsx'
import { ReportPreview } from './report-preview.tsx'
import { useReports } from './reports-store.ts'
import { useExport } from './use-export.ts'

const notAsked: ReportRequest = { kind: 'quarterly', year: 2000, quarter: 1 }

/** When the oldest case here came in; a report of a quarter before it would be empty. */
function useOldest(): Instant | null | undefined {
  const oldest = { queue: 'all', sort: 'received', descending: false, page: { offset: 0, limit: 1 } } as const
  const { data } = useCoreQuery(api.cases.queue.queryOptions({ input: oldest }))
  return data === undefined ? undefined : (data.lines[0]?.receivedAt ?? null)
}

/** Choose a quarter, look at its report, export it as a draft or issue it (K-09, P4, P6). The choice stays while its figures' cases are looked at. */
export function ReportsScreen() {
  const { t, settings } = useSpeech()
  const now = useNow()
  const kept = useReports()
  const oldest = useOldest()
  const choice = kept.choice ?? firstChoice(now, settings.zone, oldest)
  const [note, setNote] = useState('')
  const job = useExport()
  // What is on the screen follows the language at once; another quarter is asked for.
  const request = kept.request && { ...kept.request, language: languageOf(choice, settings) }
  const query = useCoreQuery(api.reports.preview.queryOptions({ input: request ?? notAsked }), {
    enabled: request !== null,
  })
  const blocked =
    query.data?.reconciled === false ||
    (job.state.kind === 'failed' && job.state.failure.code === 'report-not-reconciled')
  const asked = requestOf(choice, settings)
  const preview = () => {
    job.clear()
    kept.keep({ choice, request: requestOf(choice, settings) })
  }
  // Not before its own texts are known: none of them may be missing in the file.
  const { edits } = useEditedTexts(asked ?? notAsked)
  const noted: StartReport | null =
    asked === null || edits === undefined
      ? null
      : {
          ...asked,
          ...(note.trim() === '' ? {} : { overrideNote: note.trim() }),
          // What was written otherwise was written of all offices.
          edits: asked.office === undefined ? [...edits] : [],
        }
  const issued = useCoreQuery(api.reports.editions.queryOptions({ input: {} })).data ?? []
  const actions = (
    <ReportActions
      asked={noted}
      editions={issued}
      job={job}
      blocked={blocked && note.trim() === ''}
      looked={request !== null}
    />
  )
  return (
    <Page title={t(words.title)} subtitle={t(words.subtitle)} actions={actions}>
      <ReportForm
        choice={choice}
        onChange={(next) => kept.keep({ choice: next })}
        onPreview={preview}
        busy={request !== null && query.isFetching}
      />
      <ExportPanel job={job} />
      {blocked && <OverrideNote note={note} onChange={setNote} />}
      <EditionsPanel editions={issued} />
      {request === null ? (
        <EmptyState icon="file" title={t(words.before)} text={t(words.beforeText)} />
      ) : (
        <AsyncView query={query} skeleton={<SkeletonRows count={8} />}>
          {(data) => (
            <ReportPreview request={request} model={data.model} figures={data.figures} reconciled={data.reconciled} />
          )}
        </AsyncView>
      )}
    </Page>
  )
}
