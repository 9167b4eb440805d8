import { useState } from 'react'
import type { DuePreview } from '#shared/contract/desktop/admin.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { adminCalendarMessages } from '#shared/i18n/admin-calendar.ts'
import { adminDueMoveMessages } from '#shared/i18n/admin-due-moves.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { zoneNames } from '#shared/i18n/zone-names.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { MovesDialog } from './moves-dialog.tsx'
import { RangeSection } from './range-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { WeekEditor } from './week-editor.tsx'
import { weekFault } from './week-fault.ts'
import { YearView } from './year-view.tsx'
import css from './admin.module.css'

/** The working time of the office: hours, special hours, holidays, the whole year (W1, B-30). */
export function CalendarScreen() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.admin.calendar.queryOptions({ input: {} }))
  // Outlives a saving, after which the editor begins anew.
  const tab = useState('hours')
  return (
    <SettingsPage section="calendar" subtitle={t(adminCalendarMessages.calendarNote)}>
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {({ calendar, version }) => <CalendarEditor key={version} calendar={calendar} tab={tab} />}
      </AsyncView>
    </SettingsPage>
  )
}

interface CalendarEditorProps {
  readonly calendar: WorkCalendar
  readonly tab: readonly [string, (tab: string) => void]
}

function CalendarEditor({ calendar, tab: [tab, setTab] }: CalendarEditorProps) {
  const { t } = useSpeech()
  const [draft, setDraft] = useState(calendar)
  const [moves, setMoves] = useState<DuePreview | null>(null)
  const preview = useCoreAction(core.admin.previewCalendar, setMoves)
  const save = useCoreAction(core.admin.setCalendar, ({ moved }) =>
    showToast({ tone: 'good', text: t(adminCalendarMessages.calendarSaved, { count: moved }) }),
  )
  const fault = weekFault(draft.weekly)
  const confirm = async () => {
    await save.run({ calendar: draft })
    setMoves(null)
  }
  return (
    <>
      <Refused title={adminMessages.notSaved} refusal={preview.refusal ?? save.refusal} />
      {fault !== null && (
        <Notice tone="warn" live>
          {t(fault)}
        </Notice>
      )}
      <Tabs
        label={t(adminMessages.calendar)}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'hours', label: t(adminCalendarMessages.tabHours) },
          { value: 'holidays', label: t(adminCalendarMessages.tabHolidays) },
          { value: 'patterns', label: t(adminCalendarMessages.tabSpecial) },
          { value: 'year', label: t(adminCalendarMessages.tabYear) },
        ]}
      >
        {tab === 'hours' && <Hours calendar={draft} onChange={setDraft} />}
        {(tab === 'holidays' || tab === 'patterns') && (
          <RangeSection key={tab} kind={tab} calendar={draft} onChange={setDraft} />
        )}
        {tab === 'year' && fault === null && <YearView calendar={draft} />}
      </Tabs>
      <SaveBar
        changed={JSON.stringify(draft) !== JSON.stringify(calendar)}
        busy={preview.busy}
        label={t(adminDueMoveMessages.review)}
        onSave={() => {
          if (fault === null) void preview.run({ calendar: draft })
        }}
        onDiscard={() => setDraft(calendar)}
      />
      {moves !== null && (
        <MovesDialog
          title={adminDueMoveMessages.reviewTitle}
          confirm={adminCalendarMessages.confirmCalendar}
          preview={moves}
          busy={save.busy}
          onConfirm={() => void confirm()}
          onClose={() => setMoves(null)}
        />
      )}
    </>
  )
}

function Hours({
  calendar,
  onChange,
}: {
  readonly calendar: WorkCalendar
  readonly onChange: (calendar: WorkCalendar) => void
}) {
  const { t } = useSpeech()
  const known = [...new Set([...Object.keys(zoneNames), calendar.zone])]
  const nameOf = (zone: string): string => {
    const name = zoneNames[zone]
    return name === undefined ? zone : t(name)
  }
  return (
    <Panel title={t(adminCalendarMessages.tabHours)}>
      <WeekEditor prefix="week" week={calendar.weekly} onChange={(weekly) => onChange({ ...calendar, weekly })} />
      <div className={css['zone']}>
        <SelectField
          required
          name="zone"
          label={t(adminCalendarMessages.zone)}
          options={known.map((zone) => ({ value: zone, label: nameOf(zone) }))}
          value={calendar.zone}
          onChange={(zone) => onChange({ ...calendar, zone: zone ?? calendar.zone })}
        />
      </div>
    </Panel>
  )
}
