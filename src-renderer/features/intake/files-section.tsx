import { useEffect, useRef } from 'react'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { readWarningMessages } from '#shared/i18n/read-warnings.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { FilesField } from '#renderer/parts/files-field.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { Uploads } from '#renderer/parts/use-uploads.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { isPaperChannel } from './intake-form.ts'
import { useIntake } from './intake-store.ts'
import type { Reading } from './use-read-upload.ts'

interface FilesSectionProps {
  readonly uploads: Uploads
  readonly reading: Reading
  readonly onSettled: () => void
  readonly onStop: () => void
  readonly onView: (upload: string) => void
}

/** Files by drop, paste, button or camera; a message among them fills the form (C-05, C-06, C-10). */
export function FilesSection({ uploads, reading, onSettled, onStop, onView }: FilesSectionProps) {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  usePastedFiles(uploads.add)
  return (
    <Panel title={t(messages.sectionFiles)}>
      <Stack gap="xs">
        <FilesField
          files={form.uploads}
          uploads={uploads}
          onView={onView}
          onRemove={(gone) => change({ uploads: form.uploads.filter(({ upload }) => upload !== gone) })}
          {...(isPaperChannel(form.channel) ? { label: t(messages.filesIntake) } : {})}
        />
        <ReadingNotice reading={reading} onSettled={onSettled} onStop={onStop} />
      </Stack>
    </Panel>
  )
}

function usePastedFiles(add: (files: readonly File[]) => void): void {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}

interface ReadingNoticeProps {
  readonly reading: Reading
  readonly onSettled: () => void
  readonly onStop: () => void
}

function ReadingNotice({ reading, onSettled, onStop }: ReadingNoticeProps) {
  const { t, say } = useSpeech()
  switch (reading.kind) {
    case 'none':
      return null
    case 'busy':
      return (
        <ProgressRow
          label={t(messages.reading)}
          done={0}
          total={null}
          onCancel={onStop}
          cancelLabel={t(messages.readStop)}
        />
      )
    case 'stopped':
      return (
        <Notice tone="warn" live>
          {t(messages.readStopped)}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="warn" live>
          {t(messages.readFailed, { why: say(reading.why) })}
        </Notice>
      )
    case 'done':
      return (
        <Stack gap="xs">
          <MessageNotice reading={reading} onSettled={onSettled} />
          {reading.warnings.map((warning) => (
            <Notice key={warning} tone="warn">
              {t(messages.readWarning, { what: t(readWarningMessages[warning]) })}
            </Notice>
          ))}
        </Stack>
      )
  }
}

type Read = Extract<Reading, { kind: 'done' }>

function MessageNotice({ reading, onSettled }: { readonly reading: Read; readonly onSettled: () => void }) {
  const { t } = useSpeech()
  if (reading.takenInto !== null) return <TakenNotice reference={reading.takenInto} onSettled={onSettled} />
  if (reading.belongsTo !== null)
    return <BelongsNotice upload={reading.upload} reference={reading.belongsTo} onSettled={onSettled} />
  return (
    <Notice tone="good" live>
      {t(messages.readDone)}
    </Notice>
  )
}

/** C-05: the very message is in a case already; said before it becomes a second one. */
function TakenNotice({ reference, onSettled }: { readonly reference: string; readonly onSettled: () => void }) {
  const { t } = useSpeech()
  return (
    <Notice tone="warn" live title={t(messages.taken, { reference })}>
      <Stack gap="xs">
        <span>{t(messages.takenText)}</span>
        <Row gap="xs">
          <Button size="xs" kind="primary" href={paths.case(reference)}>
            {t(messages.takenOpen, { reference })}
          </Button>
          <Button size="xs" onClick={onSettled}>
            {t(messages.takenAgain)}
          </Button>
        </Row>
      </Stack>
    </Notice>
  )
}

/** C-05: a message that carries a reference number belongs to that case, unless the desk says otherwise. */
function BelongsNotice({
  upload,
  reference,
  onSettled,
}: {
  readonly upload: string
  readonly reference: string
  readonly onSettled: () => void
}) {
  const { t, say } = useSpeech()
  const thread = useCoreAction(core.intake.threadUpload, (done) => {
    const { draft, startOver } = useIntake.getState()
    void core.intake.discardDraft({ id: draft }).catch(() => null)
    startOver()
    showToast({ tone: 'good', text: t(messages.belongsAdded, done) })
    navigate(paths.case(done.reference))
  })
  return (
    <Notice tone="info" live title={t(messages.belongs, { reference })}>
      <Stack gap="xs">
        <span>{thread.refusal === null ? t(messages.belongsText) : say(thread.refusal)}</span>
        <Row gap="xs">
          <Button
            size="xs"
            kind="primary"
            busy={thread.busy}
            onClick={() => void thread.run({ case: reference, upload })}
          >
            {t(messages.belongsAdd, { reference })}
          </Button>
          <Button size="xs" onClick={onSettled}>
            {t(messages.belongsNew)}
          </Button>
        </Row>
      </Stack>
    </Notice>
  )
}
