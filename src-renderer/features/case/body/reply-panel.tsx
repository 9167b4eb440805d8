import type { CaseView } from '#shared/contract/desktop/views.ts'
import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import type { Draft } from '#shared/domain/case/answer-state.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { deliveryLabels } from '#shared/i18n/codes.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { Tone } from '#renderer/ui/badge.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'

/** Handed in, and neither approved nor sent back. */
export function isReplyWaiting({ state }: CaseView): boolean {
  const draft = latestDraft(currentCycle(state))
  return draft !== null && draft.returned === null && draft.approved === null
}

/** The reply of the cycle in hand: text, who wrote it, who approved it, how it left. */
export function ReplyPanel({ view }: { readonly view: CaseView }) {
  const { t, dateTime, label } = useSpeech()
  const names = useNames(view)
  const draft = latestDraft(currentCycle(view.state))
  const text = view.drafts.find(({ id }) => id === draft?.id)?.text
  if (draft === null || text === undefined) return null
  const { tone, words } = stateOf(draft)
  return (
    <Panel title={t(messages.reply)} tone="accent" actions={<Badge tone={tone}>{t(words)}</Badge>}>
      <Stack gap="xs">
        <Text typed>{text}</Text>
        <RemediesLine draft={draft} names={names} />
        <Row gap="xs">
          <Text quiet size="xs">
            {t(messages.replyWritten, { name: names.user(draft.author), at: dateTime(draft.submittedAt) })}
          </Text>
          {draft.approved !== null && (
            <Text quiet size="xs">
              {t(messages.replyApproved, { name: names.user(draft.approved.by), at: dateTime(draft.approved.at) })}
            </Text>
          )}
          {draft.sent !== null && (
            <Text quiet size="xs">
              {t(messages.replyLeft, {
                how: label(deliveryLabels, draft.sent.delivery),
                at: dateTime(draft.sent.sentAt),
              })}
            </Text>
          )}
        </Row>
      </Stack>
    </Panel>
  )
}

interface RemediesLineProps {
  readonly draft: Draft
  readonly names: ReturnType<typeof useNames>
}

/** What is offered beside the words of the reply: it stands in no letter, and its approver answers for it. */
export function RemediesLine({ draft, names }: RemediesLineProps) {
  const { t } = useSpeech()
  if (draft.remedies.length === 0) return null
  const remedies = draft.remedies.map((code) => names.list('remedies', code)).join(t(messages.comma))
  return <Text size="xs">{t(messages.replyRemedies, { remedies })}</Text>
}

function stateOf({ returned, approved, sent }: Draft): {
  readonly tone: Tone
  readonly words: (typeof messages)['replyReturned' | 'replySent' | 'replyReady' | 'replyWaits']
} {
  if (returned !== null) return { tone: 'bad', words: messages.replyReturned }
  if (sent !== null) return { tone: 'good', words: messages.replySent }
  return approved === null ? { tone: 'warn', words: messages.replyWaits } : { tone: 'good', words: messages.replyReady }
}
