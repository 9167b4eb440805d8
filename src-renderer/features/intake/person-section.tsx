import type { Verification } from '#shared/domain/case/codes.ts'
import { mayGoUnverified } from '#shared/domain/case/reading.ts'
import { verificationLabels } from '#shared/i18n/codes.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { LanguageField, PersonFields } from '#renderer/parts/person-fields.tsx'
import { isEmptyPerson } from '#renderer/parts/person-draft.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { personFromKey } from './caller-key.ts'
import { callerListId } from './callers-panel.tsx'
import type { IntakeForm } from './intake-form.ts'
import { owesNumber } from './intake-form.ts'
import { useIntake } from './intake-store.ts'
import { useForgotten } from './use-forgotten.ts'
import css from './intake.module.css'

interface PersonSectionProps {
  /** Takes the first of the people found, if there is one. */
  readonly onTakeFirst: () => void
}

/** Who brings it: found first, typed only when the office does not know the person. */
export function PersonSection({ onTakeFirst }: PersonSectionProps) {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  const changePerson = useIntake((state) => state.changePerson)
  const isForgotten = useIntake((state) => state.isForgotten)
  useForgotten()
  const asksPerson = !form.anonymous && (form.known === null || form.editing)
  return (
    <Panel
      title={t(messages.sectionPerson)}
      actions={
        <AnonymousBox form={form} onChange={(anonymous) => change({ anonymous, known: null, editing: false })} />
      }
    >
      <Stack gap="sm">
        {isForgotten && (
          <Notice tone="warn" live>
            {t(messages.knownForgotten)}
          </Notice>
        )}
        {form.known === null && !form.anonymous && <KeyField onTakeFirst={onTakeFirst} />}
        {form.known !== null && <KnownPerson form={form} />}
        {asksPerson && <PersonFields person={form.person} onChange={changePerson} />}
        {owesNumber(form) && (
          <NumberToldField value={form.numberTold} onChange={(numberTold) => change({ numberTold })} />
        )}
        {form.anonymous ? (
          <LanguageField person={form.person} onChange={changePerson} />
        ) : (
          <VerificationField form={form} onChange={(verification) => change({ verification })} />
        )}
      </Stack>
    </Panel>
  )
}

function AnonymousBox({
  form,
  onChange,
}: {
  readonly form: IntakeForm
  readonly onChange: (anonymous: boolean) => void
}) {
  const { t } = useSpeech()
  return <CheckboxField name="anonymous" label={t(messages.anonymous)} checked={form.anonymous} onChange={onChange} />
}

function KeyField({ onTakeFirst }: PersonSectionProps) {
  const { t } = useSpeech()
  const key = useIntake((state) => state.form.key)
  const change = useIntake((state) => state.change)
  // Whoever types elsewhere keeps his place when the person leaves the form by himself.
  const isForgotten = useIntake((state) => state.isForgotten)
  const leave = () => {
    const { form, country, changePerson } = useIntake.getState()
    if (form.known === null && isEmptyPerson(form.person)) changePerson(personFromKey(form.key, country))
  }
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.code !== 'ArrowDown') return
        event.preventDefault()
        document.getElementById(callerListId)?.querySelector<HTMLElement>('button')?.focus()
      }}
    >
      <TextField
        autoFocus={!isForgotten}
        name="key"
        label={t(messages.key)}
        hint={t(messages.keyHint)}
        value={key}
        maxLength={200}
        onChange={(text) => change({ key: text })}
        onBlur={leave}
        onEnter={onTakeFirst}
        before={<Icon name="search" />}
      />
    </div>
  )
}

function KnownPerson({ form }: { readonly form: IntakeForm }) {
  const { t } = useSpeech()
  const change = useIntake((state) => state.change)
  return (
    <div className={css['known']}>
      <Icon name="user" />
      <span className={css['known-name']}>
        <Isolated>{form.known?.displayName}</Isolated>
      </span>
      <span className={css['known-note']}>{t(messages.known)}</span>
      <Row gap="xs">
        {!form.editing && (
          <Button size="xs" icon="edit" onClick={() => change({ editing: true })}>
            {t(messages.editKnown)}
          </Button>
        )}
        <Button size="xs" kind="quiet" onClick={() => change({ known: null, editing: false, key: '' })}>
          {t(messages.otherPerson)}
        </Button>
      </Row>
    </div>
  )
}

interface NumberToldFieldProps {
  readonly value: IntakeForm['numberTold']
  readonly onChange: (value: IntakeForm['numberTold']) => void
}

/** without mobile and e-mail the number is handed over at the desk. */
function NumberToldField({ value, onChange }: NumberToldFieldProps) {
  const { t } = useSpeech()
  return (
    <RadioField
      required
      inline
      name="number-told"
      label={t(messages.numberTold)}
      hint={t(messages.numberToldHint)}
      options={[
        { value: 'printed', label: t(messages.numberPrinted) },
        { value: 'told', label: t(messages.numberSpoken) },
      ]}
      value={value}
      onChange={(next) => onChange(next === 'printed' ? 'printed' : 'told')}
    />
  )
}

const chosenByHand: readonly Verification[] = ['by_document', 'by_phone', 'not_verified', 'failed']

function VerificationField({
  form: { type, verification: value },
  onChange,
}: {
  readonly form: IntakeForm
  readonly onChange: (value: Verification | null) => void
}) {
  const { t, label } = useSpeech()
  // What was chosen for another type stays to be seen, and is refused by name.
  const isSpared = value === 'not_required' || (type !== null && mayGoUnverified({ type, complainant: null }))
  const offered = isSpared ? [...chosenByHand, 'not_required' as const] : chosenByHand
  return (
    <SelectField
      name="verification"
      label={t(messages.verification)}
      options={offered.map((code) => ({ value: code, label: label(verificationLabels, code) }))}
      value={value}
      placeholder={label(verificationLabels, 'not_verified')}
      onChange={(next) => onChange(next as Verification | null)}
    />
  )
}
