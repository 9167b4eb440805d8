import { useState } from 'react'
import { setupMessages as messages } from '#shared/i18n/setup.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Columns, Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PrintFrame } from '#renderer/ui/print-frame.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { askedPlaces, groupsOf, sameGroup } from './recovery-groups.ts'
import css from './recovery-step.module.css'

interface RecoveryStepProps {
  readonly code: string
  /** What it is good for. */
  readonly text: string
  /** Printed above the code. */
  readonly office: { readonly code: string; readonly name: string }
  readonly onDone: () => void
}

/** The code is shown once; work begins only when two of its groups were typed from the copy. */
export function RecoveryStep({ code, text, office, onDone }: RecoveryStepProps) {
  const [kept, setKept] = useState(false)
  if (kept) return <ConfirmGroups code={code} onBack={() => setKept(false)} onDone={onDone} />
  return <ShowCode code={code} text={text} office={office} onKept={() => setKept(true)} />
}

function ShowCode({ code, text, office, onKept }: Omit<RecoveryStepProps, 'onDone'> & { readonly onKept: () => void }) {
  const { t, direction } = useSpeech()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      showToast({ tone: 'good', text: t(messages.recoveryCopied) })
    } catch {
      // The browser may forbid it; the other ways stand beside.
      showToast({ tone: 'warn', text: t(messages.recoveryCopyRefused) })
    }
  }
  return (
    <Stack>
      <Notice tone="warn">{text}</Notice>
      <PrintFrame
        size="A5"
        title={t(messages.recoveryPaperTitle)}
        direction={direction}
        printLabel={t(messages.recoveryPrint)}
        actions={
          <>
            <Button icon="copy" onClick={() => void copy()}>
              {t(messages.recoveryCopy)}
            </Button>
            <Button icon="check" onClick={onKept}>
              {t(messages.recoveryWritten)}
            </Button>
          </>
        }
      >
        <h2>{t(messages.recoveryPaperTitle)}</h2>
        <p>{t(messages.recoveryOffice, office)}</p>
        <div className={css['code']} dir="ltr" role="group" aria-label={t(messages.recoveryCode)}>
          {groupsOf(code).map((group, place) => (
            <span key={place} className={css['group']}>
              {group}
            </span>
          ))}
        </div>
        <p>{t(messages.recoveryPaperText)}</p>
      </PrintFrame>
    </Stack>
  )
}

interface ConfirmGroupsProps {
  readonly code: string
  readonly onBack: () => void
  readonly onDone: () => void
}

function ConfirmGroups({ code, onBack, onDone }: ConfirmGroupsProps) {
  const { t } = useSpeech()
  const places = askedPlaces(code)
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [wrong, setWrong] = useState<readonly number[]>([])
  const wrongNow = places.filter((place, index) => !sameGroup(typed[index] ?? '', groupsOf(code)[place] ?? ''))
  const submit = () => {
    setWrong(wrongNow)
    if (wrongNow.length === 0) onDone()
  }
  return (
    <Form
      label={t(messages.recoveryTitle)}
      errors={wrong
        .filter((place) => wrongNow.includes(place))
        .map((place) => ({
          field: `group-${place}`,
          message: t(messages.recoveryWrong, { place: place + 1 }),
        }))}
      onSubmit={submit}
    >
      <p className={css['ask']}>{t(messages.recoveryConfirm)}</p>
      <Columns count={2}>
        <CodeField
          required
          autoFocus
          name={`group-${places[0]}`}
          label={t(messages.recoveryGroup, { place: places[0] + 1 })}
          value={typed[0]}
          onChange={(text) => setTyped([text, typed[1]])}
        />
        <CodeField
          required
          name={`group-${places[1]}`}
          label={t(messages.recoveryGroup, { place: places[1] + 1 })}
          value={typed[1]}
          onChange={(text) => setTyped([typed[0], text])}
        />
      </Columns>
      <Row justify="between">
        <Button onClick={onBack}>{t(messages.recoveryBack)}</Button>
        <Button type="submit" kind="primary">
          {t(messages.recoveryFinish)}
        </Button>
      </Row>
    </Form>
  )
}
