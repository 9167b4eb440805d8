import { currentCycle, waitingReferrals } from '#shared/domain/case/reading.ts'
import { identityMarks } from '#shared/domain/person/identity-marks.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { core } from '#renderer/client/core.ts'
import { useDepartmentOptions, useListEntries } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField, CheckboxesField } from '#renderer/ui/checkbox-field.tsx'
import { MultiSelectField } from '#renderer/ui/select-field.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { IdentityCheck } from './identity-check.tsx'
import { ReceiverNotice } from './receiver-notice.tsx'
import type { Lack } from './step-form.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Referred {
  /** null: those the service proposes, until somebody chooses. */
  readonly departments: readonly string[] | null
  readonly texts: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, readonly string[]>>
  /** Texts that were confirmed to go although they tell who complained, as they were then. */
  readonly confirmed: Readonly<Record<string, string>>
}

/** To one or several departments at once, each with its own text and files (F-01, R-09). */
export function ReferStep(step: StepProps) {
  const { t } = useSpeech()
  const { view } = step
  const action = useStep(step, core.referral.refer, doneMessages.doneReferred)
  const { options, proposed } = useChoice(view)
  const { value, set } = useKept<Referred>(step.keep, { departments: null, texts: {}, files: {}, confirmed: {} })
  const departments = value.departments ?? proposed
  const original = view.text?.text ?? ''
  const person = view.person?.details ?? null
  const isConfirmed = (department: string): boolean => value.confirmed[department] === textFor(department)
  const textFor = (department: string): string => value.texts[department] ?? original
  const nameOf = (department: string): string =>
    options.find((option) => option.value === department)?.label ?? department
  const lacks: readonly Lack[] = [
    departments.length === 0 ? ['departments', referralMessages.departmentsMissing] : null,
    ...departments.map((department): Lack =>
      textFor(department).trim() === ''
        ? [`text-${department}`, forDepartment(referralMessages.referralTextMissing, nameOf(department))]
        : null,
    ),
    ...departments.map((department): Lack =>
      identityMarks(textFor(department), person).length > 0 && !isConfirmed(department)
        ? [`identity-${department}`, forDepartment(referralMessages.identityUnconfirmed, nameOf(department))]
        : null,
    ),
  ]
  const submit = () =>
    void action.run({
      referrals: departments.map((department) => ({
        department,
        text: textFor(department),
        files: [...(value.files[department] ?? [])],
        ...(identityMarks(textFor(department), person).length > 0 ? { tells: 'confirmed' as const } : {}),
      })),
    })
  return (
    <StepForm
      step={step}
      title={referralMessages.refer}
      submit={referralMessages.referSubmit}
      action={action}
      lacks={lacks}
      onSubmit={submit}
    >
      <Text quiet>{t(referralMessages.referAbout)}</Text>
      {options.length === 0 && <Notice tone="warn">{t(referralMessages.noDepartments)}</Notice>}
      <MultiSelectField
        required
        autoFocus
        name="departments"
        label={t(referralMessages.departments)}
        options={options}
        values={departments}
        onChange={(chosen) => set({ departments: chosen })}
      />
      {departments.map((department) => (
        <OneReferral
          key={department}
          department={department}
          name={nameOf(department)}
          text={textFor(department)}
          files={value.files[department] ?? []}
          view={view}
          onText={(text) => set({ texts: { ...value.texts, [department]: text } })}
          onFiles={(files) => set({ files: { ...value.files, [department]: files } })}
          confirmed={isConfirmed(department)}
          onConfirmed={(yes) =>
            set({ confirmed: { ...value.confirmed, [department]: yes ? textFor(department) : '' } })
          }
        />
      ))}
    </StepForm>
  )
}

/** With several departments the same sentence would stand there for each: it says which one is meant. */
const forDepartment = (message: PlainMessage, name: string): PlainMessage => ({
  ar: `\u2068${name}\u2069: ${message.ar}`,
  en: `\u2068${name}\u2069: ${message.en}`,
})

/** Departments that may be asked now, and those that the service names by default (L-04). */
function useChoice(view: StepProps['view']) {
  const cycle = currentCycle(view.state)
  const waiting = new Set<string>(waitingReferrals(cycle).map(({ department }) => department))
  const options = useDepartmentOptions().filter(({ value }) => !waiting.has(value))
  const service = useListEntries('services').find(({ code }) => code === cycle.classification?.service)
  const proposed: readonly string[] = cycle.referrals.length > 0 ? [] : (service?.attributes.departments ?? [])
  return { options, proposed }
}

interface OneReferralProps {
  readonly department: string
  readonly name: string
  readonly text: string
  readonly files: readonly string[]
  readonly view: StepProps['view']
  readonly onText: (text: string) => void
  readonly onFiles: (files: readonly string[]) => void
  readonly confirmed: boolean
  readonly onConfirmed: (confirmed: boolean) => void
}

function OneReferral(referral: OneReferralProps) {
  const { department, name, text, files, view, onText, onFiles } = referral
  const { t } = useSpeech()
  const original = view.text?.text ?? ''
  const options = view.files.map((file) => ({ value: file.file, label: file.name }))
  return (
    <Panel
      title={<bdi>{name}</bdi>}
      actions={
        text === original ? undefined : (
          <Button size="xs" kind="quiet" onClick={() => onText(original)}>
            {t(referralMessages.textAgain)}
          </Button>
        )
      }
    >
      <ReceiverNotice view={view} department={department} name={name} />
      <TextAreaField
        required
        name={`text-${department}`}
        label={t(referralMessages.referralText, { name })}
        rows={4}
        maxRows={10}
        value={text}
        maxLength={20_000}
        onChange={onText}
      />
      <IdentityCheck name={name} text={text} person={view.person?.details ?? null} onChange={onText} />
      <IdentityConfirmation {...referral} />
      {options.length > 0 && (
        <CheckboxesField
          name={`files-${department}`}
          label={t(referralMessages.referralFiles)}
          hint={t(referralMessages.referralFilesHint)}
          options={options}
          values={files}
          onChange={onFiles}
        />
      )}
    </Panel>
  )
}

/** What still tells who complained goes only when somebody says so, place by place. */
function IdentityConfirmation({ department, name, text, view, confirmed, onConfirmed }: OneReferralProps) {
  const { t } = useSpeech()
  const marks = identityMarks(text, view.person?.details ?? null)
  if (marks.length === 0) return null
  const places = [...new Set(marks.map(({ from, to }) => text.slice(from, to)))].join(t(stepMessages.comma))
  return (
    <CheckboxField
      required
      name={`identity-${department}`}
      label={t(referralMessages.identitySend, { name, places })}
      checked={confirmed}
      onChange={onConfirmed}
    />
  )
}
