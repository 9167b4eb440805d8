import { useState } from 'react'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { forgetKept, useKept } from '../steps/use-kept.ts'
import css from './note-composer.module.css'

/**
 * The composer of internal notes. It has its own place, colour, word and key, and writes nothing else: what is typed
 * here can never become a reply to the citizen (UI-4).
 */
export function NoteComposer({ caseId }: { readonly caseId: string }) {
  const { t } = useSpeech()
  const { session } = useSession()
  const keep = `${session.user.id}:${caseId}:note:`
  const [round, setRound] = useState(0)
  const saved = () => {
    forgetKept(keep)
    setRound(round + 1)
    showToast({ tone: 'good', text: t(messages.noteSaved) })
  }
  useKeys([
    {
      id: 'internal-note',
      code: 'KeyN',
      label: t(messages.note),
      group: t(caseMessages.keysCase),
      run: () => document.querySelector<HTMLTextAreaElement>('[data-note-composer] textarea')?.focus(),
    },
  ])
  return (
    <div className={css['composer']} data-note-composer>
      <NoteFields key={round} keep={keep} caseId={caseId} onSaved={saved} />
    </div>
  )
}

interface NoteFieldsProps {
  readonly keep: string
  readonly caseId: string
  readonly onSaved: () => void
}

function NoteFields({ keep, caseId, onSaved }: NoteFieldsProps) {
  const { t, say } = useSpeech()
  const { value, set } = useKept(keep, { text: '' })
  const action = useCoreAction(core.desk.addNote, onSaved)
  const isEmpty = value.text.trim() === ''
  const save = () => {
    if (!isEmpty && !action.busy) void action.run({ case: caseId, text: value.text })
  }
  const errors = action.refusal === null ? [] : [{ field: 'internal-note', message: say(action.refusal) }]
  return (
    <div onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save()} role="presentation">
      <Form label={t(messages.note)} errors={errors} onSubmit={save}>
        <TextAreaField
          name="internal-note"
          label={t(messages.note)}
          hint={t(messages.noteHint)}
          rows={1}
          value={value.text}
          maxLength={20_000}
          onChange={(text) => set({ text })}
        />
        {!isEmpty && (
          <div className={css['actions']}>
            <Button size="xs" type="submit" busy={action.busy}>
              {t(messages.noteSubmit)}
            </Button>
          </div>
        )}
      </Form>
    </div>
  )
}
