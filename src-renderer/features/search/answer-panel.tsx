import { useState } from 'react'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { submitterLabels } from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { unnamedWords } from '#shared/i18n/unnamed.ts'
import { searchMessages as messages } from '#shared/i18n/search.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { clockOf, publicStatus } from '#renderer/parts/public-status.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import css from './search.module.css'

/** The whole answer to "where is my complaint?" in public words, and the record that it was given (P-03, P-04). */
export function AnswerPanel({ line }: { readonly line: CaseLine }) {
  const { t, say, longDate } = useSpeech()
  const { has } = useSession()
  const { words, open } = publicStatus(line.status)
  // With the answer delivered nothing more is expected; while it is suspended no day is known.
  const isAwaited = line.due !== null && !['held', 'stopped'].includes(clockOf(line.status))
  return (
    <Panel title={t(messages.answer)} tone={open ? 'accent' : undefined}>
      <Stack gap="sm">
        <div className={css['head']}>
          <ReferenceNumber reference={line.reference} href={paths.case(line.id)} />
          <Badge tone={open ? 'info' : 'neutral'} icon={open ? 'clock' : 'check-circle'}>
            {t(open ? partsMessages.open : partsMessages.done)}
          </Badge>
        </div>
        <p className={css['state']}>{say(words)}</p>
        <Facts
          items={[
            ...(isAwaited && line.due !== null ? [{ label: t(messages.answerDue), value: longDate(line.due) }] : []),
            { label: t(messages.answerReceived), value: longDate(line.receivedAt) },
            { label: t(messages.answerType), value: say(line.typeLabel) },
            {
              label: t(submitterLabels[line.type]),
              value: <Isolated>{line.person ?? t(unnamedWords(line.unnamed))}</Isolated>,
            },
          ]}
        />
        {isAwaited && line.overdue && <Notice tone="warn">{t(messages.answerPast)}</Notice>}
        {has('register') && <RecordAnswer line={line} />}
        <Row>
          <Button href={paths.case(line.id)}>{t(messages.openCase)}</Button>
        </Row>
      </Stack>
    </Panel>
  )
}

const ways = ['phone', 'walk_in'] as const
const wayLabels = { phone: partsMessages.byPhone, walk_in: partsMessages.atCounter } as const

function RecordAnswer({ line }: { readonly line: CaseLine }) {
  const { t, say } = useSpeech()
  const [way, setWay] = useState<(typeof ways)[number]>('phone')
  const record = useCoreAction(core.desk.recordContact, () => showToast({ tone: 'good', text: t(messages.toldDone) }))
  return (
    <div className={css['record']}>
      <RadioField
        inline
        name="asked-by"
        label={t(messages.askedBy)}
        options={ways.map((value) => ({ value, label: t(wayLabels[value]) }))}
        value={way}
        onChange={(next) => setWay(next === 'walk_in' ? 'walk_in' : 'phone')}
      />
      <Button
        kind="primary"
        icon="check"
        busy={record.busy}
        onClick={() => void record.run({ case: line.id, channel: way, purpose: 'status', note: '' })}
      >
        {t(messages.told)}
      </Button>
      <Text quiet size="xs">
        {t(messages.toldHint)}
      </Text>
      {record.refusal !== null && (
        <Notice tone="bad" live>
          {say(record.refusal)}
        </Notice>
      )}
    </div>
  )
}
