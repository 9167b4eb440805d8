import { useState } from 'react'
import type { AuditLine } from '#shared/contract/desktop/audit.ts'
import { auditMessages as messages } from '#shared/i18n/audit.ts'
import { changeMessages } from '#shared/i18n/changes.ts'
import { api, core } from '#renderer/client/core.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { useCoreAction, usePagedRows } from '#renderer/client/use-core.ts'
import { ChangeLines } from '#renderer/parts/change-lines.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#renderer/ui/states.tsx'
import { Subject, useAuditColumns } from './audit-columns.tsx'
import type { AuditChoice } from './audit-filter.ts'
import { filterOf, noChoice } from './audit-filter.ts'
import { FilterForm } from './filter-form.tsx'
import { PrintDialog } from './print-dialog.tsx'
import css from './audit.module.css'

/** Who read and changed what, for whoever holds the right to know (G-06, R-08). */
export function AuditScreen() {
  const { t } = useSpeech()
  const { has } = useSession()
  return (
    <SettingsPage section="audit" subtitle={t(messages.note)}>
      {has('audit') && <Audit />}
    </SettingsPage>
  )
}

/** Rows of a spreadsheet below the one with the names of its columns. */
const mostRows = 1_048_575

function Audit() {
  const { t, say, settings, language } = useSpeech()
  const [choice, setChoice] = useState<AuditChoice>(noChoice)
  const [printing, setPrinting] = useState(false)
  const filter = filterOf(choice, settings.zone)
  const take = useCoreAction(core.audit.export)
  const [file, setFile] = useState<{ readonly name: string; readonly url: string; readonly lines: number } | null>(null)
  const exportAll = async () => setFile(await take.run({ ...filter, language }))
  const change = (part: Partial<AuditChoice>) => {
    setChoice({ ...choice, ...part })
    setFile(null)
  }
  return (
    <>
      <FilterForm
        choice={choice}
        onChange={change}
        actions={
          <>
            <Button icon="print" onClick={() => setPrinting(true)}>
              {t(messages.print)}
            </Button>
            <Button icon="download" busy={take.busy} onClick={() => void exportAll()}>
              {t(messages.export)}
            </Button>
          </>
        }
      />
      {take.refusal !== null && (
        <Notice tone="bad" live>
          {say(take.refusal)}
        </Notice>
      )}
      {file !== null && (
        <Notice tone="good" live title={t(messages.exported, { name: file.name })}>
          <p>{t(messages.exportedLines, { count: file.lines })}</p>
          {file.lines > mostRows && <p>{t(messages.exportedMany)}</p>}
          <Button size="xs" icon="download" href={fileUrl(file.url)}>
            {t(messages.download, { name: file.name })}
          </Button>
        </Notice>
      )}
      <Lines key={JSON.stringify(filter)} filter={filter} />
      {printing && <PrintDialog filter={filter} onClose={() => setPrinting(false)} />}
    </>
  )
}

function Lines({ filter }: { readonly filter: ReturnType<typeof filterOf> }) {
  const { t } = useSpeech()
  const columns = useAuditColumns()
  const [opened, setOpened] = useState<AuditLine | null>(null)
  const rows = usePagedRows({
    queryFor: (page) => api.audit.list.queryOptions({ input: { ...filter, page } }),
    total: ({ total }) => total,
    rows: ({ lines }) => lines,
  })
  if (rows.isPending && rows.count === 0) return <SkeletonRows count={8} />
  if (rows.error !== null && rows.count === 0)
    return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
  if (rows.count === 0) return <EmptyState icon="search" title={t(messages.none)} text={t(messages.noneText)} />
  const open = (line: AuditLine) => {
    const { subject, changes } = line
    if (changes.length > 0) return setOpened(line)
    if (subject.kind === 'case') navigate(paths.case(subject.reference))
    if (subject.kind === 'person') navigate(paths.person(subject.id))
  }
  return (
    <>
      <p className={css['count']} role="status">
        {t(messages.count, { count: rows.count })}
      </p>
      <div className={css['list']}>
        <DataList<AuditLine>
          label={t(messages.list)}
          columns={columns}
          count={rows.count}
          rowAt={rows.rowAt}
          keyOf={(line) => line.id}
          onOpen={open}
          onRange={rows.onRange}
        />
      </div>
      {opened !== null && (
        <Dialog opened onClose={() => setOpened(null)} title={t(changeMessages.changes)}>
          <Subject subject={opened.subject} />
          <ChangeLines changes={opened.changes} />
        </Dialog>
      )}
    </>
  )
}
