import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { core } from '#renderer/client/core.ts'
import { FilesField } from '#renderer/parts/files-field.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useUploads } from '#renderer/parts/use-uploads.ts'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Added {
  readonly files: readonly Uploaded[]
  readonly whose: 'office' | 'sender'
}

/** Files that come later (C-10): taken in encrypted first, then written into the case. */
export function FilesStep(step: StepProps) {
  const { t } = useSpeech()
  const { value, set } = useKept<Added>(step.keep, { files: [], whose: 'sender' })
  const action = useStep(step, attach, doneMessages.doneFiles)
  const uploads = useUploads((uploaded) => set(({ files }) => ({ files: [...files, uploaded] })))
  return (
    <StepForm
      step={step}
      title={detailsMessages.files}
      submit={detailsMessages.filesSubmit}
      action={{ ...action, busy: action.busy || uploads.pending.some(({ failure }) => failure === null) }}
      lacks={[value.files.length === 0 ? ['files', detailsMessages.filesMissing] : null]}
      onSubmit={() =>
        void action.run({ uploads: value.files.map(({ upload }) => upload), original: value.whose === 'sender' })
      }
    >
      <FilesField
        files={value.files}
        uploads={uploads}
        onRemove={(upload) => set({ files: value.files.filter((file) => file.upload !== upload) })}
      />
      <RadioField
        inline
        name="whose"
        label={t(detailsMessages.filesWhose)}
        options={[
          { value: 'sender', label: t(detailsMessages.filesOfSender) },
          { value: 'office', label: t(detailsMessages.filesOfOffice) },
        ]}
        value={value.whose}
        onChange={(whose) => set({ whose: whose === 'office' ? 'office' : 'sender' })}
      />
    </StepForm>
  )
}

async function attach(input: {
  readonly case: string
  readonly uploads: readonly string[]
  readonly original: boolean
}) {
  const files = await Promise.all(input.uploads.map((upload) => core.files.describe({ upload })))
  return core.desk.addFiles({ case: input.case, files, original: input.original })
}
