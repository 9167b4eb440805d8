import { Progress } from '@mantine/core'
import { Button } from './button.tsx'
import { useWords } from './words.ts'
import css from './progress-row.module.css'

export interface ProgressRowProps {
  readonly label: string
  readonly done: number
  /** null while it is not known how much there is. */
  readonly total: number | null
  readonly detail?: string
  readonly onCancel?: () => void
  readonly cancelLabel?: string
}

/** Long work: how far it is, and a way to stop it. */
export function ProgressRow({ label, done, total, detail, onCancel, cancelLabel }: ProgressRowProps) {
  const words = useWords()
  const percent = total === null || total === 0 ? 100 : Math.min(100, Math.round((done / total) * 100))
  return (
    <div className={css['row']}>
      <div className={css['head']}>
        <span className={css['label']}>{label}</span>
        <span className={css['detail']}>
          {detail ?? (total === null ? words.text.loading : <bdi>{`${words.number(percent)}%`}</bdi>)}
        </span>
      </div>
      <Progress.Root size="md" aria-label={label}>
        <Progress.Section value={percent} animated={total === null} striped={total === null} aria-label={label} />
      </Progress.Root>
      {onCancel !== undefined && (
        <Button size="xs" kind="quiet" icon="close" onClick={onCancel}>
          {cancelLabel ?? words.text.cancel}
        </Button>
      )}
    </div>
  )
}
