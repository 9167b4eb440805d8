import { useState } from 'react'
import type { PersonView } from '#shared/contract/desktop/views.ts'
import { peopleMessages as messages } from '#shared/i18n/people.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { personDraftOf, personFormOf } from '#renderer/parts/person-draft.ts'
import { PersonFields } from '#renderer/parts/person-fields.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

interface EditPersonProps {
  readonly person: PersonView
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Correcting a person's record; what stood there before stays in the history. */
export function EditPerson({ person, onDone, onCancel }: EditPersonProps) {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const [draft, setDraft] = useState(() => personDraftOf(person.details, session.format.country))
  const change = useCoreAction(core.people.change, () => {
    showToast({ tone: 'good', text: t(messages.saved) })
    onDone()
  })
  const errors = change.refusal === null ? [] : [{ field: fieldOf(change.refusal.code), message: say(change.refusal) }]
  return (
    <Form
      label={t(messages.editTitle)}
      errors={errors}
      onSubmit={() => void change.run({ id: person.id, details: personFormOf(draft) })}
    >
      <Panel>
        <Stack gap="sm">
          <PersonFields person={draft} onChange={(part) => setDraft((current) => ({ ...current, ...part }))} />
          <Text quiet size="xs">
            {t(messages.editNote)}
          </Text>
          <Row justify="end">
            <Button onClick={onCancel}>{t(messages.cancel)}</Button>
            <Button type="submit" kind="primary" busy={change.busy}>
              {t(messages.save)}
            </Button>
          </Row>
        </Stack>
      </Panel>
    </Form>
  )
}

function fieldOf(code: string): string {
  if (code.startsWith('document-')) return 'document-number'
  if (code.startsWith('phone-')) return 'mobile'
  return { 'name-missing': 'given', 'email-invalid': 'email', 'birth-date-invalid': 'birth-date' }[code] ?? ''
}
