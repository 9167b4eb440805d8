import { useState } from 'react'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { goalCodes } from '#shared/domain/indicators/headline-figures.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { adminTargetMessages } from '#shared/i18n/admin-targets.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { goalDraft, goalsInput } from './goal-draft.ts'
import type { GoalCode, GoalDraft, GoalPeriod } from './goal-draft.ts'
import { SaveBar } from './save-bar.tsx'

/** What figures should reach, of one year or quarter at a time, with who approved that when (K-07). */
export function GoalEditor() {
  const { t } = useSpeech()
  const now = useNow()
  const query = useCoreQuery(api.admin.goals.queryOptions({ input: {} }))
  const [period, setPeriod] = useState<GoalPeriod>({ year: Number(now.slice(0, 4)), quarter: null })
  return (
    <>
      <Panel title={t(adminTargetMessages.goals)}>
        <Stack gap="xs">
          <Text size="sm" quiet>
            {t(adminTargetMessages.goalsNote)}
          </Text>
          <PeriodChoice period={period} onPeriod={(next) => setPeriod({ ...period, ...next })} />
        </Stack>
      </Panel>
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {(goals) => <PeriodGoals key={JSON.stringify([goals, period])} goals={goals} period={period} />}
      </AsyncView>
    </>
  )
}

interface PeriodGoalsProps {
  readonly goals: readonly Goal[]
  readonly period: GoalPeriod
}

function PeriodGoals({ goals, period }: PeriodGoalsProps) {
  const { t } = useSpeech()
  const before = goalDraft(goals, period)
  const { quarter } = period
  const part = quarter === null ? t(adminTargetMessages.goalWholeYear) : t(adminTargetMessages.goalQuarter, { quarter })
  const [draft, setDraft] = useState(before)
  const [lacking, setLacking] = useState(false)
  const save = useCoreAction(core.admin.setGoals, () => showToast({ tone: 'good', text: t(adminMessages.saved) }))
  const change = (part: Partial<GoalDraft>) => setDraft({ ...draft, ...part })
  const submit = () => {
    const input = goalsInput(period, draft)
    setLacking(input === null)
    if (input !== null) void save.run(input)
  }
  return (
    <>
      <Refused title={adminMessages.notSaved} refusal={save.refusal} />
      {lacking && (
        <Notice tone="bad" live>
          {t(adminTargetMessages.goalNeedApproval)}
        </Notice>
      )}
      <Panel title={t(adminTargetMessages.goalsOf, { year: String(period.year), part })}>
        <Stack gap="xs">
          <Columns count={3}>
            {goalCodes.map((code) => (
              <GoalField
                key={code}
                code={code}
                value={draft.numbers[code]}
                standing={goals.find((goal) => goal.code === code && isOf(goal, period))}
                onChange={(value) => change({ numbers: { ...draft.numbers, [code]: value } })}
              />
            ))}
          </Columns>
          <Approval draft={draft} change={change} />
        </Stack>
      </Panel>
      <SaveBar
        changed={JSON.stringify(draft) !== JSON.stringify(before)}
        busy={save.busy}
        label={t(adminMessages.save)}
        onSave={submit}
        onDiscard={() => setDraft(before)}
      />
    </>
  )
}

const isOf = (goal: Goal, { year, quarter }: GoalPeriod): boolean => goal.year === year && goal.quarter === quarter

interface PeriodChoiceProps {
  readonly period: GoalPeriod
  readonly onPeriod: (part: Partial<GoalPeriod>) => void
}

function PeriodChoice({ period, onPeriod }: PeriodChoiceProps) {
  const { t } = useSpeech()
  const [year, setYear] = useState<number | null>(period.year)
  const quarters = [1, 2, 3, 4].map((quarter) => ({
    value: String(quarter),
    label: t(adminTargetMessages.goalQuarter, { quarter }),
  }))
  return (
    <Columns count={2}>
      <NumberField
        name="goal-year"
        label={t(adminTargetMessages.goalYear)}
        min={2000}
        max={2100}
        value={year}
        onChange={(value) => {
          setYear(value)
          if (value !== null) onPeriod({ year: value })
        }}
      />
      <SelectField
        settled
        name="goal-period"
        label={t(adminTargetMessages.goalPeriod)}
        options={[{ value: 'year', label: t(adminTargetMessages.goalWholeYear) }, ...quarters]}
        value={period.quarter === null ? 'year' : String(period.quarter)}
        onChange={(value) => onPeriod({ quarter: value === null || value === 'year' ? null : Number(value) })}
      />
    </Columns>
  )
}

interface GoalFieldProps {
  readonly code: GoalCode
  readonly value: number | null
  readonly standing: Goal | undefined
  readonly onChange: (value: number | null) => void
}

const units = {
  ratio: adminTargetMessages.goalPercent,
  minutes: adminTargetMessages.goalHours,
  count: adminTargetMessages.goalCases,
  index: adminTargetMessages.goalPercent,
}

function GoalField({ code, value, standing, onChange }: GoalFieldProps) {
  const { t, label, date } = useSpeech()
  const unit = figureCatalogue[code]?.unit ?? 'count'
  return (
    <NumberField
      name={`goal-${code}`}
      label={label(goalNames, code)}
      {...(standing === undefined
        ? {}
        : { hint: t(adminTargetMessages.goalApproved, { by: standing.approvedBy, at: date(standing.approvedAt) }) })}
      max={unit === 'ratio' ? 100 : 100_000}
      unit={t(units[unit])}
      value={value}
      onChange={onChange}
    />
  )
}

const goalNames = Object.fromEntries(Object.entries(figureCatalogue).map(([code, { name }]) => [code, name]))

interface ApprovalProps {
  readonly draft: GoalDraft
  readonly change: (part: Partial<GoalDraft>) => void
}

function Approval({ draft, change }: ApprovalProps) {
  const { t } = useSpeech()
  return (
    <Columns count={2}>
      <TextField
        name="goal-approved-by"
        label={t(adminTargetMessages.goalApprovedBy)}
        maxLength={200}
        value={draft.approvedBy}
        onChange={(approvedBy) => change({ approvedBy })}
      />
      <DateField
        name="goal-approved-at"
        label={t(adminTargetMessages.goalApprovedAt)}
        value={draft.approvedAt}
        onChange={(approvedAt) => change({ approvedAt })}
      />
    </Columns>
  )
}
