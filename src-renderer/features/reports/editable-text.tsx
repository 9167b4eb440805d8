import type { ReactNode } from 'react'
import { useContext, useState } from 'react'
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { generatedText, useEditedTexts } from './edited-texts.ts'
import type { EditableBlock, TextsOfPeriod } from './edited-texts.ts'
import { ReportContext } from './open-figure.tsx'
import type { ShownReport } from './open-figure.tsx'
import css from './reports.module.css'

interface EditableTextProps {
  readonly block: EditableBlock
  readonly within: string
  /** How the text is shown, its lines given. */
  readonly show: (lines: readonly string[]) => ReactNode
}

/** A text of the report with a way to write it otherwise, marked where it was; what replaced other figures is asked about. */
export function EditableText(props: EditableTextProps) {
  const shown = useContext(ReportContext)
  // What is written otherwise is kept for the report of all offices.
  const isFixed = shown === null || shown.request.office !== undefined
  return isFixed ? props.show(generatedText(props.block).split('\n')) : <TextToEdit {...props} shown={shown} />
}

function TextToEdit({ block, within, show, shown }: EditableTextProps & { readonly shown: ShownReport }) {
  const { t } = useSpeech()
  const { request, direction } = shown
  const texts = useEditedTexts(request)
  const [editing, setEditing] = useState(false)
  const was = generatedText(block)
  const of = { language: direction === 'rtl' ? 'ar' : 'en', place: block.place } as const
  const edit = texts.edits?.find((each) => each.language === of.language && each.place === of.place)
  const keep = async (text: string) => {
    const isGenerated = text === was || text === ''
    if (await texts.change(of, isGenerated ? null : { ...of, was, text })) setEditing(false)
  }
  if (editing)
    return (
      <TextEditor
        text={edit?.text ?? was}
        within={within}
        texts={texts}
        onKeep={(text) => void keep(text)}
        onClose={() => setEditing(false)}
      />
    )
  const isStale = edit !== undefined && edit.was !== was
  const restore = () => void keep('')
  return (
    <div className={css['editable']}>
      {show((edit === undefined || isStale ? was : edit.text).split('\n'))}
      {isStale && <Stale edit={edit} onKeep={() => void keep(edit.text)} onDrop={restore} />}
      <Refused title={words.textNotKept} refusal={texts.refusal} />
      <Row justify="end">
        {edit !== undefined && !isStale && <Badge tone="info">{t(words.textEdited)}</Badge>}
        {edit !== undefined && !isStale && (
          <Button size="xs" kind="quiet" onClick={restore}>
            {t(words.textRestore)}
          </Button>
        )}
        <Button
          size="xs"
          kind="quiet"
          icon="edit"
          disabled={texts.edits === undefined}
          onClick={() => setEditing(true)}
        >
          {t(words.textEdit)}
          <span className="visually-hidden">{`${within} – ${was.slice(0, 40)}`}</span>
        </Button>
      </Row>
    </div>
  )
}

interface StaleProps {
  readonly edit: ReportEdit
  readonly onKeep: () => void
  readonly onDrop: () => void
}

function Stale({ edit, onKeep, onDrop }: StaleProps) {
  const { t } = useSpeech()
  return (
    <Notice tone="warn" title={t(words.textStale)}>
      <p dir="auto">{edit.text}</p>
      <Row>
        <Button size="xs" onClick={onKeep}>
          {t(words.textKeep)}
        </Button>
        <Button size="xs" onClick={onDrop}>
          {t(words.textRestore)}
        </Button>
      </Row>
    </Notice>
  )
}

interface TextEditorProps {
  readonly text: string
  readonly within: string
  readonly texts: TextsOfPeriod
  readonly onKeep: (text: string) => void
  readonly onClose: () => void
}

function TextEditor({ text, within, texts, onKeep, onClose }: TextEditorProps) {
  const { t, say } = useSpeech()
  const [value, setValue] = useState(text)
  const label = t(words.textOf, { section: within })
  const refused = texts.refusal === null ? [] : [{ field: '', message: say(texts.refusal) }]
  return (
    <Form label={label} errors={refused} onSubmit={() => onKeep(value.trim())}>
      <TextAreaField
        name="report-text"
        label={label}
        hint={t(words.textHint)}
        rows={Math.min(8, 2 + Math.ceil(text.length / 90))}
        maxLength={4000}
        value={value}
        onChange={setValue}
      />
      <Row justify="end">
        <Button onClick={onClose}>{t(words.textCancel)}</Button>
        <Button type="submit" kind="primary" icon="check" busy={texts.busy}>
          {t(value.trim() === '' ? words.textRestore : words.textSave)}
        </Button>
      </Row>
    </Form>
  )
}
