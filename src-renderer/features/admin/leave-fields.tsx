import { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { mayStandInFor } from '#shared/domain/access/leave.ts'
import { adminUserMessages as words } from '#shared/i18n/admin-users.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import type { UserForm } from './user-form.ts'

interface LeaveFieldsProps {
  readonly form: UserForm
  readonly units: readonly UnitSet[]
  readonly onChange: (part: Partial<UserForm>) => void
}

/** When a user is away, and who is told in his place (E-02, F-12). */
export function LeaveFields({ form, units, onChange }: LeaveFieldsProps) {
  const { t, say } = useSpeech()
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} })).data ?? []
  const tree = new Map(units.map((unit) => [unit.id as string, unit]))
  const user = { id: UserId.parse(form.id ?? 'new'), unit: UnitId.parse(form.unit ?? 'none') }
  // Of his own unit first: who knows the work.
  const deputies = users
    .filter((other) => other.id === form.deputy || mayStandInFor(tree, other, user))
    .toSorted((one, other) => Number(other.unit === form.unit) - Number(one.unit === form.unit))
    .map((other) => ({ value: other.id, label: say(other.name) }))
  return (
    <Columns count={3}>
      <DateField
        name="leave-from"
        label={t(words.leaveFrom)}
        value={form.leaveFrom}
        onChange={(leaveFrom) => onChange({ leaveFrom })}
      />
      <DateField
        name="leave-until"
        label={t(words.leaveUntil)}
        value={form.leaveUntil}
        {...(form.leaveFrom === null ? {} : { min: form.leaveFrom })}
        onChange={(leaveUntil) => onChange({ leaveUntil })}
      />
      <SelectField
        name="deputy"
        label={t(words.deputy)}
        hint={t(words.deputyHint)}
        options={deputies}
        value={form.deputy}
        onChange={(deputy) => onChange({ deputy })}
      />
    </Columns>
  )
}
