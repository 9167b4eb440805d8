import { confidentialities } from '#shared/domain/case/codes.ts'
import type { Confidentiality } from '#shared/domain/case/codes.ts'
import { confidentialityLabels } from '#shared/i18n/codes.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useStaff } from '#renderer/parts/use-staff.ts'
import { Stack } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField } from '#renderer/ui/select-field.tsx'
import { proposedNames } from './proposed-names.ts'
import { useIntake } from './intake-store.ts'

/** Who may read the case; a strictly confidential one names those who take it further. */
export function ConfidentialityField() {
  const { t, label } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  const { session } = useSession()
  const staff = { triage: useStaff('triage'), confidential: useStaff('see_confidential') }
  const choose = (confidentiality: Confidentiality) =>
    change({
      confidentiality,
      namedUsers:
        confidentiality === 'strict' && form.namedUsers.length === 0
          ? proposedNames(staff, session.unit.id)
          : form.namedUsers,
    })
  return (
    <Stack gap="xs">
      <RadioField
        inline
        name="confidentiality"
        label={t(messages.confidentiality)}
        options={confidentialities.map((value) => ({ value, label: label(confidentialityLabels, value) }))}
        value={form.confidentiality}
        onChange={(next) => choose(next as Confidentiality)}
      />
      {form.confidentiality === 'strict' && <NamedField />}
    </Stack>
  )
}

function NamedField() {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const named = useIntake((state) => state.form.namedUsers)
  const change = useIntake((state) => state.change)
  const [triage, handlers] = [useStaff('triage'), useStaff('draft_reply')]
  const offered = new Map([...triage, ...handlers].map((user) => [user.id as string, user]))
  offered.delete(session.user.id)
  return (
    <MultiSelectField
      required={!triage.some(({ id }) => id === session.user.id)}
      name="named-users"
      label={t(messages.namedUsers)}
      hint={t(messages.namedUsersHint)}
      options={[...offered.values()].map(({ id, name }) => ({ value: id, label: say(name) }))}
      values={named.filter((id) => offered.has(id))}
      onChange={(namedUsers) => change({ namedUsers })}
    />
  )
}
