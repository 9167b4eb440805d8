import { useState } from 'react'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { quarterAt } from '#shared/domain/indicators/period.ts'
import type { Named } from '#shared/contract/desktop/views.ts'
import { dashboardMessages as words } from '#shared/i18n/dashboard.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportsMessages as names } from '#shared/i18n/reports.ts'
import { must } from '#shared/lib/assert.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useDepartmentOptions } from '#renderer/parts/lists.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDayMinutes } from '#renderer/parts/use-day-minutes.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { FigureCard } from './figure-card.tsx'
import { OfficesTable } from './offices-table.tsx'
import { QueueTiles } from './queue-tiles.tsx'
import css from './dashboard.module.css'

const quarterNames = [names.first, names.second, names.third, names.fourth]

/** What is left out where something may be, as the report says it. */
const strictNotes = { named: reportNotes.strictNamed, none: reportNotes.strictNone } as const

interface OfficeChoiceProps {
  readonly offices: readonly Named[]
  readonly value: string | null
  readonly onChange: (office: string | null) => void
}

/** The four indicators of the office and its queues; computed anew whenever a case changes (K-06). */
export function DashboardScreen() {
  const { t, dateTime, settings } = useSpeech()
  const subtitleOf = (asOf: Instant) => {
    const { year, quarter } = quarterAt(asOf, settings.zone)
    const period = t(words.period, { quarter: t(must(quarterNames[quarter - 1], 'a year has four')), year })
    return `${period} · ${t(words.asOf, { at: dateTime(asOf) })}`
  }
  const [departments, setDepartments] = useState<readonly string[]>([])
  const [office, setOffice] = useState<string | null>(null)
  const input = { departments: [...departments], ...(office === null ? {} : { office }) }
  const query = useCoreQuery(api.reports.dashboard.queryOptions({ input }), { keepPrevious: true })
  const counts = useCoreQuery(api.cases.counts.queryOptions({ input: {} }))
  const dayMinutes = useDayMinutes()
  return (
    <Page title={t(words.title)} subtitle={query.data === undefined ? undefined : subtitleOf(query.data.asOf)}>
      <AsyncView
        query={query}
        skeleton={<SkeletonRows count={7} />}
        isEmpty={(data) => counts.data?.all === 0 && !data.cards.some((card) => card.cases.length > 0)}
        empty={<Nothing />}
      >
        {(data) => (
          <>
            <div className={css['choices']}>
              <OfficeChoice offices={data.offices} value={office} onChange={setOffice} />
              <DepartmentChoice values={departments} onChange={setDepartments} oneOffice={office !== null} />
            </div>
            <div className={css['place']}>
              <div className={css['cards']}>
                {data.cards.map((card) => (
                  <FigureCard key={card.code} card={card} dayMinutes={dayMinutes} of={input} />
                ))}
              </div>
            </div>
            {data.cards.length > 0 && data.strict !== 'all' && (
              <Text quiet size="xs">
                {t(strictNotes[data.strict])}
              </Text>
            )}
            {data.movedAway > 0 && (
              <Text quiet size="xs">
                {t(reportNotes.movedAway, { count: data.movedAway })}
              </Text>
            )}
            <OfficesTable rows={data.byOffice} dayMinutes={dayMinutes} onOffice={setOffice} />
            <QueueTiles of={data.offices.find(({ id }) => id === office) ?? null} />
          </>
        )}
      </AsyncView>
    </Page>
  )
}

/** All offices that the central unit stands over, or one of them (N-05); no choice where there is one alone. */
function OfficeChoice({ offices, value, onChange }: OfficeChoiceProps) {
  const { t, say } = useSpeech()
  if (offices.length === 0) return null
  return (
    <div className={css['choice']}>
      <SelectField
        name="office"
        label={t(words.office)}
        placeholder={t(words.allOffices)}
        hint={t(value === null ? words.allOfficesHint : words.oneOfficeHint)}
        options={offices.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

/** The office as a whole, or for the central unit all of them, one department, or a group of them. */
function DepartmentChoice(props: {
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
  /** One of several offices is shown. */
  readonly oneOffice: boolean
}) {
  const { t } = useSpeech()
  const options = useDepartmentOptions()
  const { unit } = useSession().session
  const whole = unit.kind === 'central' && !props.oneOffice ? words.departmentsOfAll : words.departmentsAll
  if (options.length === 0) return null
  return (
    <div className={css['choice']}>
      <MultiSelectField
        name="departments"
        label={t(words.departments)}
        hint={t(props.values.length === 0 ? whole : words.departmentsSome)}
        options={options}
        values={props.values}
        onChange={props.onChange}
      />
    </div>
  )
}

function Nothing() {
  const { t } = useSpeech()
  const { has } = useSession()
  const action = (
    <Button kind="primary" icon="plus" href={paths.register()}>
      {t(words.emptyAction)}
    </Button>
  )
  return (
    <EmptyState
      icon="chart"
      title={t(words.emptyTitle)}
      text={t(words.emptyText)}
      action={has('register') ? action : undefined}
    />
  )
}
