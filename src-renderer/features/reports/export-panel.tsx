import type { ReportFile } from '#shared/contract/desktop/reports.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { ReportFileList } from './report-file-list.tsx'
import type { ReportExport } from './use-export.ts'

const steps: Readonly<Record<string, PlainMessage>> = {
  start: words.stepStart,
  facts: words.stepFacts,
  figures: words.stepFigures,
  files: words.stepFiles,
  done: words.stepFiles,
}

/** How the export stands: progress with a way to stop it, then the files (UI rule 8). */
export function ExportPanel({ job }: { readonly job: ReportExport }) {
  const { t, say } = useSpeech()
  const { state } = job
  switch (state.kind) {
    case 'idle':
      return null
    case 'running':
      return (
        <Panel>
          <ProgressRow
            label={`${t(job.issues ? words.issuing : words.exporting)}: ${t(steps[state.step] ?? words.stepStart)}`}
            done={state.done}
            total={state.total === 0 ? null : state.total}
            onCancel={job.cancel}
            cancelLabel={t(words.cancel)}
          />
        </Panel>
      )
    case 'cancelled':
      return (
        <Notice tone="warn" live>
          {t(words.cancelled)}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="bad" title={t(job.issues ? words.notIssued : words.failed)} live>
          {say(state.failure)}
        </Notice>
      )
    case 'done':
      return <Files files={state.files} />
  }
}

function Files({ files }: { readonly files: readonly ReportFile[] }) {
  const { t } = useSpeech()
  return (
    <Notice tone="good" title={t(words.done)} live>
      <ReportFileList files={files} />
    </Notice>
  )
}
