import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useUnits } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { NoteField } from './note-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Another office of the line takes the case over, with its number and its history (G-07). */
export function MoveToUnitStep(step: StepProps) {
  const { t, say } = useSpeech()
  const action = useStep(step, core.triage.moveToUnit, words.doneMoved)
  const { value, set } = useKept<{ unit: string | null; note: string }>(step.keep, { unit: null, note: '' })
  const offices = useUnits().filter(
    ({ id, kind, active }) => active && (kind === 'office' || kind === 'central') && id !== step.view.state.office,
  )
  return (
    <StepForm
      step={step}
      title={words.move}
      submit={words.moveSubmit}
      action={action}
      fieldOf={{ 'unit-unknown': 'unit', 'move-out-of-line': 'unit' }}
      lacks={[need(value.unit, 'unit', words.unitMissing), need(value.note, 'note', messages.noteMissing)]}
      onSubmit={() => value.unit !== null && void action.run({ unit: value.unit, note: value.note })}
    >
      <Text quiet>{t(offices.length === 0 ? words.noOtherUnit : words.moveAbout)}</Text>
      <SelectField
        required
        autoFocus
        name="unit"
        label={t(words.unit)}
        options={offices.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={value.unit}
        onChange={(unit) => set({ unit })}
      />
      <NoteField required label={words.moveWhy} value={value} set={set} />
    </StepForm>
  )
}

interface EmployeeRow {
  readonly staffId: string
  readonly unit: string | null
}

/** Whom the complaint is about: neither they nor those of their unit see it from then on (G-05). */
export function ComplainedAboutStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.setComplainedAbout, words.doneAbout)
  const { value, set } = useKept<{ employees: readonly EmployeeRow[]; note: string }>(step.keep, {
    employees: step.view.state.complainedAbout.length === 0 ? [nobody] : step.view.state.complainedAbout,
    note: '',
  })
  const named = value.employees.filter(({ staffId, unit }) => staffId.trim() !== '' || unit !== null)
  const half = named.findIndex(({ staffId, unit }) => staffId.trim() === '' || unit === null)
  const submit = () =>
    void action.run({
      employees: named.map(({ staffId, unit }) => ({ staffId: staffId.trim(), unit: unit ?? '' })),
      note: value.note,
    })
  return (
    <StepForm
      step={step}
      title={words.about}
      submit={words.aboutSubmit}
      action={action}
      lacks={[half === -1 ? null : [`staff-${half}`, words.employeeMissing]]}
      onSubmit={submit}
    >
      <Text quiet>{t(words.aboutAbout)}</Text>
      <Stack gap="xs">
        {value.employees.map((employee, index) => (
          <EmployeeFields
            key={index}
            index={index}
            employee={employee}
            onChange={(next) => set({ employees: value.employees.with(index, next) })}
          />
        ))}
        <Row gap="xs">
          <Button size="xs" icon="plus" onClick={() => set({ employees: [...value.employees, nobody] })}>
            {t(words.oneMore)}
          </Button>
          <Button size="xs" kind="quiet" onClick={() => set({ employees: [nobody] })}>
            {t(words.aboutNobody)}
          </Button>
        </Row>
      </Stack>
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

const nobody: EmployeeRow = { staffId: '', unit: null }

interface EmployeeFieldsProps {
  readonly index: number
  readonly employee: EmployeeRow
  readonly onChange: (employee: EmployeeRow) => void
}

function EmployeeFields({ index, employee, onChange }: EmployeeFieldsProps) {
  const { t, say } = useSpeech()
  const units = useUnits().filter(({ active }) => active)
  return (
    <Row gap="xs" align="end" grow>
      <CodeField
        autoFocus={index === 0}
        name={`staff-${index}`}
        label={t(words.staffId)}
        maxLength={40}
        value={employee.staffId}
        onChange={(staffId) => onChange({ ...employee, staffId })}
      />
      <SelectField
        name={`unit-${index}`}
        label={t(words.employeeUnit)}
        options={units.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={employee.unit}
        onChange={(unit) => onChange({ ...employee, unit })}
      />
    </Row>
  )
}
