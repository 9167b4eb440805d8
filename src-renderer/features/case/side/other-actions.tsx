import { useRef } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { keysOf, useKeys } from '#renderer/ui/use-keys.ts'
import type { OpenStep } from '../opened-step.ts'
import { offeredSteps } from '../steps/offered-steps.ts'
import { useOwnWords } from '../steps/own-words.ts'
import { refusedStep } from '../steps/refused-step.ts'
import type { StepName } from '../steps/step-names.ts'
import { stepGroups } from '../steps/step-entry.ts'
import { steps } from '../steps/step-table.ts'
import css from './other-actions.module.css'

interface OtherActionsProps {
  readonly view: CaseView
  readonly onStep: OpenStep
}

/** Every other step that is open now, by subject, each with its keys; the same steps stand in the palette. */
export function OtherActions({ view, onStep }: OtherActionsProps) {
  const { t } = useSpeech()
  const ofOwn = useOwnWords()
  const box = useRef<HTMLDetailsElement>(null)
  const offered = offeredSteps(view)
  const group = t(messages.keysCase)
  const shortcuts = offered.flatMap((name) => {
    const { key, label } = steps[name]
    return key === null || refusedStep(view, name) !== null
      ? []
      : [{ id: `step-${name}`, code: 'KeyA', next: key, label: t(ofOwn(label)), group, run: () => onStep(name) }]
  })
  const show = () => {
    if (box.current !== null) box.current.open = true
    box.current?.querySelector('summary')?.focus()
  }
  useKeys([{ id: 'other-actions', code: 'Period', label: t(messages.otherActions), group, run: show }, ...shortcuts])
  const groups = stepGroups
    .map((one) => ({ group: one, names: offered.filter((name) => steps[name].group === one) }))
    .filter(({ names }) => names.length > 0)
  if (groups.length === 0) return null
  const take = (name: StepName) => {
    if (box.current !== null) box.current.open = false
    onStep(name)
  }
  return (
    <details ref={box} className={css['box']}>
      <summary className={css['summary']}>
        <Icon name="more" size={18} />
        <span>{t(messages.otherActions)}</span>
        <KeyHint keys={['.']} />
      </summary>
      {groups.map(({ group: one, names }) => (
        <ActionGroup key={one} view={view} title={t(groupWords[one])} names={names} onTake={take} />
      ))}
    </details>
  )
}

const groupWords = {
  triage: messages.groupTriage,
  departments: messages.groupDepartments,
  reply: messages.groupReply,
  closing: messages.groupClosing,
  clock: messages.groupClock,
  complainant: messages.groupComplainant,
  case: messages.groupCase,
} as const

interface ActionGroupProps {
  readonly view: CaseView
  readonly title: string
  readonly names: readonly StepName[]
  readonly onTake: (name: StepName) => void
}

function ActionGroup({ view, title, names, onTake }: ActionGroupProps) {
  const { t, say } = useSpeech()
  const ofOwn = useOwnWords()
  return (
    <div className={css['group']}>
      <h3 className={css['title']}>{title}</h3>
      <ul className={css['list']} aria-label={title}>
        {names.map((name) => {
          const refused = refusedStep(view, name)
          return (
            <li key={name}>
              <button type="button" className={css['action']} disabled={refused !== null} onClick={() => onTake(name)}>
                <Icon name={steps[name].icon} size={16} />
                <span className={css['label']}>{t(ofOwn(steps[name].label))}</span>
                {refused === null && <StepKeys code={steps[name].key} />}
              </button>
              {refused !== null && <p className={css['refused']}>{say(refused)}</p>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function StepKeys({ code }: { readonly code: string | null }) {
  if (code === null) return null
  return (
    <span aria-hidden="true">
      <KeyHint keys={keysOf({ code: 'KeyA', next: code })} />
    </span>
  )
}
