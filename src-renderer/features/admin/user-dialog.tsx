import { useState } from 'react'
import type { GroupSet, UnitSet } from '#shared/domain/access/events.ts'
import { adminUserMessages } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { toldApart } from '#renderer/parts/told-apart.ts'
import { useIsJoined } from '#renderer/parts/use-is-joined.ts'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { CodeField, PasswordField, TextField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import { useLacks } from './use-lacks.ts'
import { LeaveFields } from './leave-fields.tsx'
import { NameFields } from './name-fields.tsx'
import type { UserForm } from './user-form.ts'
import { groupsHint, isHoldOffered, isOwnNeeded, lacksOfUser, offeredGroups, unfitIn, userInput } from './user-form.ts'

interface UserDialogProps {
  readonly start: UserForm
  readonly units: readonly UnitSet[]
  readonly groups: readonly GroupSet[]
  readonly onClose: () => void
}

/** A user: who he is, where he works, what he may do (G-02). */
export function UserDialog({ start, units, groups, onClose }: UserDialogProps) {
  const { t, say } = useSpeech()
  const [form, setForm] = useState(start)
  const save = useCoreAction(core.admin.setUser, () => {
    showToast({ tone: 'good', text: t(adminMessages.saved) })
    onClose()
  })
  const isJoined = useIsJoined()
  const { lacks, tell } = useLacks(lacksOfUser(form, { isJoined, unfit: unfitIn(units, form, start) }))
  const change = (part: Partial<UserForm>) => setForm({ ...form, ...part })
  const submit = () => {
    if (tell()) void save.run(userInput(form))
  }
  const unitOptions = toldApart(
    units.filter((unit) => unit.active || unit.id === form.unit),
    say,
  )
  const hint = groupsHint(units, form)
  return (
    <EditorDialog
      title={t(form.id === null ? adminUserMessages.addUser : adminUserMessages.editUser)}
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
      busy={save.busy}
      refusal={save.refusal}
    >
      <NameFields autoFocus value={form.name} onChange={(name) => change({ name })} />
      <Columns count={2}>
        <TextField
          required
          name="username"
          label={t(adminUserMessages.username)}
          hint={t(adminUserMessages.usernameHint)}
          value={form.username}
          maxLength={40}
          onChange={(username) => change({ username })}
        />
        <CodeField
          name="staff-id"
          label={t(adminUserMessages.staffId)}
          hint={t(adminUserMessages.staffIdHint)}
          value={form.staffId}
          maxLength={40}
          onChange={(staffId) => change({ staffId })}
        />
        <SelectField
          required
          name="unit"
          label={t(adminUserMessages.unit)}
          options={unitOptions}
          value={form.unit}
          onChange={(unit) => change({ unit })}
        />
        <RadioField
          inline
          name="language"
          label={t(adminUserMessages.language)}
          options={[
            { value: 'ar', label: t(adminUserMessages.arabic) },
            { value: 'en', label: t(adminUserMessages.english) },
          ]}
          value={form.language}
          onChange={(language) => change({ language: language === 'en' ? 'en' : 'ar' })}
        />
      </Columns>
      <MultiSelectField
        required
        name="groups"
        label={t(adminUserMessages.memberOf)}
        hint={hint === null ? undefined : t(hint)}
        options={offeredGroups(groups, units, form).map(({ code, name }) => ({ value: code, label: say(name) }))}
        values={form.groups}
        onChange={(chosen) => change({ groups: chosen })}
      />
      <LeaveFields form={form} units={units} onChange={change} />
      <PasswordField
        required={form.id === null}
        name="password"
        label={t(form.id === null ? adminUserMessages.password : adminUserMessages.newPassword)}
        hint={t(form.id === null ? adminUserMessages.passwordHint : adminUserMessages.newPasswordHint)}
        showLabel={t(adminUserMessages.showPassword)}
        autoComplete="new-password"
        value={form.password}
        onChange={(password) => change({ password })}
      />
      {isOwnNeeded(form, isJoined) && (
        <PasswordField
          required
          name="own-password"
          label={t(adminUserMessages.ownPassword)}
          hint={t(adminUserMessages.ownPasswordHint)}
          showLabel={t(adminUserMessages.showPassword)}
          autoComplete="current-password"
          value={form.ownPassword}
          onChange={(ownPassword) => change({ ownPassword })}
        />
      )}
      <CheckboxField
        name="active"
        label={t(adminUserMessages.userActive)}
        hint={t(adminUserMessages.userActiveHint)}
        checked={form.active}
        onChange={(active) => change({ active })}
      />
      {isHoldOffered(form, isJoined) && (
        <CheckboxField
          name="at-once"
          label={t(adminUserMessages.userAtOnce)}
          hint={t(adminUserMessages.userAtOnceHint)}
          checked={form.atOnce}
          onChange={(atOnce) => change({ atOnce })}
        />
      )}
    </EditorDialog>
  )
}
