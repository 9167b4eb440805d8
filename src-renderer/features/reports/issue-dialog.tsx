import { useState } from 'react'
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'

interface IssueDialogProps {
  /** Name of the period in words. */
  readonly period: string
  /** The number that it will get. */
  readonly edition: number
  readonly edits: readonly ReportEdit[]
  readonly onIssue: (reason: string) => void
  readonly onClose: () => void
}

const shortestReason = 3

/** Says what issuing does before it is done; a later edition wants its reason (P4). */
export function IssueDialog({ period, edition, edits, onIssue, onClose }: IssueDialogProps) {
  const { t } = useSpeech()
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState(false)
  const isLater = edition > 1
  const submit = () => {
    const lacks = isLater && reason.trim().length < shortestReason
    setLacking(lacks)
    if (!lacks) onIssue(reason.trim())
  }
  const title = t(words.issueTitle, { period, edition })
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        label={title}
        errors={lacking ? [{ field: 'issue-reason', message: t(words.needReason) }] : []}
        onSubmit={submit}
      >
        <Text>{t(words.issueText)}</Text>
        <EditedTexts edits={edits} />
        {isLater && (
          <>
            <Text>{t(words.issueLater)}</Text>
            <TextAreaField
              required
              name="issue-reason"
              label={t(words.issueReason)}
              hint={t(words.issueReasonHint)}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={setReason}
            />
          </>
        )}
        <Row justify="end">
          <Button onClick={onClose}>{t(words.issueNotNow)}</Button>
          <Button type="submit" kind="primary" icon="check">
            {t(words.issueConfirm)}
          </Button>
        </Row>
      </Form>
    </Dialog>
  )
}

/** One edition is made in both languages: a text written otherwise in one of them alone says different things. */
function EditedTexts({ edits }: { readonly edits: readonly ReportEdit[] }) {
  const { t } = useSpeech()
  if (edits.length === 0) return null
  const isLone = (edit: ReportEdit) =>
    !edits.some(({ language, place }) => language !== edit.language && place === edit.place)
  return (
    <>
      <Text>{t(words.textCount, { count: edits.length })}</Text>
      {edits.some(isLone) && <Notice tone="warn">{t(words.textOneLanguage)}</Notice>}
    </>
  )
}
