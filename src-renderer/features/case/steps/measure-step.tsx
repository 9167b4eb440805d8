import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { attemptLabelsBy } from '#shared/wording/attempt-labels.ts'
import { contactChannelLabels } from '#shared/i18n/codes.ts'
import { closingMessages as messages } from '#shared/i18n/case-steps-closing.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import { AttemptForm, DeclineForm, UnreachableForm } from './measure-forms.tsx'
import { RateForm } from './rate-form.tsx'
import { refusedCommand } from './refused-command.ts'
import { reachedAfter } from './attempt-results.ts'
import { countedAttempts, useProtocol } from './protocol.ts'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'

const choices = ['rate', 'record_attempt', 'decline_rating', 'declare_unreachable'] as const
type Choice = (typeof choices)[number]

const words: Readonly<Record<Choice, PlainMessage>> = {
  rate: messages.measureRate,
  record_attempt: messages.measureAttempt,
  decline_rating: messages.measureDecline,
  declare_unreachable: messages.measureUnreachable,
}

/** The satisfaction call: attempts so far, what is still asked of them, and what happened now (Z-01 to Z-04). */
export function MeasureStep(step: StepProps) {
  const { t, say } = useSpeech()
  const allowed: readonly CaseCommandKind[] = step.view.allowed
  const open = choices.filter((choice) => allowed.includes(choice))
  const { value, set } = useKept<{ choice: Choice | null }>(`${step.keep}choice`, { choice: null })
  const refused = open.flatMap((one) => {
    const reason = refusedCommand(step.view, one)
    return reason === null ? [] : [{ one, reason }]
  })
  const options = open.map((one) => ({
    value: one,
    label: t(words[one]),
    disabled: refused.some((each) => each.one === one),
  }))
  const free = options.filter(({ disabled }) => !disabled).map((option) => option.value)
  const choice = free.find((one) => one === value.choice) ?? free[0] ?? null
  return (
    <Stack gap="sm">
      <Attempts view={step.view} />
      <RadioField
        inline
        autoFocus
        name="measure"
        label={t(messages.whatHappened)}
        options={options}
        value={choice}
        onChange={(next) => set({ choice: next as Choice })}
      />
      {refused.map(({ one, reason }) => (
        <Text key={one} quiet size="xs">
          {t(messages.notYet, { step: t(words[one]), reason: say(reason) })}
        </Text>
      ))}
      {choice === 'rate' && <RateForm {...step} corrects={null} />}
      {choice === 'record_attempt' && <AttemptForm {...step} />}
      {choice === 'decline_rating' && <DeclineForm {...step} />}
      {choice === 'declare_unreachable' && <UnreachableForm {...step} />}
    </Stack>
  )
}

function Attempts({ view }: Pick<StepProps, 'view'>) {
  const { t, label, shortDateTime } = useSpeech()
  const names = useNames(view)
  const made = countedAttempts(view.state)
  return (
    <Stack gap="xs">
      <ProtocolLine view={view} />
      {made.length === 0 ? (
        <Text quiet>{t(messages.noAttempts)}</Text>
      ) : (
        <Table
          caption={t(messages.attempts)}
          rows={made.map((attempt, index) => ({ ...attempt, key: `${index}` }))}
          keyOf={({ key }) => key}
          columns={[
            { key: 'at', header: t(messages.attemptAt), cell: ({ at }) => <bdi>{shortDateTime(at)}</bdi> },
            {
              key: 'channel',
              header: t(messages.attemptChannel),
              cell: ({ channel }) => label(contactChannelLabels, channel),
            },
            {
              key: 'result',
              header: t(messages.attemptResult),
              cell: ({ channel, result }) => label(attemptLabelsBy(channel), result),
            },
            { key: 'by', header: t(messages.attemptBy), cell: ({ by }) => names.user(by) },
          ]}
        />
      )}
    </Stack>
  )
}

/** What the protocol still asks for, part by part; of whoever was reached it asks no more (Z-03). */
export function ProtocolLine({ view }: Pick<StepProps, 'view'>) {
  const { t, number } = useSpeech()
  const parts = useProtocol(view.state)
  const reached = reachedAfter(countedAttempts(view.state))
  if (reached !== null)
    return (
      <Row gap="xs">
        <Badge tone="good" icon="check">
          {t(messages.reachedAfter, { count: reached })}
        </Badge>
      </Row>
    )
  const names = {
    count: messages.protocolCount,
    days: messages.protocolDays,
    bands: messages.protocolBands,
    channels: messages.protocolChannels,
  } as const
  return (
    <Row gap="xs">
      {parts.map(({ kind, done, required }) => (
        <Badge key={kind} tone={done >= required ? 'good' : 'neutral'} icon={done >= required ? 'check' : 'circle'}>
          {t(names[kind], { done: number(Math.min(done, required)), required: number(required) })}
        </Badge>
      ))}
    </Row>
  )
}
