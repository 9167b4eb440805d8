import type { AuditFilter } from '#shared/contract/desktop/audit.ts'
import { auditMessages as messages } from '#shared/i18n/audit.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { PrintFrame } from '#renderer/ui/print-frame.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { useAuditColumns } from './audit-columns.tsx'

/** What one print holds. */
const most = 500

interface PrintDialogProps {
  readonly filter: AuditFilter
  readonly onClose: () => void
}

/** The lines in sight as a paper. */
export function PrintDialog({ filter, onClose }: PrintDialogProps) {
  const { t, direction } = useSpeech()
  const columns = useAuditColumns()
  const query = useCoreQuery(api.audit.list.queryOptions({ input: { ...filter, page: { offset: 0, limit: most } } }))
  return (
    <Dialog opened onClose={onClose} title={t(messages.printTitle)} size="xl">
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {({ total, lines }) => (
          <PrintFrame size="A4" title={t(messages.title)} direction={direction}>
            <h2>{t(messages.title)}</h2>
            <p>{total > most ? t(messages.printMost, { count: most }) : t(messages.count, { count: total })}</p>
            <Table caption={t(messages.list)} columns={columns} rows={lines} keyOf={(line) => line.id} />
          </PrintFrame>
        )}
      </AsyncView>
    </Dialog>
  )
}
