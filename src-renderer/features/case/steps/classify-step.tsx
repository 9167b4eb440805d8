import { complexities, importances, priorities, procedures } from '#shared/domain/case/codes.ts'
import type { Complexity, Importance, Priority, Procedure } from '#shared/domain/case/codes.ts'
import { priorityFor, shippedPriorities } from '#shared/domain/case/priority.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { complexityLabels, importanceLabels, priorityLabels, procedureLabels } from '#shared/i18n/codes.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useListEntries, useListOptions } from '#renderer/parts/lists.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { proposeComplexity } from './propose-complexity.ts'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Axes {
  readonly service: string | null
  readonly parties: 'one' | 'several' | null
  readonly time: 'days' | 'weeks' | 'now' | null
  readonly complexity: Complexity | null
  readonly importance: Importance
  readonly importanceReason: string
  readonly procedure: Procedure | null
  readonly priority: Priority | 'computed'
  readonly priorityReason: string
}

function startingAxes({ state }: StepProps['view']): Axes {
  const known = currentCycle(state).classification
  return {
    service: known?.service ?? null,
    parties: null,
    time: null,
    complexity: known?.complexity ?? null,
    importance: known?.importance ?? 'medium',
    importanceReason: '',
    procedure: known?.procedure ?? null,
    priority: known?.priorityOverridden === true ? known.priority : 'computed',
    priorityReason: '',
  }
}

/** The four axes on one screen (L-04 to L-09). */
export function ClassifyStep(step: StepProps) {
  const action = useStep(step, core.triage.classify, doneMessages.doneClassified)
  const { value, set } = useKept(step.keep, startingAxes(step.view))
  const before = currentCycle(step.view.state).classification?.importance ?? null
  const needsReason = before === null ? value.importance === 'high' : before !== value.importance
  const submit = () => {
    if (value.complexity === null || value.procedure === null) return
    const { parties: _parties, time: _time, priority, ...axes } = value
    void action.run({
      ...axes,
      complexity: value.complexity,
      procedure: value.procedure,
      priority: priority === 'computed' ? null : priority,
    })
  }
  return (
    <StepForm
      step={step}
      title={triageMessages.classify}
      submit={triageMessages.classifySubmit}
      action={action}
      fieldOf={{ 'importance-needs-reason': 'importance-reason', 'priority-needs-reason': 'priority-reason' }}
      lacks={[
        need(value.service, 'service', triageMessages.serviceMissing),
        need(value.complexity, 'complexity', triageMessages.complexityMissing),
        needsReason ? need(value.importanceReason, 'importance-reason', triageMessages.importanceReasonMissing) : null,
        need(value.procedure, 'procedure', triageMessages.procedureMissing),
      ]}
      onSubmit={submit}
    >
      <ServiceField value={value} set={set} />
      <ComplexityFields value={value} set={set} />
      <ImportanceFields value={value} set={set} needsReason={needsReason} />
      <ProcedureField value={value} set={set} />
      <PriorityFields value={value} set={set} />
    </StepForm>
  )
}

interface AxisProps {
  readonly value: Axes
  readonly set: (part: Partial<Axes>) => void
}

function ServiceField({ value, set }: AxisProps) {
  const { t } = useSpeech()
  return (
    <SelectField
      required
      autoFocus
      name="service"
      label={t(triageMessages.axisService)}
      options={useListOptions('services')}
      value={value.service}
      onChange={(service) => set({ service })}
    />
  )
}

