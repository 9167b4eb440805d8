import type { CalendarPreview } from '#shared/contract/desktop/admin.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import css from './admin.module.css'

interface MovesDialogProps {
  readonly moves: CalendarPreview['moves']
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** What the new calendar does to open cases, before it is saved (B-30, W9). */
export function MovesDialog({ moves, busy, onConfirm, onClose }: MovesDialogProps) {
  const { t, shortDateTime } = useSpeech()
  const actions = (
    <>
      <Button onClick={onClose}>{t(words.cancel)}</Button>
      <Button kind="primary" busy={busy} onClick={onConfirm}>
        {t(words.confirmCalendar)}
      </Button>
    </>
  )
  return (
    <Dialog opened onClose={onClose} title={t(words.reviewTitle)} size="lg" actions={actions}>
      <Notice tone={moves.length === 0 ? 'good' : 'warn'}>
        {moves.length === 0 ? t(words.movesNone) : t(words.moves, { count: moves.length })}
      </Notice>
      {moves.length > 0 && (
        <div className={css['moves']}>
          <Table
            caption={t(words.reviewTitle)}
            rows={moves}
            keyOf={(move) => move.reference}
            columns={[
              {
                key: 'reference',
                header: t(words.reference),
                cell: (move) => <ReferenceNumber reference={move.reference} />,
              },
              { key: 'before', header: t(words.before), cell: (move) => <bdi>{shortDateTime(move.before)}</bdi> },
              { key: 'after', header: t(words.after), cell: (move) => <bdi>{shortDateTime(move.after)}</bdi> },
            ]}
          />
        </div>
      )}
      <Text size="xs" quiet>
        {t(words.movesNote)}
      </Text>
    </Dialog>
  )
}
