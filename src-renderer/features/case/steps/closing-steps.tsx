import { outcomes, reopenCauses, reopenRoutes } from '#shared/domain/case/codes.ts'
import type { CloseReason, Outcome, ReopenCause, ReopenRoute } from '#shared/domain/case/codes.ts'
import { currentCycle, isEndedByReopening, staffSoFar, validRating } from '#shared/domain/case/reading.ts'
import { closeReasonLabels, outcomeLabels, ratingLabels, reopenCauseLabels } from '#shared/i18n/codes.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useStaff } from '#renderer/parts/use-staff.ts'
import { NoteField } from './note-field.tsx'
import type { Handler } from './assign-step.tsx'
import { HandlerFields } from './assign-step.tsx'
import { CheckList } from './check-list.tsx'
import { proposedRoute } from './proposed-route.ts'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

export interface ClosingList {
  readonly reason: CloseReason | null
  readonly outcome: Outcome | null
  readonly rootCause: string | null
  readonly remedies: readonly string[]
  readonly knowledge: 'yes' | 'no' | null
  readonly improvement: 'yes' | 'no' | null
  readonly analysis: string
}

/** The closing list (Z-09): each point is decided, none passed over. */
export function CloseStep(step: StepProps) {
  const { t, label } = useSpeech()
  const { state, closing } = step.view
  const action = useStep(step, core.closing.close, doneMessages.doneClosed)
  const { reasons } = closing
  const isDissatisfied = validRating(currentCycle(state))?.rating === 'not_satisfied'
  const { value, set } = useKept<ClosingList>(step.keep, {
    reason: reasons[0] ?? null,
    outcome: null,
    rootCause: null,
    remedies: [],
    knowledge: null,
    improvement: null,
    analysis: '',
  })
  const isComplaint = state.type === 'complaint'
  const isUpheld = value.outcome === 'upheld' || value.outcome === 'partly'
  const needsAnalysis =
    value.reason === 'final' || (isComplaint && currentCycle(state).classification?.procedure !== 'fcr')
  const submit = () => {
    if (value.reason === null) return
    void action.run({
      ...value,
      reason: value.reason,
      remedies: [...value.remedies],
      knowledge: value.knowledge === 'yes',
      improvement: value.improvement === 'yes',
    })
  }
  return (
    <StepForm
      step={step}
      title={closingMessages.close}
      submit={closingMessages.closeSubmit}
      action={action}
      lacks={[
        need(value.reason, 'reason', stepMessages.reasonMissing),
        isComplaint ? need(value.outcome, 'outcome', closingMessages.outcomeMissing) : null,
        isUpheld ? need(value.rootCause, 'root-cause', closingMessages.rootCauseMissing) : null,
        needsAnalysis ? need(value.analysis, 'analysis', closingMessages.analysisMissing) : null,
        need(value.knowledge, 'knowledge', closingMessages.knowledgeMissing),
        need(value.improvement, 'improvement', closingMessages.improvementMissing),
      ]}
      onSubmit={submit}
    >
      <CheckList view={step.view} value={value} needsAnalysis={needsAnalysis} />
      <SelectField
        required
        autoFocus
        name="reason"
        label={t(closingMessages.closeReason)}
        options={reasons.map((code) => ({ value: code, label: label(closeReasonLabels, code) }))}
        value={value.reason}
        onChange={(reason) => set({ reason: reason as CloseReason | null })}
      />
      {isDissatisfied && !reasons.includes('final') && (
        <Text quiet>{t(closingMessages.finalFrom, { cycle: closing.finalFrom })}</Text>
      )}
      <RadioField
        inline
        required={isComplaint}
        name="outcome"
        label={t(closingMessages.outcome)}
        options={outcomes.map((code) => ({ value: code, label: label(outcomeLabels, code) }))}
        value={value.outcome}
        onChange={(outcome) => set({ outcome: outcome as Outcome })}
      />
      <SelectField
        required={isUpheld}
        name="root-cause"
        label={t(closingMessages.rootCause)}
        options={useListOptions('root_causes')}
        value={value.rootCause}
        onChange={(rootCause) => set({ rootCause })}
      />
      <MultiSelectField
        name="remedies"
        label={t(closingMessages.remediesGiven)}
        options={useListOptions('remedies')}
        values={value.remedies}
        onChange={(remedies) => set({ remedies })}
      />
      <TextAreaField
        required={needsAnalysis}
        name="analysis"
        label={t(closingMessages.analysis)}
        hint={t(closingMessages.analysisHint)}
        value={value.analysis}
        maxLength={20_000}
        onChange={(analysis) => set({ analysis })}
      />
      <YesNo
        name="knowledge"
        label={t(closingMessages.knowledge)}
        value={value.knowledge}
        onChange={(knowledge) => set({ knowledge })}
      />
      <YesNo
        name="improvement"
        label={t(closingMessages.improvement)}
        value={value.improvement}
        onChange={(improvement) => set({ improvement })}
      />
    </StepForm>
  )
}

