import { useState } from 'react'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { quarterAt } from '#shared/domain/indicators/period.ts'
import { dashboardMessages as words } from '#shared/i18n/dashboard.ts'
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
import { MultiSelectField } from '#renderer/ui/select-field.tsx'
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx'
import { FigureCard } from './figure-card.tsx'
import { QueueTiles } from './queue-tiles.tsx'
import css from './dashboard.module.css'

const quarterNames = [names.first, names.second, names.third, names.fourth]

/** The four indicators of the office and its queues; computed anew whenever a case changes (K-06). */
export function DashboardScreen() {
  const { t, dateTime, settings } = useSpeech()
  const subtitleOf = (asOf: Instant) => {
    const { year, quarter } = quarterAt(asOf, settings.zone)
    const period = t(words.period, { quarter: t(must(quarterNames[quarter - 1], 'a year has four')), year })
    return `${period} · ${t(words.asOf, { at: dateTime(asOf) })}`
  }
  const [departments, setDepartments] = useState<readonly string[]>([])
  const input = { departments: [...departments] }
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
            <DepartmentChoice values={departments} onChange={setDepartments} />
            <div className={css['place']}>
              <div className={css['cards']}>
                {data.cards.map((card) => (
                  <FigureCard key={card.code} card={card} dayMinutes={dayMinutes} departments={departments} />
                ))}
              </div>
            </div>
            <QueueTiles />
          </>
        )}
      </AsyncView>
    </Page>
  )
}

/** The office as a whole, or for the central unit all of them, one department, or a group of them. */
function DepartmentChoice(props: {
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  const { t } = useSpeech()
  const options = useDepartmentOptions()
  const { unit } = useSession().session
  const whole = unit.kind === 'central' ? words.departmentsOfAll : words.departmentsAll
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
