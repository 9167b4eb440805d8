import { useEffect, useRef, useState } from 'react'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { searchMessages as messages } from '#shared/i18n/search.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery, usePagedRows } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#renderer/ui/states.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import { useResultColumns } from './result-columns.tsx'
import css from './search.module.css'

const pageSize = 50

/** One box for number, name, phone, document and words (L-13); beside the results what to tell who asks (P-03). */
export function SearchScreen({ query: place }: ScreenProps) {
  const { t } = useSpeech()
  const given = place.get('text') ?? ''
  const [text, setText] = useState(given)
  // The search of the frame may ask again while this screen is open.
  useEffect(() => setText(given), [given])
  const list = useRef<HTMLDivElement>(null)
  const asked = useDebounced(text.trim(), 150)
  const focusList = () => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  return (
    <Page wide title={t(messages.title)}>
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
          autoFocus
          name="search"
          label={t(messages.box)}
          hint={t(messages.boxHint)}
          value={text}
          maxLength={400}
          onChange={setText}
          onEnter={focusList}
          before={<Icon name="search" />}
        />
      </div>
      <div ref={list} className={css['results']}>
        {asked === '' ? (
          <EmptyState icon="search" title={t(messages.idle)} text={t(messages.idleText)} />
        ) : (
          <Results key={asked} text={asked} />
        )}
      </div>
    </Page>
  )
}

function Results({ text }: { readonly text: string }) {
  const { t, number } = useSpeech()
  const columns = useResultColumns()
  const [active, setActive] = useState(0)
  const queryFor = (page: { readonly offset: number; readonly limit: number }) =>
    api.cases.search.queryOptions({ input: { text, page } })
  const rows = usePagedRows({ queryFor, total: ({ total }) => total, rows: ({ lines }) => lines, pageSize })
  const first = useCoreQuery(queryFor({ offset: 0, limit: pageSize }))
  if (rows.isPending && rows.count === 0) return <SkeletonRows count={8} />
  if (rows.error !== null && rows.count === 0)
    return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
  if (rows.count === 0) return <EmptyState icon="search" title={t(messages.none)} text={t(messages.noneText)} />
  const line = rows.rowAt(Math.max(0, active))
  return (
    <>
      <p className={css['count']} role="status">
        {t(messages.found, { count: rows.count })}
        {first.data !== undefined && ` ${t(messages.took, { ms: number(Math.round(first.data.ms)) })}`}
      </p>
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
        <aside className={css['answer']} aria-label={t(messages.answer)}>
          {line === undefined ? (
            <EmptyState icon="info" title={t(messages.answerIdle)} />
          ) : (
            <AnswerPanel key={line.id} line={line} />
          )}
        </aside>
      </div>
    </>
  )
}
