import { Icon } from './icon.tsx'
import { useWords } from './words.ts'
import css from './stage-bar.module.css'

export interface StageItem {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'current' | 'todo'
}

/** The stages of one thing, the present one marked by shape, weight and word. */
export function StageBar({ label, stages }: { readonly label: string; readonly stages: readonly StageItem[] }) {
  const words = useWords()
  return (
    <ol className={css['bar']} aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage.key}
          className={css['stage']}
          data-state={stage.state}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <span className={css['mark']} aria-hidden="true">
            {stage.state === 'done' ? <Icon name="check" size={14} /> : words.number(index + 1)}
          </span>
          <span className={css['label']}>{stage.label}</span>
          {stage.state !== 'todo' && (
            <span className="visually-hidden">
              ({stage.state === 'done' ? words.text.doneStage : words.text.currentStage})
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
