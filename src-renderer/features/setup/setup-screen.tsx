import { useState } from 'react'
import type { JoinedServer } from '#shared/contract/desktop/sync.ts'
import { setupMessages as messages } from '#shared/i18n/setup.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { api, core } from '#renderer/client/core.ts'
import { keepSessionToken } from '#renderer/client/session-token.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { namesOrArabic } from '#renderer/parts/both-names.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { JoinForm } from '#renderer/parts/join-form.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { StageBar } from '#renderer/ui/stage-bar.tsx'
import { AdminStep } from './admin-step.tsx'
import type { OfficeForm } from './office-form.ts'
import { emptyOffice } from './office-form.ts'
import { OfficeStep } from './office-step.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { RestoreStep } from './restore-step.tsx'

type Step = 'start' | 'office' | 'admin' | 'recovery' | 'restore' | 'join' | 'joined'

/** The first run of a machine: a new office, or a backup. */
export function SetupScreen({ onDone }: { readonly onDone: () => void }) {
  const { t, language } = useSpeech()
  const [step, setStep] = useState<Step>('start')
  const [form, setForm] = useState(emptyOffice)
  const [code, setCode] = useState('')
  const { data: status } = useCoreQuery(api.setup.status.queryOptions({ input: {} }))
  const change = (part: Partial<OfficeForm>) => setForm((current) => ({ ...current, ...part }))
  const practice = form.practice || status?.practice === true
  const create = useCoreAction(core.setup.create, ({ recoveryCode }) => {
    setCode(recoveryCode)
    setStep('recovery')
  })
  // The password was typed a moment ago; where it is refused all the same, the sign-in form asks for it.
  const signIn = useCoreAction(core.session.signIn, ({ token }) => keepSessionToken(token))
  const begin = async () => {
    if (signIn.busy) return
    await signIn.run({ username: form.adminUsername.trim(), password: form.password })
    onDone()
  }
  const onJoined = ({ recoveryCode, unit }: JoinedServer) => {
    if (recoveryCode === null) return onDone()
    setCode(recoveryCode)
    if (unit !== null) change({ office: unit.code, nameAr: unit.name.ar, nameEn: unit.name.en })
    setStep('joined')
  }
  const { passwordAgain: _, ...office } = form
  const names = namesOrArabic({ ar: form.nameAr, en: form.nameEn })
  const titles = {
    start: messages.welcome,
    office: messages.stepOffice,
    admin: messages.stepAdmin,
    recovery: messages.recoveryTitle,
    joined: messages.recoveryTitle,
    restore: messages.restoreTitle,
    join: syncMessages.joinTitle,
  } as const
  return (
    <GateCard
      wide
      title={t(titles[step])}
      practice={practice}
      {...(step === 'start' ? { text: t(messages.welcomeText) } : {})}
    >
      {(step === 'office' || step === 'admin' || step === 'recovery') && <Steps step={step} />}
      {step === 'start' && <StartChoice onChoose={setStep} />}
      {step === 'restore' && <RestoreStep onBack={() => setStep('start')} onDone={onDone} />}
      {step === 'join' && <JoinForm onBack={() => setStep('start')} onDone={onJoined} />}
      {step === 'office' && (
        <OfficeStep form={form} change={change} onBack={() => setStep('start')} onNext={() => setStep('admin')} />
      )}
      {step === 'admin' && (
        <AdminStep
          form={form}
          change={change}
          busy={create.busy}
          refusal={create.refusal}
          onBack={() => setStep('office')}
          onCreate={() =>
            void create.run({
              ...office,
              nameAr: names.ar,
              nameEn: names.en,
              adminName: office.adminName.trim(),
              practice,
              language,
            })
          }
        />
      )}
      {(step === 'recovery' || step === 'joined') && (
        <RecoveryStep
          code={code}
          text={t(step === 'joined' ? messages.recoveryJoined : messages.recoveryText)}
          office={{ code: form.office, name: names[language] }}
          onDone={step === 'joined' ? onDone : () => void begin()}
        />
      )}
    </GateCard>
  )
}

function StartChoice({ onChoose }: { readonly onChoose: (step: Step) => void }) {
  const { t } = useSpeech()
  const [start, setStart] = useState<'office' | 'restore' | 'join'>('office')
  return (
    <Form label={t(messages.chooseStart)} onSubmit={() => onChoose(start)}>
      <RadioField
        boxed
        autoFocus
        name="start"
        label={t(messages.chooseStart)}
        options={[
          { value: 'office', label: t(messages.startNew), hint: t(messages.startNewHint) },
          { value: 'join', label: t(syncMessages.startJoin), hint: t(syncMessages.startJoinHint) },
          { value: 'restore', label: t(messages.startRestore), hint: t(messages.startRestoreHint) },
        ]}
        value={start}
        onChange={(next) => setStart(next === 'restore' || next === 'join' ? next : 'office')}
      />
      <Row justify="end">
        <Button type="submit" kind="primary">
          {t(messages.next)}
        </Button>
      </Row>
    </Form>
  )
}

const steps = ['office', 'admin', 'recovery'] as const

function Steps({ step }: { readonly step: (typeof steps)[number] }) {
  const { t } = useSpeech()
  const words = { office: messages.stepOffice, admin: messages.stepAdmin, recovery: messages.stepRecovery } as const
  const now = steps.indexOf(step)
  return (
    <StageBar
      label={t(messages.steps)}
      stages={steps.map((key, index) => ({
        key,
        label: t(words[key]),
        state: index < now ? ('done' as const) : index === now ? ('current' as const) : ('todo' as const),
      }))}
    />
  )
}
