import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import { senderLetterWords } from '#shared/wording/written-with.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import type { Fact } from '#renderer/ui/page.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import css from './request-panel.module.css'

interface RequestPanelProps {
  readonly view: CaseView
  readonly onChange: (() => void) | null
}

/** What the citizen wants, in the citizen's words. */
export function RequestPanel({ view, onChange }: RequestPanelProps) {
  const { t } = useSpeech()
  const { text } = view
  const title = text?.subject ?? view.line.subject
  return (
    <Panel
      title={title === '' ? t(messages.requestTitle) : <bdi>{title}</bdi>}
      actions={
        onChange === null ? undefined : (
          <Button size="xs" kind="quiet" icon="edit" onClick={onChange}>
            {t(messages.changeText)}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {text === null ? (
          <Text quiet>{t(messages.textHidden)}</Text>
        ) : (
          <div className={css['text']} dir="auto" tabIndex={0} role="region" aria-label={t(messages.requestTitle)}>
            {text.text}
          </div>
        )}
        <Facts columns={2} items={useRequestFacts(view)} />
      </Stack>
    </Panel>
  )
}

function useRequestFacts(view: CaseView): readonly Fact[] {
  const { t, dateTime, shortDate, label } = useSpeech()
  const names = useNames(view)
  const { state, text } = view
  const letter = text?.senderLetter ?? null
  const sent = letter === null ? null : senderLetterWords(letter, shortDate)
  const former = state.types.filter((type) => type !== state.type)
  const facts: readonly (Fact | null)[] = [
    { label: t(messages.received), value: <Isolated>{dateTime(state.receivedAt)}</Isolated> },
    {
      label: t(messages.channel),
      value: t(state.form === 'oral' ? messages.channelOral : messages.channelWritten, {
        channel: names.list('channels', state.channel),
      }),
    },
    sent === null
      ? null
      : {
          label: t(messages.senderLetter),
          value: <Isolated>{t(sent.message, sent.words)}</Isolated>,
        },
    text === null || text.remedySought === ''
      ? null
      : { label: t(messages.remedySought), value: <Text typed>{text.remedySought}</Text> },
    state.subjects.length === 0
      ? null
      : {
          label: t(messages.subjects),
          value: <Codes codes={state.subjects.map((code) => names.list('subjects', code))} />,
        },
    state.cause === null ? null : { label: t(messages.cause), value: names.list('causes', state.cause) },
    former.length === 0
      ? null
      : {
          label: t(messages.formerTypes),
          value: former.map((type) => label(typeLabels, type)).join(t(messages.comma)),
        },
  ]
  return facts.filter((fact) => fact !== null)
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <Row gap="xs">
      {codes.map((code) => (
        <Badge key={code}>{code}</Badge>
      ))}
    </Row>
  )
}