interface YesNoProps {
  readonly name: string
  readonly label: string
  readonly value: 'yes' | 'no' | null
  readonly onChange: (value: 'yes' | 'no') => void
}

function YesNo({ name, label, value, onChange }: YesNoProps) {
  const { t } = useSpeech()
  const options = [
    { value: 'yes', label: t(stepMessages.yes) },
    { value: 'no', label: t(stepMessages.no) },
  ]
  return (
    <RadioField
      inline
      required
      name={name}
      label={label}
      options={options}
      value={value}
      onChange={(next) => onChange(next === 'yes' ? 'yes' : 'no')}
    />
  )
}

interface Reopening extends Handler {
  readonly cause: ReopenCause | null
  readonly route: ReopenRoute | null
  readonly outcome: Outcome | null
  readonly note: string
}

/** A new cycle, given to new staff (Z-06 to Z-08). */
export function ReopenStep(step: StepProps) {
  const { t, label } = useSpeech()
  const { state } = step.view
  const action = useStep(step, core.closing.reopen, doneMessages.doneReopened)
  const staff = useStaff('draft_reply')
  const rating = validRating(currentCycle(state))?.rating ?? null
  const isDissatisfied = rating === 'not_satisfied'
  const { value, set } = useKept<Reopening>(step.keep, {
    cause: isDissatisfied ? 'dissatisfied' : null,
    route: isDissatisfied ? 'rating' : null,
    outcome: null,
    user: null,
    exceptionReason: '',
    note: '',
  })
  const asksOutcome = isEndedByReopening(state)
  const needsOutcome = asksOutcome && state.type === 'complaint'
  const routeWords = {
    rating: closingMessages.routeRating,
    client: closingMessages.routeClient,
    counter: closingMessages.routeCounter,
    team: closingMessages.routeTeam,
  } as const
  const submit = () => {
    if (value.cause === null || value.route === null) return
    void action.run({
      cause: value.cause,
      route: value.route,
      outcome: value.outcome,
      handler: value.user ?? '',
      note: value.note,
      exceptionReason: value.exceptionReason,
    })
  }
  return (
    <StepForm
      step={step}
      title={closingMessages.reopen}
      submit={closingMessages.reopenSubmit}
      action={action}
      fieldOf={{
        'separation-needs-reason': 'exception-reason',
        'separation-new-staff': 'handler',
        'handler-unsuitable': 'handler',
        'reopen-outcome-missing': 'outcome',
      }}
      lacks={[
        need(value.cause, 'cause', closingMessages.causeMissing),
        need(value.route, 'route', closingMessages.routeMissing),
        needsOutcome ? need(value.outcome, 'outcome', closingMessages.outcomeMissing) : null,
        need(value.user, 'handler', triageMessages.handlerMissing),
      ]}
      onSubmit={submit}
    >
      <Text quiet>{t(closingMessages.reopenAbout, { cycle: state.cycles.length + 1 })}</Text>
      {rating !== null && (
        <Notice tone={isDissatisfied ? 'warn' : 'info'}>
          {t(closingMessages.ratedAs, { rating: label(ratingLabels, rating) })}
        </Notice>
      )}
      <SelectField
        required
        autoFocus
        name="cause"
        label={t(closingMessages.reopenCause)}
        hint={t(closingMessages.reopenCauseHint)}
        options={reopenCauses.map((code) => ({ value: code, label: label(reopenCauseLabels, code) }))}
        value={value.cause}
        onChange={(chosen) => {
          const cause = chosen as ReopenCause | null
          set({ cause, route: proposedRoute(cause, value.route) })
        }}
      />
      <SelectField
        required
        name="route"
        label={t(closingMessages.reopenRoute)}
        hint={t(closingMessages.reopenRouteHint)}
        options={reopenRoutes.map((code) => ({ value: code, label: t(routeWords[code]) }))}
        value={value.route}
        onChange={(route) => set({ route: route as ReopenRoute | null })}
      />
      {asksOutcome && (
        <RadioField
          inline
          required={needsOutcome}
          name="outcome"
          label={t(closingMessages.outcomeBefore, { cycle: state.cycles.length })}
          hint={t(closingMessages.outcomeBeforeHint)}
          options={outcomes.map((code) => ({ value: code, label: label(outcomeLabels, code) }))}
          value={value.outcome}
          onChange={(outcome) => set({ outcome: outcome as Outcome })}
        />
      )}
      <HandlerFields value={value} onChange={set} staff={staff} excluded={staffSoFar(state)} />
      <NoteField value={value} set={set} />
    </StepForm>
  )
}
