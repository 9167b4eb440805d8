import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { ErrorState, SkeletonLines } from './states.tsx'
import { useWords } from './words.ts'

/** What a query shows of itself. */
export interface AsyncState<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}

export interface AsyncViewProps<Data> {
  readonly query: AsyncState<Data>
  readonly skeleton?: ReactNode
  readonly isEmpty?: (data: Data) => boolean
  readonly empty?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** The four faces of whatever is fetched: loading, empty, error, full. What was there stays when a refresh fails. */
export function AsyncView<Data>({ query, skeleton, isEmpty, empty, children }: AsyncViewProps<Data>) {
  const retry = () => void query.refetch()
  if (query.data === undefined) {
    if (query.isPending) return skeleton ?? <SkeletonLines />
    return <ErrorState error={query.error} onRetry={retry} />
  }
  const stale = query.error !== null && query.error !== undefined
  const body = isEmpty?.(query.data) === true ? empty : children(query.data)
  if (!stale) return body
  return (
    <>
      <Stale onRetry={retry} />
      {body}
    </>
  )
}

function Stale({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords()
  return (
    <Notice
      tone="warn"
      live
      actions={
        <Button size="xs" onClick={onRetry}>
          {words.text.retry}
        </Button>
      }
    >
      {words.text.staleData}
    </Notice>
  )
}
