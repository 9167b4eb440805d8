import { useState } from 'react'
import type { PersonView } from '#shared/contract/desktop/views.ts'
import { ForgettingReason } from '#shared/domain/person/forgetting.ts'
import { peopleMessages as messages } from '#shared/i18n/people.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

interface ForgetPersonProps {
  readonly person: PersonView
  /** His joined records: all of them go. */
  readonly records: number
  /** Those that another office keeps: none of them goes. */
  readonly elsewhere: number
  /** His open cases. */
  readonly open: number
}

const reasons = {
  request: messages.forgetRequest,
  retention: messages.forgetRetention,
  mistake: messages.forgetMistake,
} as const

/** Removes who a person was for good, after saying what goes and what stays (S19). */
export function ForgetPerson(props: ForgetPersonProps) {
  const { t } = useSpeech()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="xs" kind="quiet" icon="trash" onClick={() => setOpened(true)}>
        {t(messages.forget)}
      </Button>
      {opened && <ForgetDialog {...props} onClose={() => setOpened(false)} />}
    </>
  )
}

function ForgetDialog({
  person,
  records,
  elsewhere,
  open,
  onClose,
}: ForgetPersonProps & { readonly onClose: () => void }) {
  const { t } = useSpeech()
  const [reason, setReason] = useState<ForgettingReason | null>(null)
  const [sure, setSure] = useState(false)
  const forget = useCoreAction(core.people.forget, ({ copiesFollow }) => {
    showToast({ tone: 'good', text: t(copiesFollow ? messages.forgottenCopiesFollow : messages.forgotten) })
    navigate(paths.people())
  })
  const act = (
    <Button
      kind="danger"
      busy={forget.busy}
      disabled={reason === null || !sure || open > 0}
      onClick={() => reason !== null && void forget.run({ id: person.id, reason })}
    >
      {t(messages.forgetDo)}
    </Button>
  )
  return (
    <Dialog opened onClose={onClose} title={t(messages.forgetTitle)} actions={act}>
      <Refused refusal={forget.refusal} />
      {open > 0 && <Notice tone="bad">{t(messages.forgetOpen, { count: open })}</Notice>}
      <Text strong>{person.displayName}</Text>
      {records > 1 && <Notice tone="warn">{t(messages.forgetRecords, { count: records })}</Notice>}
      {elsewhere > 0 && <Notice tone="warn">{t(messages.forgetElsewhere, { count: elsewhere })}</Notice>}
      <Notice tone="warn">{t(messages.forgetGoes)}</Notice>
      <Text>{t(messages.forgetStays)}</Text>
      <Text>{t(messages.forgetCopies)}</Text>
      <SelectField
        required
        name="reason"
        label={t(messages.forgetReason)}
        options={ForgettingReason.options.map((value) => ({ value, label: t(reasons[value]) }))}
        value={reason}
        onChange={(value) => setReason(ForgettingReason.nullable().parse(value))}
      />
      <CheckboxField name="sure" label={t(messages.forgetSure)} checked={sure} onChange={setSure} />
    </Dialog>
  )
}
