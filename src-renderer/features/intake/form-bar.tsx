import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton } from '#renderer/ui/dialog.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { isBlank } from './intake-form.ts'
import { useIntake } from './intake-store.ts'
import css from './intake.module.css'

/** Always in sight below the form: whether the draft is kept, and the way out. */
export function FormBar({ busy }: { readonly busy: boolean }) {
  const { t } = useSpeech()
  const blank = useIntake((state) => isBlank(state.form))
  const clear = async () => {
    const { draft, startOver } = useIntake.getState()
    // First the core: the empty form lists what is still kept.
    await core.intake.discardDraft({ id: draft }).catch(() => null)
    startOver()
  }
  return (
    <div className={css['bar']}>
      <Button type="submit" kind="primary" icon="check" busy={busy}>
        {t(messages.save)}
      </Button>
      <KeyHint keys={['Ctrl', 'Enter']} />
      <span className={css['saved']}>
        <SavedState />
      </span>
      <ConfirmButton
        kind="quiet"
        disabled={blank || busy}
        label={t(messages.clear)}
        title={t(messages.clearTitle)}
        text={t(messages.clearText)}
        confirmLabel={t(messages.clear)}
        onConfirm={clear}
      />
    </div>
  )
}

/** What was typed since is on its way. */
const waiting = { kind: 'saving' } as const

function SavedState() {
  const { t, say, time } = useSpeech()
  const saved = useIntake((state) => (state.saved.kind === 'at' && !state.isRested ? waiting : state.saved))
  switch (saved.kind) {
    case 'no':
      return null
    case 'saving':
      return (
        <Text quiet size="xs">
          {t(messages.draftSaving)}
        </Text>
      )
    case 'at':
      return (
        <Text quiet size="xs">
          {t(messages.draftSaved, { time: time(saved.at) })}
        </Text>
      )
    case 'failed':
      return (
        <Text tone="bad" size="xs">
          {t(messages.draftNotSaved, { why: say(saved.why) })}
        </Text>
      )
  }
}
