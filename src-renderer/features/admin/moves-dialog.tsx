import type { DuePreview } from '#shared/contract/desktop/admin.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { adminDueMoveMessages } from '#shared/i18n/admin-due-moves.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useRecount } from './use-recount.ts'
import css from './admin.module.css'

interface MovesDialogProps {
  readonly title: PlainMessage
  readonly confirm: PlainMessage
  readonly preview: DuePreview
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** What another calendar or other limits do to open cases, before they are saved; then how far their count is (B-30, W7, W9). */
export function MovesDialog({ title, confirm, preview, busy, onConfirm, onClose }: MovesDialogProps) {
  const { t } = useSpeech()
  const { moves, hidden } = preview
  const count = moves.length + hidden
  const actions = (
    <>
      <Button onClick={onClose}>{t(adminMessages.cancel)}</Button>
      <Button kind="primary" busy={busy} onClick={onConfirm}>
        {t(confirm)}
      </Button>
    </>
  )
  return (
    <Dialog opened onClose={onClose} title={t(title)} size="lg" actions={actions}>
      <Notice tone={count === 0 ? 'good' : 'warn'}>
        {count === 0 ? t(adminDueMoveMessages.movesNone) : t(adminDueMoveMessages.moves, { count })}
        {hidden > 0 && ` ${t(adminDueMoveMessages.movesHidden, { count: hidden })}`}
      </Notice>
      {busy && <CountProgress />}
      {moves.length > 0 && <Moves title={t(title)} moves={moves} />}
      <Text size="xs" quiet>
        {t(adminDueMoveMessages.movesNote)}
      </Text>
    </Dialog>
  )
}

function CountProgress() {
  const { t } = useSpeech()
  const recount = useRecount()
  return (
    <ProgressRow label={t(adminDueMoveMessages.recounting)} done={recount?.done ?? 0} total={recount?.total ?? null} />
  )
}

/** More are not read one by one. */
const mostShown = 500

function Moves({ title, moves }: { readonly title: string; readonly moves: DuePreview['moves'] }) {
  const { t, shortDateTime } = useSpeech()
  return (
    <div className={css['moves']}>
      <Table
        caption={title}
        rows={moves.slice(0, mostShown)}
        keyOf={(move) => move.reference}
        columns={[
          {
            key: 'reference',
            header: t(adminDueMoveMessages.reference),
            cell: (move) => <ReferenceNumber reference={move.reference} />,
          },
          {
            key: 'before',
            header: t(adminDueMoveMessages.before),
            cell: (move) => <bdi>{shortDateTime(move.before)}</bdi>,
          },
          {
            key: 'after',
            header: t(adminDueMoveMessages.after),
            cell: (move) => <bdi>{shortDateTime(move.after)}</bdi>,
          },
        ]}
      />
    </div>
  )
}
