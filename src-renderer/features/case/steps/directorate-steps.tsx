import { currentCycle } from '#shared/domain/case/reading.ts'
import type { DirectorateRequest, Referral } from '#shared/domain/case/state.ts'
import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { core } from '#renderer/client/core.ts'
import { useUnits } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useNames } from '../names.ts'
import { FutureField, momentLack, useInstantOf } from './moment-field.tsx'
import { referralLack, referralsFor, useReferral } from './referral-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'
import { useTold } from './use-told.tsx'

/** The department asks one of its technical directorates; the referral's own clock goes on (F-05). */
export function AskDirectorateStep(step: StepProps) {
  const { t, say } = useSpeech()
  const action = useStep(step, core.referral.askDirectorate, words.doneAsked)
  const { referral, field, choosesFirst } = useReferral(step, 'ask_directorate')
  const { value, set } = useKept<{ directorate: string | null; text: string }>(step.keep, {
    directorate: null,
    text: '',
  })
  const told = useTold(step, { text: value.text, department: referral?.department, onText: (text) => set({ text }) })
  const units = useUnits()
  const own = units.filter(
    ({ kind, parent, active }) => active && kind === 'directorate' && parent === referral?.department,
  )
  const submit = () =>
    referral !== null &&
    value.directorate !== null &&
    void action.run({ referral: referral.id, directorate: value.directorate, text: value.text, ...told.facts })
  return (
    <StepForm
      step={step}
      title={words.askDirectorate}
      submit={words.askSubmit}
      action={action}
      fieldOf={{ 'directorate-unknown': 'directorate' }}
      lacks={[
        referralLack(referral),
        need(value.directorate, 'directorate', words.directorateMissing),
        need(value.text, 'text', clockMessages.questionMissing),
        told.lack,
      ]}
      onSubmit={submit}
    >
      {field}
      <Text quiet>{t(own.length === 0 ? words.noDirectorate : words.askAbout)}</Text>
      <SelectField
        required
        autoFocus={!choosesFirst}
        name="directorate"
        label={t(words.directorate)}
        options={own.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={value.directorate}
        onChange={(directorate) => set({ directorate })}
      />
      <TextAreaField
        required
        name="text"
        label={t(words.whatIsAsked)}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      {told.field}
    </StepForm>
  )
}

interface OpenRequest {
  readonly referral: Referral
  readonly request: DirectorateRequest
}

/** What a directorate said, and by when it says the matter can be done (F-05). */
export function AnswerForDirectorateStep(step: StepProps) {
  const { t } = useSpeech()
  const names = useNames(step.view)
  const instantOf = useInstantOf()
  const action = useStep(step, core.referral.answerForDirectorate, words.doneAnswered)
  const open = openRequests(step.view)
  const { value, set } = useKept<{ request: string | null; until: LocalMoment | null; text: string }>(step.keep, {
    request: null,
    until: null,
    text: '',
  })
  const chosen = open.find(({ request }) => request.id === value.request) ?? (open.length === 1 ? open[0] : undefined)
  const submit = () =>
    chosen !== undefined &&
    void action.run({
      referral: chosen.referral.id,
      request: chosen.request.id,
      neededUntil: value.until === null ? null : instantOf(value.until),
      text: value.text,
    })
  return (
    <StepForm
      step={step}
      title={words.answerDirectorate}
      submit={words.answerSubmit}
      action={action}
      lacks={[
        chosen === undefined ? ['request', words.directorateMissing] : null,
        need(value.text, 'text', referralMessages.replyMissing),
        momentLack(value.until, 'needed-until'),
      ]}
      onSubmit={submit}
    >
      <SelectField
        required
        autoFocus
        name="request"
        label={t(words.directorate)}
        options={open.map(({ request }) => ({ value: request.id, label: names.unit(request.directorate) }))}
        value={chosen?.request.id ?? null}
        onChange={(request) => set({ request })}
      />
      <TextAreaField
        required
        name="text"
        label={t(words.whatItSaid)}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      <FutureField
        required={false}
        name="needed-until"
        label={t(words.neededUntil)}
        hint={t(words.neededHint)}
        value={value.until}
        onChange={(until) => set({ until })}
      />
    </StepForm>
  )
}

const openRequests = (view: StepProps['view']): readonly OpenRequest[] =>
  currentCycle(view.state)
    .referrals.filter((referral) => referralsFor(view, 'answer_for_directorate').includes(referral))
    .flatMap((referral) =>
      referral.requests.filter(({ answered }) => answered === null).map((request) => ({ referral, request })),
    )
