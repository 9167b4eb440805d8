import type { RungUnit } from '#shared/domain/lists/ladder.ts'
import { rungUnits } from '#shared/domain/lists/ladder.ts'
import { ladderMessages as messages } from '#shared/i18n/ladder.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Columns, Row, Stack } from '#renderer/ui/layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import type { RungDraft } from './ladder-draft.ts'

interface RungFieldsProps {
  readonly level: number
  readonly rung: RungDraft
  readonly onChange: (rung: RungDraft) => void
  readonly onRemove: () => void
}

/** One level of the ladder: when, in which unit, and who is told. */
export function RungFields({ level, rung, onChange, onRemove }: RungFieldsProps) {
  const { t, say } = useSpeech()
  const groups = useCoreQuery(api.admin.groups.queryOptions({ input: {} })).data ?? []
  const isShare = rung.kind === 'share'
  return (
    <Stack gap="xs">
      <Row justify="between">
        <Text strong>
          {t(messages.level)} {level}
        </Text>
        <Button size="xs" kind="quiet" icon="trash" onClick={onRemove}>
          {t(messages.remove, { rung: level })}
        </Button>
      </Row>
      <Columns count={4} gap="sm">
        <SelectField
          settled
          name={`rung-${level}-moment`}
          label={t(messages.moment)}
          options={[
            { value: 'share', label: t(messages.share) },
            { value: 'due', label: t(messages.afterDue) },
          ]}
          value={rung.kind}
          onChange={(kind) => onChange({ ...rung, kind: kind === 'share' ? 'share' : 'due', number: null })}
        />
        <NumberField
          required
          key={rung.kind}
          name={`rung-${level}-number`}
          label={t(isShare ? messages.percent : messages.days)}
          min={isShare ? 1 : 0}
          max={isShare ? 99 : 250}
          value={rung.number}
          onChange={(number) => onChange({ ...rung, number })}
        />
        <SelectField
          settled
          name={`rung-${level}-unit`}
          label={t(messages.unit)}
          options={rungUnits.map((unit) => ({ value: unit, label: t(messages[unit]) }))}
          value={rung.unit}
          onChange={(unit) => onChange({ ...rung, unit: unit as RungUnit })}
        />
        <MultiSelectField
          required
          name={`rung-${level}-groups`}
          label={t(messages.groups)}
          options={groups
            .filter(({ code, active }) => active || rung.groups.includes(code))
            .map(({ code, name }) => ({ value: code, label: say(name) }))}
          values={rung.groups}
          onChange={(told) => onChange({ ...rung, groups: told })}
        />
      </Columns>
    </Stack>
  )
}
