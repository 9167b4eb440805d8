import { useState } from 'react'
import type { ConflictView } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { Refused } from './refused.tsx'

/** Two intents side by side; a person keeps what stands or carries out the other (N-06). */
export function SettleDialog({ event, onClose }: { readonly event: string; readonly onClose: () => void }) {
  const { t } = useSpeech()
  const query = useCoreQuery(api.sync.conflict.queryOptions({ input: { event } }))
  return (
    <Dialog opened onClose={onClose} size="lg" title={t(words.settleTitle)}>
      <AsyncView query={query}>{(view) => <Decision view={view} onClose={onClose} />}</AsyncView>
    </Dialog>
  )
}

function Decision({ view, onClose }: { readonly view: ConflictView; readonly onClose: () => void }) {
  const { t } = useSpeech()
  const [note, setNote] = useState('')
  const settle = useCoreAction(core.sync.settle, onClose)
  const decide = (choice: 'keep' | 'apply') => void settle.run({ event: view.event, choice, note: note.trim() })
  return (
    <Stack>
      <Sides view={view} />
      {!view.mayApply && <Notice tone="warn">{t(words.mayNotApply)}</Notice>}
      <TextAreaField name="note" label={t(words.note)} maxLength={2000} value={note} onChange={setNote} />
      <Refused refusal={settle.refusal} />
      <Row justify="end">
        <Button busy={settle.busy} disabled={!view.mayApply} onClick={() => decide('apply')}>
          {t(words.apply)}
        </Button>
        <Button kind="primary" busy={settle.busy} onClick={() => decide('keep')}>
          {t(words.keep)}
        </Button>
      </Row>
    </Stack>
  )
}

function Sides({ view }: { readonly view: ConflictView }) {
  const { t, say, dateTime } = useSpeech()
  const by = (side: ConflictView['standingBy']) =>
    side === null ? '–' : t(words.by, { who: say(side.actor.name), when: dateTime(side.at) })
  const shown = (value: unknown) => <Text typed>{written(value) ?? t(words.nothing)}</Text>
  return (
    <>
      <Facts
        columns={2}
        items={[
          { label: t(words.stands), value: <bdi>{by(view.standingBy)}</bdi> },
          { label: t(words.intended), value: <bdi>{by(view.intendedBy)}</bdi> },
        ]}
      />
      <Table
        caption={view.case.reference}
        showCaption
        rows={view.fields}
        keyOf={(field) => field.name}
        columns={[
          { key: 'field', header: t(words.field), cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'stands', header: t(words.stands), cell: ({ standing }) => shown(standing) },
          { key: 'intended', header: t(words.intended), cell: ({ intended }) => shown(intended) },
        ]}
      />
    </>
  )
}

const written = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 1)
