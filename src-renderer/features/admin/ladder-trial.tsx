import { useState } from 'react'
import type { LadderPreview } from '#shared/contract/desktop/admin.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { ladderMessages as messages } from '#shared/i18n/ladder.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** The ladder being typed, tried on a case: who would be told when (E-02, E-03). */
export function LadderTrial({ ladder }: { readonly ladder: Ladder | null }) {
  const { t } = useSpeech()
  const [reference, setReference] = useState('')
  const [found, setFound] = useState<readonly LadderPreview[] | null>(null)
  const trial = useCoreAction(core.admin.previewLadder, setFound)
  const run = () => {
    if (ladder !== null) void trial.run({ case: reference.trim(), ladder })
  }
  return (
    <Stack gap="xs">
      <Text strong>{t(messages.trial)}</Text>
      <Text size="sm" quiet>
        {t(messages.trialHint)}
      </Text>
      <Row align="end">
        <TextField
          name="ladder-case"
          label={t(messages.trialCase)}
          maxLength={64}
          value={reference}
          onChange={setReference}
        />
        <Button busy={trial.busy} disabled={ladder === null || reference.trim().length < 3} onClick={run}>
          {t(messages.trialRun)}
        </Button>
      </Row>
      <Refused refusal={trial.refusal} />
      {found?.length === 0 && <Text quiet>{t(messages.noneWaits)}</Text>}
      {found?.map((preview, index) => (
        <Rises key={index} preview={preview} />
      ))}
    </Stack>
  )
}

function Rises({ preview: { department, rungs } }: { readonly preview: LadderPreview }) {
  const { t, say, dateTime } = useSpeech()
  return (
    <Table
      caption={say(department)}
      rows={rungs}
      keyOf={({ rung }) => String(rung)}
      columns={[
        { key: 'rung', header: t(messages.level), cell: ({ rung }) => rung },
        { key: 'at', header: t(messages.moment), cell: ({ at }) => dateTime(at) },
        {
          key: 'told',
          header: t(messages.groups),
          cell: ({ told }) =>
            told.length === 0 ? (
              t(messages.nobody)
            ) : (
              <Isolated>{told.map(({ name }) => say(name)).join('، ')}</Isolated>
            ),
        },
        {
          key: 'climbed',
          header: t(messages.climbed),
          cell: ({ climbed }) => (climbed ? <Badge tone="warn">{t(messages.climbed)}</Badge> : null),
        },
      ]}
    />
  )
}
