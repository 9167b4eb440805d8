import { useState } from 'react'
import type { ConflictView } from '#shared/contract/desktop/sync.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useNames } from '../names.ts'
import { actorOf } from './actor-of.ts'
import { secondText } from './second-text.ts'
import { Sides } from './sides.tsx'

interface SettleDialogProps {
  readonly view: CaseView
  readonly event: string
  readonly maySettle: boolean
  readonly onClose: () => void
}

/** Two intents side by side; a person keeps what stands or carries out the other. Both stay in the history (N-06). */
export function SettleDialog({ view, event, maySettle, onClose }: SettleDialogProps) {
  const { t } = useSpeech()
  const query = useCoreQuery(api.sync.conflict.queryOptions({ input: { event } }))
  return (
    <Dialog opened onClose={onClose} size="xl" title={t(words.title)}>
      <AsyncView query={query}>
        {(conflict) => (
          <Stack>
            {[conflict, ...conflict.others].map((sides) => (
              <Sides key={sides.event} view={view} conflict={sides} isOneOfMany={conflict.others.length > 0} />
            ))}
            {maySettle ? (
              <Decision view={view} conflict={conflict} onClose={onClose} />
            ) : (
              <Notice>{t(words.notYours)}</Notice>
            )}
          </Stack>
        )}
      </AsyncView>
    </Dialog>
  )
}

interface DecisionProps {
  readonly view: CaseView
  readonly conflict: ConflictView
  readonly onClose: () => void
}

function Decision({ view, conflict, onClose }: DecisionProps) {
  const speech = useSpeech()
  const { t, say } = speech
  const names = useNames(view)
  const texts = [conflict, ...conflict.others].flatMap((sides) => secondText(view, sides, { speech, names }) ?? [])
  const second = texts.length === 0 ? null : texts.join('\n\n')
  const [note, setNote] = useState('')
  const settle = useCoreAction(core.sync.settle, () => {
    showToast({ tone: 'good', text: t(words.done) })
    onClose()
  })
  const decide = (choice: 'keep' | 'apply', noteToo = '') =>
    void settle.run({ event: conflict.event, choice, note: note.trim(), noteToo })
  const { hindrance } = conflict
  const who = say(actorOf(view, conflict.event))
  return (
    <>
      {hindrance !== null && (
        <Notice tone="warn" title={t(words.mayNotApply, { who })}>
          {say(hindrance)}
        </Notice>
      )}
      <TextAreaField name="note" label={t(words.note)} maxLength={2000} value={note} onChange={setNote} />
      {settle.refusal !== null && (
        <Notice tone="bad" live>
          {say(settle.refusal)}
        </Notice>
      )}
      <Row justify="end">
        <Button busy={settle.busy} disabled={hindrance !== null} onClick={() => decide('apply')}>
          {t(words.apply, { who })}
        </Button>
        {second !== null && view.allowed.includes('add_note') && (
          <Button busy={settle.busy} onClick={() => decide('keep', second)}>
            {t(words.keepBoth)}
          </Button>
        )}
        <Button kind="primary" busy={settle.busy} onClick={() => decide('keep')}>
          {t(words.keep)}
        </Button>
      </Row>
    </>
  )
}
