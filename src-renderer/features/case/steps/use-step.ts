import type { CaseView, CommandDone } from '#shared/contract/desktop/views.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useOwnWords } from './own-words.ts'

/** What every form of a step is given. */
export interface StepProps {
  readonly view: CaseView
  /** Id of the referral the step is for, where one was chosen already. */
  readonly target: string | null
  /** Under which name typed values are kept. */
  readonly keep: string
  readonly onDone: (message: string) => void
  readonly onCancel: () => void
}

export interface StepAction<Input> {
  readonly run: (input: Input) => Promise<void>
  readonly busy: boolean
  readonly refusal: Failure | null
}

/** One command on the case of the page; when it is taken, the page says `done` and closes the form. */
export function useStep<Input extends { readonly case: string }>(
  step: StepProps,
  call: (input: Input) => Promise<CommandDone>,
  done: PlainMessage,
): StepAction<Omit<Input, 'case'>> {
  const { t } = useSpeech()
  const ofOwn = useOwnWords()
  const action = useCoreAction(call)
  const run = async (input: Omit<Input, 'case'>): Promise<void> => {
    const answer = await action.run({ ...input, case: step.view.line.id } as Input)
    if (answer !== null) step.onDone(t(ofOwn(done)))
  }
  return { run, busy: action.busy, refusal: action.refusal }
}
