import { useState } from 'react'
import type { HoursPattern, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import { typedNames } from '#renderer/parts/both-names.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { RangeForm } from './calendar-draft.ts'
import { emptyHoliday, emptyPattern, halfDay, rangeOf, withRange } from './calendar-draft.ts'
import { RangeDialog } from './range-dialog.tsx'
import { RangeTable } from './range-table.tsx'

interface RangeSectionProps {
  readonly kind: 'holidays' | 'patterns'
  readonly calendar: WorkCalendar
  readonly onChange: (calendar: WorkCalendar) => void
}

interface Edited {
  readonly place: number | null
  readonly form: RangeForm
}

const texts = {
  holidays: {
    title: words.tabHolidays,
    add: words.addHoliday,
    edit: words.editHoliday,
    empty: words.holidayEmpty,
    emptyText: words.holidayEmptyText,
  },
  patterns: {
    title: words.tabSpecial,
    add: words.addPattern,
    edit: words.editPattern,
    empty: words.patternEmpty,
    emptyText: words.patternEmptyText,
  },
} as const

/** Holidays, or other hours such as those of Ramadan and half days (W1). */
export function RangeSection({ kind, calendar, onChange }: RangeSectionProps) {
  const { t } = useSpeech()
  const [edited, setEdited] = useState<Edited | null>(null)
  const text = texts[kind]
  const ranges = calendar[kind]
  const edit = (place: number) => {
    const range: Partial<HoursPattern> & (typeof ranges)[number] = ranges[place] ?? {
      from: '',
      to: '',
      name: { ar: '', en: '' },
    }
    setEdited({ place, form: { ...range, name: typedNames(range.name), weekly: range.weekly ?? null } })
  }
  const add = (form: RangeForm) => setEdited({ place: null, form })
  const set = (form: RangeForm) => {
    onChange(withRange(calendar, { kind, place: edited?.place ?? null }, rangeOf(form)))
    setEdited(null)
  }
  const actions = (
    <>
      {kind === 'patterns' && (
        <Button icon="plus" onClick={() => add(halfDay(calendar.weekly))}>
          {t(words.addHalfDay)}
        </Button>
      )}
      <Button icon="plus" onClick={() => add(kind === 'holidays' ? emptyHoliday : emptyPattern(calendar.weekly))}>
        {t(text.add)}
      </Button>
    </>
  )
  return (
    <Panel flush title={t(text.title)} actions={actions}>
      {ranges.length === 0 ? (
        <EmptyState icon="calendar" title={t(text.empty)} text={t(text.emptyText)} />
      ) : (
        <RangeTable
          caption={text.title}
          ranges={ranges}
          onEdit={edit}
          onRemove={(place) => onChange(withRange(calendar, { kind, place }, null))}
        />
      )}
      {edited !== null && (
        <RangeDialog
          title={edited.place === null ? text.add : text.edit}
          start={edited.form}
          onSet={set}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
