import { useEffect, useRef, useState } from 'react'
import type { CallerHistory } from '#shared/contract/desktop/views.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { api, core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { nameOfDraft, personDraftOf } from '#renderer/parts/person-draft.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { useUploads } from '#renderer/parts/use-uploads.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FileDropArea } from '#renderer/ui/file-drop-area.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { lookupsOf } from './caller-key.ts'
import { ChannelSection } from './channel-section.tsx'
import { DraftsNotice } from './drafts-notice.tsx'
import { FilesSection } from './files-section.tsx'
import { FormBar } from './form-bar.tsx'
import type { IntakeForm as TypedForm } from './intake-form.ts'
import { isPaperChannel, owesNumber } from './intake-form.ts'
import { useIntake } from './intake-store.ts'
import { MatterSection } from './matter-section.tsx'
import { PersonSection } from './person-section.tsx'
import { ReceiptSection } from './receipt-section.tsx'
import type { Lack } from './register-input.ts'
import { isMendedSince, lacksOf, refusedField, registerInputOf } from './register-input.ts'
import { SidePane } from './side-pane.tsx'
import { owesTelling, paperOf } from './telling.ts'
import { useAutosave } from './use-autosave.ts'
import { useReadUpload } from './use-read-upload.ts'
import css from './intake.module.css'

export function IntakeForm() {
  const { t, settings } = useSpeech()
  const [viewed, setViewed] = useState<string | null>(null)
  const read = useReadUpload(settings.zone)
  const uploads = useUploads(read.take)
  const { errors, submit, busy, clock } = useRegistering(uploads.pending.some(({ failure }) => failure === null))
  const { saveNow } = useAutosave(busy)
  const { asked, query, choose } = useCallers()
  const box = useRef<HTMLDivElement>(null)
  useKeys([
    {
      id: 'intake-save',
      code: 'Enter',
      mod: true,
      label: t(messages.saveKey),
      run: () => box.current?.querySelector('form')?.requestSubmit(),
    },
  ])
  const takeFirst = () => {
    const first = query.data?.callers[0]
    if (asked && first !== undefined) choose(first)
  }
  // What came on paper or by mail is dropped first: it fills the rest.
  const paper = useIntake((state) => isPaperChannel(state.form.channel))
  const files = (
    <FilesSection
      uploads={uploads}
      reading={read.reading}
      onSettled={read.settle}
      onStop={read.stop}
      onView={setViewed}
    />
  )
  const form = (
    <div ref={box} className={css['form']} onBlur={saveNow}>
      <FileDropArea onFiles={uploads.add}>
        <Form deliberate label={t(messages.formLabel)} errors={errors} onSubmit={submit}>
          <Stack gap="sm">
            <DraftsNotice />
            <ChannelSection />
            {paper && files}
            <PersonSection onTakeFirst={takeFirst} />
            <MatterSection />
            {!paper && files}
            <ReceiptSection />
            {clock.isAsked && (
              <DateField name="today" label={t(messages.today)} value={clock.today} onChange={clock.set} required />
            )}
          </Stack>
          <FormBar busy={busy} />
        </Form>
      </FileDropArea>
    </div>
  )
  return (
    <Page wide title={t(messages.title)} subtitle={t(messages.subtitle)}>
      <SplitPane
        label={t(messages.sideLabel)}
        initial={0.64}
        start={form}
        end={<SidePane asked={asked} query={query} onChoose={choose} viewed={viewed} onView={setViewed} />}
      />
    </Page>
  )
}

/** Looks the caller up while key, numbers or name are typed, and takes one over into the form. */
function useCallers() {
  const typed = useIntake((state) => lookupsOf(state.form).join('\n'))
  const change = useIntake((state) => state.change)
  const text = useDebounced(typed, 200)
  const asked = text !== ''
  const query = useCoreQuery(api.intake.history.queryOptions({ input: { texts: text.split('\n') } }), {
    enabled: asked,
    keepPrevious: true,
  })
  const choose = ({ person }: CallerHistory) => {
    const { country, form } = useIntake.getState()
    change({
      known: { id: person.id, displayName: person.displayName },
      editing: false,
      anonymous: false,
      key: form.key,
      person: personDraftOf(person.details, country),
    })
    window.requestAnimationFrame(() => document.querySelector<HTMLElement>('input[type=radio][name$="type"]')?.focus())
  }
  return { asked, query, choose }
}

/** Checks, sends, and on refusal shows what is missing; nothing typed is ever lost by it. */
function useRegistering(uploading: boolean) {
  const { t, say, settings } = useSpeech()
  const finish = useIntake((state) => state.finish)
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const registering = useCoreAction(core.intake.register)
  // The form as it was sent: a refusal speaks of that one only.
  const [sent, setSent] = useState<TypedForm | null>(null)
  const [today, setToday] = useState<string | null>(null)
  // Asked once, it stays until the form is done: the refusal goes with the next try.
  const [isAsked, setAsked] = useState(false)
  const refusedBy = registering.refusal?.code
  if (refusedBy === 'clock-doubtful' && !isAsked) setAsked(true)
  // Said once; whoever presses again has looked.
  useEffect(() => {
    if (refusedBy === 'draft-gone') useIntake.getState().setSaved({ kind: 'no' })
  }, [refusedBy])
  const submit = async () => {
    const { form, draft, saved } = useIntake.getState()
    const found = [...lacksOf(form), ...(uploading ? [{ field: '', words: messages.needUploads }] : [])]
    setLacks(found)
    setSent(form)
    if (found.length > 0 || registering.busy) return
    const input = registerInputOf(form, settings.zone, { draft, draftKept: saved.kind === 'at' })
    const registered = await registering.run(today === null ? input : { ...input, today })
    if (registered === null) return
    setAsked(false)
    const name = form.known?.displayName ?? nameOfDraft(form.person)
    const owes = owesNumber(form)
    finish({
      registered,
      person: form.anonymous ? t(partsMessages.anonymous) : name,
      promised: owes && form.numberTold === 'told' ? 'told' : null,
      owesTelling: owesTelling(form),
      paper: paperOf(form.channel),
    })
  }
  // What was mended meanwhile is no longer said.
  const lacking = useIntake((state) =>
    lacksOf(state.form)
      .map(({ field }) => field)
      .join(' '),
  ).split(' ')
  const standing = lacks.filter(({ field }) => (field === '' ? uploading : lacking.includes(field)))
  const refused = registering.refusal === null ? '' : refusedField(registering.refusal.code)
  const isMended = useIntake((state) => sent !== null && isMendedSince(sent, state.form, refused))
  const errors = [
    ...standing.map(({ field, words }) => ({ field, message: t(words) })),
    ...(isMended ? [] : refusalError(registering.refusal, say)),
  ]
  const clock = { isAsked, today, set: setToday }
  return { errors, submit: () => void submit(), busy: registering.busy, clock }
}

const refusalError = (refusal: Failure | null, say: (label: Failure) => string) =>
  refusal === null ? [] : [{ field: refusedField(refusal.code), message: say(refusal) }]
