import { caseMessages as messages } from '#shared/i18n/case.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton } from '#renderer/ui/dialog.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { LeftStep } from '../opened-step.ts'
import { steps } from '../steps/step-table.ts'

interface LeftStepNoticeProps {
  readonly caseId: string
  readonly left: LeftStep
  readonly onGone: () => void
}

/** What was typed into a step that somebody else took meanwhile: it was not sent, and its writer says what becomes of it. */
export function LeftStepNotice({ caseId, left, onGone }: LeftStepNoticeProps) {
  const { t, say } = useSpeech()
  const text = left.texts.join('\n\n')
  const keep = useCoreAction(core.desk.addNote, () => {
    showToast({ tone: 'good', text: t(messages.leftNoted) })
    onGone()
  })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      showToast({ tone: 'good', text: t(messages.leftCopied) })
    } catch {
      // The browser may refuse the clipboard; the words stand in sight to be copied by hand.
      showToast({ tone: 'warn', text: t(messages.copyRefused) })
    }
  }
  return (
    <Notice tone="warn" live title={t(messages.leftTitle, { step: t(steps[left.name].label) })}>
      <Stack gap="xs">
        <span>{t(messages.leftText)}</span>
        <Text typed>{text}</Text>
        {keep.refusal !== null && <Text tone="bad">{say(keep.refusal)}</Text>}
        <Row gap="xs">
          <Button size="xs" icon="copy" onClick={() => void copy()}>
            {t(messages.leftCopy)}
          </Button>
          <Button size="xs" busy={keep.busy} onClick={() => void keep.run({ case: caseId, text })}>
            {t(messages.leftNote)}
          </Button>
          <ConfirmButton
            size="xs"
            kind="quiet"
            label={t(messages.leftDiscard)}
            title={t(messages.leftDiscardTitle)}
            text={t(messages.leftDiscardText)}
            confirmLabel={t(messages.leftDiscard)}
            onConfirm={onGone}
          />
        </Row>
      </Stack>
    </Notice>
  )
}
