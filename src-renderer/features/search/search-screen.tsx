import { useRef, useState } from 'react'
import type { CaseFilter } from '#shared/contract/desktop/cases.ts'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { searchMessages as messages } from '#shared/i18n/search.ts'
import { api } from '#renderer/client/core.ts'
import { failureFrom } from '#renderer/client/errors.ts'
import { useCoreQuery, usePagedRows } from '#renderer/client/use-core.ts'
import type { SearchAnswer } from '#renderer/client/answers.ts'
import { CaseFilterChips } from '#renderer/parts/case-filter-chips.tsx'
import { CaseFilterPanel } from '#renderer/parts/case-filter-panel.tsx'
import { activeConditions } from '#renderer/parts/case-filter.ts'
import { MovedNumber } from '#renderer/parts/moved-number.tsx'
import { paths } from '#renderer/parts/paths.ts'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useAllConditionWords } from '#renderer/parts/use-condition-options.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#renderer/ui/states.tsx'
import { isDialogOpen } from '#renderer/ui/take-focus.ts'
import { TextField } from '#renderer/ui/text-field.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import { HeldNumber } from './held-number.tsx'
import { useResultColumns } from './result-columns.tsx'
import { useAsked } from './use-asked.ts'
import css from './search.module.css'

const pageSize = 50

/** One box for number, name, phone, document and words, with conditions beside it (L-13); beside the results what to tell who asks (P-03). */
export function SearchScreen({ query: place }: ScreenProps) {
  const { t } = useSpeech()
  const { session } = useSession()
  const { text, setText, filter, setFilter, asked } = useAsked(place)
  const [filtering, setFiltering] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const focusList = () => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  const active = activeConditions(filter).length
  return (
    <Page
      wide
      title={t(messages.title)}
      actions={
        <Button icon="filter" expanded={filtering} onClick={() => setFiltering(!filtering)}>
          {active === 0 ? t(queuesMessages.filter) : t(queuesMessages.filterActive, { count: active })}
        </Button>
      }
    >
      <div
        className={css['box']}
        role="search"
        onKeyDown={(event) => {
          if (event.code !== 'ArrowDown') return
          event.preventDefault()
          focusList()
        }}
      >
        <TextField
          autoFocus={!isDialogOpen()}
          name="search"
          label={t(messages.box)}
          hint={t(isDepartment(session.unit) ? messages.boxHintDepartment : messages.boxHint)}
          value={text}
          maxLength={400}
          onChange={setText}
          onEnter={focusList}
          before={<Icon name="search" />}
        />
      </div>
      {filtering && <CaseFilterPanel of="search" filter={filter} onChange={setFilter} />}
      <CaseFilterChips filter={filter} onChange={setFilter} />
      <div ref={list} className={css['results']}>
        {asked.text === '' && active === 0 ? (
          <EmptyState icon="search" title={t(messages.idle)} text={t(messages.idleText)} />
        ) : (
          <Results key={paths.search(asked.text, filter)} asked={asked} onClear={() => setFilter({})} />
        )}
      </div>
    </Page>
  )
}

interface ResultsProps {
  readonly asked: { readonly text: string; readonly filter: CaseFilter }
  readonly onClear: () => void
}

function Results({ asked, onClear }: ResultsProps) {
  const { t, say, number } = useSpeech()
  const { session } = useSession()
  const columns = useResultColumns()
  const [active, setActive] = useState(0)
  const queryFor = (page: { readonly offset: number; readonly limit: number }) =>
    api.cases.search.queryOptions({ input: { ...asked, page } })
  const rows = usePagedRows({ queryFor, total: ({ total }) => total, rows: ({ lines }) => lines, pageSize })
  const first = useCoreQuery(queryFor({ offset: 0, limit: pageSize }))
  if (rows.isPending && rows.count === 0) return <SkeletonRows count={8} />
  if (rows.error !== null && rows.count === 0)
    return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
  const slip = first.data?.slip ?? null
  const readOnly = first.data?.readOnly ?? null
  const notListed = first.data === undefined ? null : <NotListed {...first.data} />
  if (rows.count === 0)
    return (
      <>
        {isNotListed(first.data) ? notListed : <NothingFound asked={asked} slip={slip} onClear={onClear} />}
        <NotAllRead readOnly={readOnly} />
      </>
    )
  const line = rows.rowAt(Math.max(0, active))
  return (
    <>
      {notListed}
      {slip !== null && (
        <Notice tone="warn" live title={say(failureFrom('reference-check-digit', { reference: slip }))}>
          {t(messages.slipFound)}
        </Notice>
      )}
      <p className={css['count']} role="status">
        {t(messages.found, { count: rows.count })}
        {first.data !== undefined && ` ${t(messages.took, { ms: number(Math.round(first.data.ms)) })}`}
      </p>
      <NotAllRead readOnly={readOnly} />
      <div className={css['columns']}>
        <div className={css['list']}>
          <DataList<CaseLine>
            label={t(messages.results)}
            columns={columns}
            count={rows.count}
            rowAt={rows.rowAt}
            keyOf={(one) => one.id}
            onOpen={(one) => navigate(paths.case(one.id))}
            onRange={rows.onRange}
            onActive={setActive}
            rowHeight={52}
          />
        </div>
        {/* Who asks where his complaint is asks the office. */}
        {!isDepartment(session.unit) && (
          <aside className={css['answer']} aria-label={t(messages.answer)}>
            {line === undefined ? (
              <EmptyState icon="info" title={t(messages.answerIdle)} />
            ) : (
              <AnswerPanel key={line.id} line={line} />
            )}
          </aside>
        )}
      </div>
    </>
  )
}

type Unlisted = Pick<SearchAnswer, 'held' | 'moved'>

const isNotListed = (answer: Unlisted | undefined): boolean =>
  answer !== undefined && (answer.held !== null || answer.moved !== null)

/** What was typed is the number of a case that no list shows. */
function NotListed({ held, moved }: Unlisted) {
  return (
    <>
      {held !== null && <HeldNumber held={held} />}
      {moved !== null && <MovedNumber moved={moved} />}
    </>
  )
}

/** A department's words were looked for in the newest cases alone: what is older may fit as well. */
function NotAllRead({ readOnly }: { readonly readOnly: number | null }) {
  const { t } = useSpeech()
  return readOnly === null ? null : <Notice tone="info" live title={t(messages.readOnly, { count: readOnly })} />
}

/** Says what to try: read the number again where it cannot be one, take the conditions away where there are any, else other words. */
function NothingFound({ asked, slip, onClear }: ResultsProps & { readonly slip: string | null }) {
  const { t, say } = useSpeech()
  const words = useAllConditionWords()
  if (slip !== null)
    return (
      <EmptyState
        icon="alert"
        title={say(failureFrom('reference-check-digit', { reference: slip }))}
        text={t(messages.slipNothing)}
      />
    )
  if (activeConditions(asked.filter).length === 0)
    return <EmptyState icon="search" title={t(messages.none)} text={t(messages.noneText)} />
  return (
    <EmptyState
      icon="filter"
      title={t(queuesMessages.emptyFilter)}
      text={
        <>
          <p>{t(queuesMessages.emptyFilterText, { conditions: words(asked.filter) })}</p>
          <p>{t(messages.noneFilterText)}</p>
        </>
      }
      action={<Button onClick={onClear}>{t(queuesMessages.clearFilter)}</Button>}
    />
  )
}