/** The two drivers propose, the person decides (L-06). */
function ComplexityFields({ value, set }: AxisProps) {
  const { t, label } = useSpeech()
  const ofService = useListEntries('services').find(({ code }) => code === value.service)?.attributes.complexity ?? null
  const proposed = proposeComplexity({ parties: value.parties, time: value.time, ofService })
  const drive = (part: Partial<Axes>) => {
    const next = proposeComplexity({ parties: part.parties ?? value.parties, time: part.time ?? value.time, ofService })
    set({ ...part, ...(value.complexity === null || value.complexity === proposed ? { complexity: next } : {}) })
  }
  return (
    <>
      <RadioField
        inline
        name="driver-parties"
        label={t(triageMessages.driverParties)}
        options={[
          { value: 'one', label: t(triageMessages.partiesOne) },
          { value: 'several', label: t(triageMessages.partiesSeveral) },
        ]}
        value={value.parties}
        onChange={(parties) => drive({ parties: parties as 'one' | 'several' })}
      />
      <RadioField
        inline
        name="driver-time"
        label={t(triageMessages.driverTime)}
        options={[
          { value: 'days', label: t(triageMessages.timeDays) },
          { value: 'weeks', label: t(triageMessages.timeWeeks) },
          { value: 'now', label: t(triageMessages.timeNow) },
        ]}
        value={value.time}
        onChange={(time) => drive({ time: time as 'days' | 'weeks' | 'now' })}
      />
      <RadioField
        inline
        required
        name="complexity"
        label={t(triageMessages.axisComplexity)}
        {...(proposed === null
          ? {}
          : { hint: t(triageMessages.complexityProposed, { value: label(complexityLabels, proposed) }) })}
        options={complexities.map((code) => ({ value: code, label: label(complexityLabels, code) }))}
        value={value.complexity}
        onChange={(complexity) => set({ complexity: complexity as Complexity })}
      />
    </>
  )
}

function ImportanceFields({ value, set, needsReason }: AxisProps & { readonly needsReason: boolean }) {
  const { t, label } = useSpeech()
  const { has } = useSession()
  const maySet = has('set_importance')
  return (
    <>
      <RadioField
        inline
        required
        name="importance"
        label={t(triageMessages.axisImportance)}
        {...(maySet ? {} : { hint: t(triageMessages.importanceOfTeam) })}
        disabled={!maySet}
        options={importances.map((code) => ({ value: code, label: label(importanceLabels, code) }))}
        value={value.importance}
        onChange={(importance) => set({ importance: importance as Importance })}
      />
      {needsReason && (
        <TextField
          required
          name="importance-reason"
          label={t(triageMessages.importanceReason)}
          value={value.importanceReason}
          maxLength={2000}
          onChange={(importanceReason) => set({ importanceReason })}
        />
      )}
    </>
  )
}

/** Decides which steps are compulsory (L-08). */
function ProcedureField({ value, set }: AxisProps) {
  const { t, label } = useSpeech()
  const hints = {
    fcr: triageMessages.procedureFcr,
    processing: triageMessages.procedureProcessing,
    third_party: triageMessages.procedureThird,
  } as const
  return (
    <RadioField
      required
      name="procedure"
      label={t(triageMessages.axisProcedure)}
      options={procedures.map((code) => ({ value: code, label: label(procedureLabels, code), hint: t(hints[code]) }))}
      value={value.procedure}
      onChange={(procedure) => set({ procedure: procedure as Procedure })}
    />
  )
}

function PriorityFields({ value, set }: AxisProps) {
  const { t, label } = useSpeech()
  const matrix = useCoreQuery(api.admin.priorities.queryOptions({ input: {} })).data ?? shippedPriorities
  const computed = value.complexity === null ? null : priorityFor(matrix, value.importance, value.complexity)
  const overrides = value.priority !== 'computed' && value.priority !== computed
  const computedLabel =
    computed === null
      ? t(triageMessages.priorityComputedLater)
      : t(triageMessages.priorityComputed, { value: label(priorityLabels, computed) })
  return (
    <>
      <SelectField
        required
        name="priority"
        label={t(triageMessages.axisPriority)}
        options={[
          { value: 'computed', label: computedLabel },
          ...priorities.map((code) => ({ value: code, label: label(priorityLabels, code) })),
        ]}
        value={value.priority}
        onChange={(priority) => set({ priority: (priority ?? 'computed') as Axes['priority'] })}
      />
      {overrides && (
        <>
          <TextField
            required
            name="priority-reason"
            label={t(triageMessages.priorityReason)}
            value={value.priorityReason}
            maxLength={2000}
            onChange={(priorityReason) => set({ priorityReason })}
          />
          <Text quiet size="xs">
            {t(triageMessages.priorityOverridden)}
          </Text>
        </>
      )}
    </>
  )
}
