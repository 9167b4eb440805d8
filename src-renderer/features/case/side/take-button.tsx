import type { CaseView } from '#shared/contract/desktop/views.ts'
import { nextMessages as messages } from '#shared/i18n/case-next.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { mayTake } from './may-take.ts'

export interface TakeButtonProps {
  readonly view: CaseView
  readonly onDone: (message: string) => void
}

/** Nobody works on the case yet: whoever sits here takes it in one press. */
export function TakeButton({ view, onDone }: TakeButtonProps) {
  const { t } = useSpeech()
  const { session, has } = useSession()
  const take = useCoreAction(core.triage.assign, () => onDone(t(doneMessages.doneAssigned)))
  if (!mayTake(view, { user: session.user.id, has })) return null
  return (
    <>
      <Button
        fullWidth
        kind="quiet"
        icon="user"
        busy={take.busy}
        onClick={() =>
          void take.run({ case: view.line.id, user: session.user.id, exceptionReason: '', onlyIfFree: true })
        }
      >
        {t(messages.take)}
      </Button>
      <Refused refusal={take.refusal} />
    </>
  )
}
