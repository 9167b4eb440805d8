import { useState } from 'react'
import type { GroupSet } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { adminGroupMessages } from '#shared/i18n/admin-groups.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { rightDescriptions } from '#shared/i18n/right-descriptions.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { namesOrArabic, typedNames } from '#renderer/parts/both-names.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import { lacking } from './lack.ts'
import { useLacks } from './use-lacks.ts'
import { lacksOfNames, NameFields } from './name-fields.tsx'
import { rightsGroups } from './rights-groups.ts'
import css from './admin.module.css'

interface GroupDialogProps {
  /** null: a new group. */
  readonly group: GroupSet | null
  readonly taken: readonly string[]
  readonly onClose: () => void
}

const emptyGroup: GroupSet = { code: '', name: { ar: '', en: '' }, rights: [], active: true }

/** A permission group: its name and, one by one in plain words, what it allows (G-01, G-02). */
export function GroupDialog({ group, taken, onClose }: GroupDialogProps) {
  const { t } = useSpeech()
  const [form, setForm] = useState(group === null ? emptyGroup : { ...group, name: typedNames(group.name) })
  const { lacks, tell } = useLacks([
    ...lacksOfNames(form.name),
    ...lacking([
      { field: 'code', words: adminGroupMessages.needGroupCode, lacks: !/^[a-z][a-z0-9_]{1,39}$/.test(form.code) },
      { field: 'code', words: adminGroupMessages.codeTaken, lacks: group === null && taken.includes(form.code) },
    ]),
  ])
  const save = useCoreAction(core.admin.setGroup, () => {
    showToast({ tone: 'good', text: t(adminMessages.saved) })
    onClose()
  })
  const submit = () => {
    if (tell()) void save.run({ ...form, name: namesOrArabic(form.name), rights: [...form.rights] })
  }
  const toggle = (right: Right, isGiven: boolean) =>
    setForm({ ...form, rights: isGiven ? [...form.rights, right] : form.rights.filter((each) => each !== right) })
  return (
    <EditorDialog
      title={t(group === null ? adminGroupMessages.addGroup : adminGroupMessages.editGroup)}
      size="xl"
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
      busy={save.busy}
      refusal={save.refusal}
    >
      <NameFields autoFocus value={form.name} onChange={(name) => setForm({ ...form, name })} />
      {group === null && (
        <CodeField
          required
          name="code"
          label={t(adminMessages.code)}
          hint={t(adminGroupMessages.groupCodeHint)}
          value={form.code}
          maxLength={40}
          onChange={(code) => setForm({ ...form, code: code.toLowerCase() })}
        />
      )}
      {rightsGroups.map(({ title, rights }) => (
        <fieldset key={title.en} className={css['rights']}>
          <legend>{t(title)}</legend>
          <Columns count={2} gap="xs">
            {rights.map((right) => (
              <CheckboxField
                key={right}
                name={`right-${right}`}
                label={t(rightLabels[right])}
                hint={t(rightDescriptions[right])}
                checked={form.rights.includes(right)}
                onChange={(isGiven) => toggle(right, isGiven)}
              />
            ))}
          </Columns>
        </fieldset>
      ))}
      <CheckboxField
        name="active"
        label={t(adminMessages.activeField)}
        hint={t(adminMessages.activeHint)}
        checked={form.active}
        onChange={(active) => setForm({ ...form, active })}
      />
    </EditorDialog>
  )
}
