import type { KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import type { OpenedStep } from '../opened-step.ts'
import { keepOf } from '../opened-step.ts'
import { useOwnWords } from '../steps/own-words.ts'
import { steps } from '../steps/step-table.ts'
import { forgetKept } from '../steps/use-kept.ts'
import css from './step-panel.module.css'

interface StepPanelProps {
  readonly view: CaseView
  readonly opened: OpenedStep
  readonly onDone: (message: string) => void
  readonly onClose: () => void
}

/** A field that takes the focus scrolls to its own; a form is shown with its heading, and further down only to keep that field in sight. */
function showFromTop(form: HTMLElement | null): void {
  const around = form?.closest('aside')
  if (!form || !around) return
  around.scrollTop = 0
  if (document.activeElement !== form && form.contains(document.activeElement))
    document.activeElement?.scrollIntoView({ block: 'nearest' })
}

/** The form of the open step, beside the case it is about. */
export function StepPanel({ view, opened, onDone, onClose }: StepPanelProps) {
  const { t } = useSpeech()
  const ofOwn = useOwnWords()
  const { session } = useSession()
  const { label, form: Form } = steps[opened.name]
  const keep = keepOf(session.user.id, view.line.id, opened)
  const box = useRef<HTMLDivElement>(null)
  // A form that gives no field the focus takes it itself, so that keys and screen readers are where the eye is.
  useEffect(() => {
    if (box.current?.contains(document.activeElement) === false) box.current.focus({ preventScroll: true })
    showFromTop(box.current)
  }, [])
  const done = (message: string) => {
    forgetKept(keep)
    onDone(message)
  }
  const close = (event: KeyboardEvent) => {
    // The first Escape belongs to an open list of choices.
    const isListOpen = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Escape' && !event.defaultPrevented && !isListOpen) onClose()
  }
  return (
    <div ref={box} className={css['form']} tabIndex={-1} onKeyDown={close} role="group" aria-label={t(ofOwn(label))}>
      <Panel
        title={t(ofOwn(label))}
        tone="accent"
        actions={<IconButton icon="close" size="sm" label={t(messages.closeForm)} onClick={onClose} />}
      >
        <Form key={keep} view={view} target={opened.target} keep={keep} onDone={done} onCancel={onClose} />
      </Panel>
    </div>
  )
}
