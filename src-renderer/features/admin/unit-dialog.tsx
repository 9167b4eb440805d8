import { useState } from 'react'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { unitKinds } from '#shared/domain/access/events.ts'
import { contactFault } from '#shared/domain/person/contact-line.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { adminUnitMessages } from '#shared/i18n/admin-units.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { namesOrArabic, typedNames } from '#renderer/parts/both-names.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { toldApart } from '#renderer/parts/told-apart.ts'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { CodeField, TextField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import type { Lack } from './lack.ts'
import { lacking } from './lack.ts'
import { useLacks } from './use-lacks.ts'
import { lacksOfNames, NameFields } from './name-fields.tsx'
import { unitKindLabels } from '#shared/i18n/unit-kind-labels.ts'
import { namesakeOf, unitsBelow } from './unit-tree.ts'

export type UnitForm = Omit<UnitSet, 'id' | 'parent' | 'serves'> & {
  readonly id: string | null
  readonly parent: string | null
  readonly serves: readonly string[]
}

/** Below a department stand its directorates. */
export const emptyUnit = (parent: { readonly id: string; readonly kind: UnitSet['kind'] }): UnitForm => ({
  id: null,
  kind: parent.kind === 'department' ? 'directorate' : 'department',
  code: '',
  name: { ar: '', en: '' },
  parent: parent.id,
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
})

/** By the rule that the core goes by. */
function contactLacks(contact: UnitForm['contact']): readonly Lack[] {
  const fault = contactFault(contact)
  if (fault === null) return []
  const { code, params } = fault.refusal
  return [
    {
      field: fault.field,
      words: { ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') },
    },
  ]
}

interface UnitDialogProps {
  readonly start: UnitForm
  readonly units: readonly UnitSet[]
  readonly onClose: () => void
}

/** A unit: its place in the tree, its names, whom one calls there (G-03). */
export function UnitDialog({ start, units, onClose }: UnitDialogProps) {
  const { t } = useSpeech()
  const [form, setForm] = useState({ ...start, name: typedNames(start.name) })
  const { lacks, tell } = useLacks([
    ...lacksOfNames(form.name),
    ...contactLacks(form.contact),
    ...lacking([{ field: 'code', words: adminUnitMessages.needUnitCode, lacks: form.code.trim() === '' }]),
  ])
  const save = useCoreAction(core.admin.setUnit, () => {
    showToast({ tone: 'good', text: t(adminMessages.saved) })
    onClose()
  })
  const change = (part: Partial<UnitForm>) => setForm({ ...form, ...part })
  const submit = () => {
    if (!tell()) return
    const { id, ...rest } = form
    void save.run({
      ...rest,
      ...(id === null ? {} : { id }),
      code: form.code.trim(),
      name: namesOrArabic(form.name),
      serves: [...form.serves],
    })
  }
  return (
    <EditorDialog
      title={t(form.id === null ? adminUnitMessages.addUnit : adminUnitMessages.editUnit)}
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
      busy={save.busy}
      refusal={save.refusal}
    >
      <NameFields autoFocus value={form.name} onChange={(name) => change({ name })} />
      <NamesakeNotice namesake={namesakeOf(units, form)} />
      <PlaceFields form={form} change={change} units={units} />
      <ContactFields form={form} change={change} />
      <CheckboxField
        name="active"
        label={t(adminUnitMessages.unitActive)}
        hint={t(adminMessages.activeHint)}
        checked={form.active}
        onChange={(active) => change({ active })}
      />
    </EditorDialog>
  )
}

/** Two of one name are allowed, and nobody makes them unawares. */
function NamesakeNotice({ namesake }: { readonly namesake: UnitSet | null }) {
  const { t, say } = useSpeech()
  if (namesake === null) return null
  return (
    <Notice live tone="warn">
      {t(adminUnitMessages.namesake, { name: say(namesake.name), code: `\u2066${namesake.code}\u2069` })}
    </Notice>
  )
}

interface PartProps {
  readonly form: UnitForm
  readonly change: (part: Partial<UnitForm>) => void
}

function PlaceFields({ form, change, units }: PartProps & { readonly units: readonly UnitSet[] }) {
  const { t, say, label } = useSpeech()
  const closed = form.id === null ? new Set<string>() : unitsBelow(units, form.id)
  const parents = toldApart(
    units.filter((unit) => !closed.has(unit.id)),
    say,
  )
  const offices = toldApart(
    units.filter((unit) => unit.kind === 'office'),
    say,
  )
  const serves = form.kind === 'department' || form.kind === 'directorate'
  return (
    <>
      <Columns count={3}>
        <SelectField
          required
          name="kind"
          label={t(adminUnitMessages.unitKind)}
          options={unitKinds.map((value) => ({ value, label: label(unitKindLabels, value) }))}
          value={form.kind}
          onChange={(kind) => change({ kind: unitKinds.find((each) => each === kind) ?? form.kind })}
        />
        <CodeField
          required
          name="code"
          label={t(adminUnitMessages.unitCode)}
          hint={t(adminUnitMessages.unitCodeHint)}
          value={form.code}
          maxLength={32}
          onChange={(code) => change({ code })}
        />
        <SelectField
          name="parent"
          label={t(adminUnitMessages.parent)}
          placeholder={t(adminUnitMessages.parentNone)}
          options={parents}
          value={form.parent}
          onChange={(parent) => change({ parent })}
        />
      </Columns>
      {serves && offices.length > 1 && (
        <MultiSelectField
          name="serves"
          label={t(adminUnitMessages.serves)}
          hint={t(adminUnitMessages.servesHint)}
          options={offices}
          values={form.serves}
          onChange={(chosen) => change({ serves: chosen })}
        />
      )}
    </>
  )
}

function ContactFields({ form, change }: PartProps) {
  const { t } = useSpeech()
  const { contact } = form
  const changeContact = (part: Partial<UnitForm['contact']>) => change({ contact: { ...contact, ...part } })
  return (
    <Columns count={3}>
      <TextField
        name="liaison"
        label={t(adminUnitMessages.liaison)}
        value={contact.liaison}
        maxLength={200}
        onChange={(liaison) => changeContact({ liaison })}
      />
      <CodeField
        mode="tel"
        name="phone"
        label={t(adminUnitMessages.phone)}
        value={contact.phone}
        maxLength={40}
        onChange={(phone) => changeContact({ phone })}
      />
      <CodeField
        mode="email"
        name="email"
        label={t(adminUnitMessages.email)}
        value={contact.email}
        maxLength={200}
        onChange={(email) => changeContact({ email })}
      />
    </Columns>
  )
}
