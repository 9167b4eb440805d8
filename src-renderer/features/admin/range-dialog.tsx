import { useState } from 'react'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import type { RangeForm } from './calendar-draft.ts'
import { lacksOfRange } from './calendar-draft.ts'
import { EditorDialog } from './editor-dialog.tsx'
import { useLacks } from './use-lacks.ts'
import { NameFields } from './name-fields.tsx'
import { WeekEditor } from './week-editor.tsx'

interface RangeDialogProps {
  readonly title: PlainMessage
  readonly start: RangeForm
  readonly onSet: (form: RangeForm) => void
  readonly onClose: () => void
}

/** A holiday or other hours: between which days, by which name, and for hours which. */
export function RangeDialog({ title, start, onSet, onClose }: RangeDialogProps) {
  const { t, hijri, preferences } = useSpeech()
  const [form, setForm] = useState(start)
  const { lacks, tell } = useLacks(lacksOfRange(form))
  const change = (part: Partial<RangeForm>) => setForm({ ...form, ...part })
  const submit = () => {
    if (tell()) onSet(form)
  }
  const hint = (day: string | null) => (preferences.hijri && day !== null ? { hint: hijri(day) } : {})
  const setFrom = (from: string | null) =>
    change({ from, ...(form.to === null || (from !== null && form.to < from) ? { to: from } : {}) })
  const { weekly } = form
  return (
    <EditorDialog
      title={t(title)}
      size={weekly === null ? 'lg' : 'xl'}
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameFields autoFocus value={form.name} onChange={(name) => change({ name })} />
      <Columns count={2}>
        <DateField
          required
          name="from"
          label={t(words.firstDay)}
          value={form.from}
          onChange={setFrom}
          {...hint(form.from)}
        />
        <DateField
          required
          name="to"
          label={t(words.lastDay)}
          value={form.to}
          onChange={(to) => change({ to })}
          {...hint(form.to)}
        />
      </Columns>
      {weekly !== null && <WeekEditor prefix="pattern" week={weekly} onChange={(week) => change({ weekly: week })} />}
    </EditorDialog>
  )
}
