import { useState } from 'react'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { LetterPaper } from '#renderer/parts/letter-paper.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts, Page, Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import type { Finished } from './intake-store.ts'
import { useIntake } from './intake-store.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useNextRegistration } from './use-next-registration.ts'
import css from './intake.module.css'

/** After saving: the number, big; the receipt; and what the desk still owes the complainant. */
export function RegisteredPanel({ finished }: { readonly finished: Finished }) {
  const { t } = useSpeech()
  const startOver = useIntake((state) => state.startOver)
  const [pressed, setPressed] = useState(false)
  const tried = useLeaveGuard(finished.owesTelling) || pressed
  useNextRegistration(finished.owesTelling)
  const { registered, owesTelling } = finished
  // What is owed is said instead of a button that does nothing.
  const next = () => (owesTelling ? setPressed(true) : startOver())
  const open = () => {
    if (owesTelling) return setPressed(true)
    startOver()
    navigate(paths.case(registered.case))
  }
  useKeys([
    { id: 'intake-next', code: 'Enter', mod: true, label: t(messages.registeredNext), run: next },
    { id: 'intake-open', code: 'KeyO', alt: true, label: t(messages.registeredOpen), run: open },
  ])
  return (
    <Page
      title={t(messages.registeredTitle)}
      actions={
        <>
          <Button onClick={open}>{t(messages.registeredOpen)}</Button>
          <Button kind="primary" icon="plus" onClick={next}>
            {t(messages.registeredNext)}
          </Button>
        </>
      }
    >
      <div className={css['finished']}>
        <Stack>
          <NumberPanel finished={finished} />
          {owesTelling && <TellPanel finished={finished} tried={tried} />}
          {!owesTelling && finished.promised === 'told' && (
            <Notice tone="warn">{t(messages.tellNow, { reference: registered.reference })}</Notice>
          )}
        </Stack>
        <ReceiptPanel finished={finished} />
      </div>
    </Page>
  )
}

function NumberPanel({ finished }: { readonly finished: Finished }) {
  const { t, say, longDate, dateTime } = useSpeech()
  const { registered, person } = finished
  const isLate = registered.due <= useNow()
  const copy = async () => {
    await navigator.clipboard.writeText(registered.reference).catch(() => null)
    showToast({ tone: 'good', text: t(messages.registeredCopied) })
  }
  return (
    <Panel tone="good">
      <Stack gap="sm">
        <div className={css['number']} role="status">
          <span className={css['number-label']}>{t(messages.registeredNumber)}</span>
          <ReferenceNumber size="big" reference={registered.reference} />
          <Button size="xs" kind="quiet" icon="copy" onClick={() => void copy()}>
            {t(messages.registeredCopy)}
          </Button>
        </div>
        <Facts
          items={[
            { label: t(isLate ? messages.registeredWasDue : messages.registeredDue), value: longDate(registered.due) },
            { label: t(messages.registeredReceived), value: dateTime(registered.receivedAt) },
            { label: t(messages.type), value: say(registered.type) },
            { label: t(messages.sectionPerson), value: <Isolated>{person}</Isolated> },
            { label: t(messages.registeredCode), value: <Isolated ltr>{registered.trackingCode}</Isolated> },
          ]}
        />
        {isLate && <Notice tone="warn">{t(messages.registeredLate)}</Notice>}
      </Stack>
    </Panel>
  )
}

const tellingWords = {
  tells: messages.tellText,
  'is-sent': messages.tellByPaper,
  'says-nothing': messages.tellCaller,
} as const satisfies Record<Finished['paper'], PlainMessage>

function TellPanel({ finished, tried }: { readonly finished: Finished; readonly tried: boolean }) {
  const { t, say } = useSpeech()
  const tell = useTelling(finished)
  return (
    <Notice tone={tried ? 'bad' : 'warn'} live title={tried ? t(messages.tellTried) : t(messages.tellTitle)}>
      <Stack gap="xs">
        <span>{t(tellingWords[finished.paper])}</span>
        <CheckboxField
          name="told-orally"
          label={t(messages.toldOrally)}
          checked={false}
          disabled={tell.busy}
          error={tell.refusal === null ? undefined : say(tell.refusal)}
          onChange={(checked) => checked && void tell.run('told')}
        />
      </Stack>
    </Notice>
  )
}

function ReceiptPanel({ finished }: { readonly finished: Finished }) {
  const { t } = useSpeech()
  const [paper, setPaper] = useState<'a5' | 'thermal'>('a5')
  const { case: caseId } = finished.registered
  const tell = useTelling(finished)
  return (
    <Panel title={t(messages.registeredReceipt)}>
      <Stack gap="xs">
        <RadioField
          inline
          name="paper"
          label={t(messages.paper)}
          options={[
            { value: 'a5', label: t(messages.paperA5) },
            { value: 'thermal', label: t(messages.paperThermal) },
          ]}
          value={paper}
          onChange={(next) => setPaper(next === 'thermal' ? 'thermal' : 'a5')}
        />
        <LetterPaper caseId={caseId} kind="receipt" paper={paper} onPrinted={() => void tell.run('printed')} />
      </Stack>
    </Panel>
  )
}

/** Records how the number was handed over, unless the form recorded just that already. A receipt tells nothing to a caller. */
function useTelling({ registered, promised, paper }: Finished) {
  const { t } = useSpeech()
  const told = useIntake((state) => state.told)
  const record = async (how: 'printed' | 'told') => {
    if (how !== promised) await core.desk.tellNumber({ case: registered.case, how })
    return how
  }
  return useCoreAction(record, (how) => {
    if (how === 'told' || paper !== 'says-nothing') told()
    const isTold = how === 'told' || paper === 'tells'
    showToast({ tone: 'good', text: t(isTold ? messages.toldDone : messages.printedDone) })
  })
}
