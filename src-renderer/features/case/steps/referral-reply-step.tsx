import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { core } from '#renderer/client/core.ts'
import { FilesField } from '#renderer/parts/files-field.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useUploads } from '#renderer/parts/use-uploads.ts'
import { CheckboxesField } from '#renderer/ui/checkbox-field.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { PastField, momentLack, useInstantOf } from './moment-field.tsx'
import { useOwnWords } from './own-words.ts'
import { referralLack, useReferral } from './referral-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Reply {
  readonly text: string
  readonly at: LocalMoment | null
  readonly letterNumber: string
  readonly letterDate: string | null
  /** Files of the case that belong to it. */
  readonly files: readonly string[]
  /** New ones, which go with it. */
  readonly uploads: readonly Uploaded[]
}

const nothingTyped: Reply = { text: '', at: null, letterNumber: '', letterDate: null, files: [], uploads: [] }

/** The department's answer, entered by the team with the time it came, or by its liaison (F-04). */
export function ReferralReplyStep(step: StepProps) {
  const { t } = useSpeech()
  const ofOwn = useOwnWords()
  const instantOf = useInstantOf()
  const { unit } = useSession().session
  const { referral, field, choosesFirst } = useReferral(step, 'reply_to_referral')
  const { value, set } = useKept<Reply>(step.keep, nothingTyped)
  const action = useStep(step, send, doneMessages.doneReferralReplied)
  const uploads = useUploads((uploaded) => set((now) => ({ uploads: [...now.uploads, uploaded] })))
  const isEntered = referral !== null && referral.department !== unit.id
  const known = step.view.files.map((file) => ({ value: file.file, label: file.name }))
  const submit = () =>
    referral !== null &&
    void action.run({
      referral: referral.id,
      text: value.text,
      receivedAt: isEntered && value.at !== null ? instantOf(value.at) : null,
      senderLetter: letterOf(value),
      files: value.files,
      isOffice: step.view.allowed.includes('add_files'),
      uploads: value.uploads.map(({ upload }) => upload),
      onAdded: (added) => set({ uploads: [], files: [...value.files, ...added] }),
    })
  return (
    <StepForm
      step={step}
      title={referralMessages.referralReply}
      submit={referralMessages.referralReplySubmit}
      action={{ ...action, busy: action.busy || uploads.pending.some(({ failure }) => failure === null) }}
      fieldOf={{ 'time-in-future': 'received-at', 'time-too-early': 'received-at' }}
      lacks={[
        referralLack(referral),
        need(value.text, 'text', referralMessages.replyMissing),
        isEntered ? momentLack(value.at, 'received-at') : null,
      ]}
      onSubmit={submit}
    >
      {field}
      {isEntered && (
        <PastField
          name="received-at"
          label={t(referralMessages.referralReplyAt)}
          value={value.at}
          onChange={(at) => set({ at })}
        />
      )}
      <Columns count={2}>
        <TextField
          name="letter-number"
          label={t(ofOwn(referralMessages.replyLetterNumber))}
          value={value.letterNumber}
          maxLength={100}
          onChange={(letterNumber) => set({ letterNumber })}
        />
        <DateField
          name="letter-date"
          label={t(ofOwn(referralMessages.replyLetterDate))}
          value={value.letterDate}
          onChange={(letterDate) => set({ letterDate })}
        />
      </Columns>
      <TextAreaField
        required
        autoFocus={!choosesFirst}
        name="text"
        label={t(ofOwn(referralMessages.referralReplyText))}
        rows={5}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      <FilesField
        label={t(referralMessages.referralReplyDrop)}
        files={value.uploads}
        uploads={uploads}
        onRemove={(upload) => set({ uploads: value.uploads.filter((file) => file.upload !== upload) })}
      />
      {known.length > 0 && (
        <CheckboxesField
          name="files"
          label={t(referralMessages.referralReplyFiles)}
          hint={t(referralMessages.referralReplyFilesHint)}
          options={known}
          values={value.files}
          onChange={(files) => set({ files })}
        />
      )}
    </StepForm>
  )
}

function letterOf({ letterNumber, letterDate }: Reply): Sent['senderLetter'] {
  const number = letterNumber.trim()
  return number === '' && letterDate === null ? null : { number, date: letterDate ?? '' }
}

interface Sent extends Omit<Parameters<typeof core.referral.reply>[0], 'files'> {
  readonly files: readonly string[]
  readonly uploads: readonly string[]
  readonly isOffice: boolean
  readonly onAdded: (files: readonly string[]) => void
}

/**
 * In the office new files become the case's first, and are not added again when the answer is refused after that; a
 * department's go with its answer alone.
 */
async function send({ uploads, isOffice, onAdded, files, ...input }: Sent) {
  const added = await Promise.all(uploads.map((upload) => core.files.describe({ upload })))
  const addresses = added.map(({ file }) => file)
  if (isOffice && added.length > 0) {
    await core.desk.addFiles({ case: input.case, files: added, original: false })
    onAdded(addresses)
  }
  return core.referral.reply({ ...input, files: [...files, ...addresses] })
}
