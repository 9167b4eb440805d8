import { useState } from 'react'
import { complexities } from '#shared/domain/case/codes.ts'
import { caseTypes } from '#shared/domain/lists/case-types.ts'
import type { EntryAttributes, EntrySet } from '#shared/domain/lists/events.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { complexityLabels, typeLabels } from '#shared/i18n/codes.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useDepartmentOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import type { EntryForm } from './entry-form.ts'
import { entryInput, lacksOfEntry } from './entry-form.ts'
import { useLacks } from './use-lacks.ts'
import { LimitFields, limitTyped, typedLimit } from './limit-fields.tsx'
import { NameFields } from './name-fields.tsx'

interface EntryDialogProps {
  readonly start: EntryForm
  readonly entries: readonly EntrySet[]
  readonly onClose: () => void
}

/** A value of a list, in both languages, with what it carries (G-03, L-04, L-06). */
export function EntryDialog({ start, entries, onClose }: EntryDialogProps) {
  const { t, label } = useSpeech()
  const [form, setForm] = useState(start)
  const { lacks, tell } = useLacks(lacksOfEntry(form, entries))
  const save = useCoreAction(core.admin.setEntry, () => {
    showToast({ tone: 'good', text: t(adminMessages.saved) })
    onClose()
  })
  const change = (part: Partial<EntryForm>) => setForm({ ...form, ...part })
  const carry = (part: Partial<EntryAttributes>) => change({ attributes: { ...form.attributes, ...part } })
  const submit = () => {
    if (tell()) void save.run(entryInput(form))
  }
  return (
    <EditorDialog
      title={t(form.isNew ? adminListMessages.addEntry : adminListMessages.editEntry)}
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
      busy={save.busy}
      refusal={save.refusal}
    >
      <NameFields autoFocus value={form.labels} onChange={(labels) => change({ labels })} />
      {form.isNew && (
        <CodeField
          required
          name="code"
          label={t(adminMessages.code)}
          hint={t(adminListMessages.entryCodeHint)}
          value={form.code}
          maxLength={64}
          onChange={(code) => change({ code: code.toLowerCase() })}
        />
      )}
      {form.list === 'services' && <ServiceFields form={form} carry={carry} entries={entries} />}
      {form.list === 'types' && (
        <SelectField
          required
          name="behaves"
          label={t(adminListMessages.behaves)}
          hint={t(adminListMessages.behavesHint)}
          options={caseTypes.map((value) => ({ value, label: label(typeLabels, value) }))}
          value={form.attributes.behaves}
          onChange={(value) => carry({ behaves: caseTypes.find((each) => each === value) ?? null })}
        />
      )}
      {form.list === 'channels' && (
        <CheckboxField
          name="synchronous"
          label={t(adminListMessages.synchronous)}
          checked={form.attributes.synchronous}
          onChange={(synchronous) => carry({ synchronous })}
        />
      )}
      <CheckboxField
        name="active"
        label={t(adminMessages.activeField)}
        hint={t(adminMessages.activeHint)}
        checked={form.active}
        onChange={(active) => change({ active })}
      />
    </EditorDialog>
  )
}

interface ServiceFieldsProps {
  readonly form: EntryForm
  readonly carry: (part: Partial<EntryAttributes>) => void
  readonly entries: readonly EntrySet[]
}

function ServiceFields({ form, carry, entries }: ServiceFieldsProps) {
  const { t, say, label } = useSpeech()
  const departments = useDepartmentOptions()
  const { attributes } = form
  const [limit, setLimit] = useState(typedLimit(attributes.limit))
  const parents = entries.filter((entry) => entry.attributes.parent === null && entry.code !== form.code)
  return (
    <>
      <Columns count={2}>
        <SelectField
          name="parent"
          label={t(adminListMessages.entryParent)}
          placeholder={t(adminListMessages.entryParentNone)}
          options={parents.map((entry) => ({ value: entry.code as string, label: say(entry.labels) }))}
          value={attributes.parent}
          onChange={(code) => carry({ parent: parents.find((entry) => entry.code === code)?.code ?? null })}
        />
        <SelectField
          name="complexity"
          label={t(adminListMessages.complexity)}
          placeholder={t(adminListMessages.complexityNone)}
          options={complexities.map((value) => ({ value, label: label(complexityLabels, value) }))}
          value={attributes.complexity}
          onChange={(value) => carry({ complexity: complexities.find((each) => each === value) ?? null })}
        />
      </Columns>
      <MultiSelectField
        name="departments"
        label={t(adminListMessages.departments)}
        options={departments}
        values={attributes.departments}
        onChange={(chosen) => carry({ departments: chosen as EntryAttributes['departments'] })}
      />
      <LimitFields
        label={t(adminLimitMessages.serviceLimit)}
        hint={t(adminLimitMessages.serviceLimitHint)}
        value={limit}
        onChange={(typed) => {
          setLimit(typed)
          carry({ limit: limitTyped(typed) })
        }}
      />
      <CheckboxField
        name="fcr-possible"
        label={t(adminListMessages.fcrPossible)}
        checked={attributes.fcrPossible}
        onChange={(fcrPossible) => carry({ fcrPossible })}
      />
    </>
  )
}
