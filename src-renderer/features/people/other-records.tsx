import type { OtherRecord, OtherRecords } from '#shared/contract/desktop/people.ts'
import { peopleLinkMessages as messages } from '#shared/i18n/people-links.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useState } from 'react'
import { ElsewhereCases } from './elsewhere-cases.tsx'
import { JoinRecord } from './join-record.tsx'
import { RecordLine } from './record-line.tsx'
import { RecordName } from './record-name.tsx'

/** Records that may be the same human, and what other offices have of him: joined or parted by a person (L-16). */
export function OtherRecordsPanel({ id, onJoined }: { readonly id: string; readonly onJoined: () => void }) {
  const { t } = useSpeech()
  const [answer, setAnswer] = useState<OtherRecords | null>(null)
  const { data, refetch } = useCoreQuery(api.people.records.queryOptions({ input: { id, ask: false } }))
  // Every question is counted and recorded: it is asked by hand, never by a list that keeps itself up to date.
  const ask = useCoreAction(core.people.records, setAnswer)
  const known = answer ?? data
  if (known === undefined || (known.asked.kind === 'stand_alone' && known.records.length === 0)) return null
  // What stands under its record is not told twice.
  const told = new Set(known.records.flatMap(({ cases }) => cases.map(({ reference }) => reference)))
  const elsewhere = known.cases.filter(({ reference }) => !told.has(reference))
  const changed = () => {
    void refetch()
    if (answer !== null) void ask.run({ id, ask: true })
    onJoined()
  }
  const button = (
    <Button size="xs" icon="search" busy={ask.busy} onClick={() => void ask.run({ id, ask: true })}>
      {t(messages.ask)}
    </Button>
  )
  return (
    <Panel title={t(messages.title)} actions={known.asked.kind === 'stand_alone' ? undefined : button}>
      <Stack gap="sm">
        <Refused refusal={ask.refusal} />
        <Asked asked={known.asked} />
        <Records id={id} records={known.records} onChanged={changed} />
        {elsewhere.length > 0 && <ElsewhereCases cases={elsewhere} label={t(messages.elsewhere)} />}
        {known.asked.kind === 'answered' && known.cases.length === 0 && known.records.length === 0 && (
          <Text quiet>{t(messages.nothing)}</Text>
        )}
      </Stack>
    </Panel>
  )
}

function Asked({ asked }: Pick<OtherRecords, 'asked'>) {
  const { t, say } = useSpeech()
  if (asked.kind === 'not_yet') return <Text quiet>{t(messages.notAsked)}</Text>
  if (asked.kind !== 'offline') return null
  return (
    <Notice tone="warn" title={t(messages.notAsked)}>
      {say(asked.reason)}
    </Notice>
  )
}

interface RecordsProps {
  readonly id: string
  readonly records: readonly OtherRecord[]
  readonly onChanged: () => void
}

function Records({ id, records, onChanged }: RecordsProps) {
  const { t } = useSpeech()
  const join = useCoreAction(core.people.join, () => {
    showToast({ tone: 'good', text: t(messages.joinDone) })
    onChanged()
  })
  const part = useCoreAction(core.people.part, onChanged)
  const busy = join.busy || part.busy
  return (
    <>
      <Refused refusal={join.refusal ?? part.refusal} />
      {records.map(({ id: other, standing, person, cases }) => (
        <RecordLine key={other} id={other} standing={standing} person={person} cases={cases}>
          <Row gap="xs">
            {standing !== 'joined' && (
              <JoinRecord busy={busy} cases={cases} onJoin={() => void join.run({ id, other })}>
                <RecordName id={other} person={person} />
              </JoinRecord>
            )}
            {standing !== 'parted' && (
              <Button size="xs" kind="quiet" busy={busy} onClick={() => void part.run({ id, other })}>
                {t(standing === 'joined' ? messages.part : messages.dismiss)}
              </Button>
            )}
          </Row>
        </RecordLine>
      ))}
    </>
  )
}
